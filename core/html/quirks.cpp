#include "core/html/quirks.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "core/text/ascii.h"

namespace khabar {
namespace {

constexpr std::string_view kQuirkyPublicIds[] = {
    "+//silmaril//dtd html pro v0r11 19970101//",
    "-//as//dtd html 3.0 aswedit + extensions//",
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
    "-//ietf//dtd html 2.0 level 1//",
    "-//ietf//dtd html 2.0 level 2//",
    "-//ietf//dtd html 2.0 strict level 1//",
    "-//ietf//dtd html 2.0 strict level 2//",
    "-//ietf//dtd html 2.0 strict//",
    "-//ietf//dtd html 2.0//",
    "-//ietf//dtd html 2.1e//",
    "-//ietf//dtd html 3.0//",
    "-//ietf//dtd html 3.2 final//",
    "-//ietf//dtd html 3.2//",
    "-//ietf//dtd html 3//",
    "-//ietf//dtd html level 0//",
    "-//ietf//dtd html level 1//",
    "-//ietf//dtd html level 2//",
    "-//ietf//dtd html level 3//",
    "-//ietf//dtd html strict level 0//",
    "-//ietf//dtd html strict level 1//",
    "-//ietf//dtd html strict level 2//",
    "-//ietf//dtd html strict level 3//",
    "-//ietf//dtd html strict//",
    "-//ietf//dtd html//",
    "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer 2.0 html strict//",
    "-//microsoft//dtd internet explorer 2.0 html//",
    "-//microsoft//dtd internet explorer 2.0 tables//",
    "-//microsoft//dtd internet explorer 3.0 html strict//",
    "-//microsoft//dtd internet explorer 3.0 html//",
    "-//microsoft//dtd internet explorer 3.0 tables//",
    "-//netscape comm. corp.//dtd html//",
    "-//netscape comm. corp.//dtd strict html//",
    "-//o'reilly and associates//dtd html 2.0//",
    "-//o'reilly and associates//dtd html extended 1.0//",
    "-//o'reilly and associates//dtd html extended relaxed 1.0//",
    "-//sq//dtd html 2.0 hotmetal + extensions//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
    "-//spyglass//dtd html 2.0 extended//",
    "-//sun microsystems corp.//dtd hotjava html//",
    "-//sun microsystems corp.//dtd hotjava strict html//",
    "-//w3c//dtd html 3 1995-03-24//",
    "-//w3c//dtd html 3.2 draft//",
    "-//w3c//dtd html 3.2 final//",
    "-//w3c//dtd html 3.2//",
    "-//w3c//dtd html 3.2s draft//",
    "-//w3c//dtd html 4.0 frameset//",
    "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental 19960712//",
    "-//w3c//dtd html experimental 970421//",
    "-//w3c//dtd w3 html//",
    "-//w3o//dtd w3 html 3.0//",
    "-//webtechs//dtd mozilla html 2.0//",
    "-//webtechs//dtd mozilla html//",
};

bool is_quirky(const Doctype& doctype) {
  const std::string_view id = doctype.public_id;
  if (equals_ignoring_case(id, "-//w3o//dtd w3 html strict 3.0//en//") ||
      equals_ignoring_case(id, "-/w3c/dtd html 4.0 transitional/en") ||
      equals_ignoring_case(id, "html") ||
      equals_ignoring_case(doctype.system_id,
                           "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd")) {
    return true;
  }
  return std::any_of(std::begin(kQuirkyPublicIds), std::end(kQuirkyPublicIds),
                     [&](std::string_view lower) { return starts_ignoring_case(id, lower); });
}

}  // namespace

QuirksMode quirks_mode_of(const Doctype& doctype, bool force_quirks) {
  if (force_quirks || doctype.name != "html" || is_quirky(doctype)) return QuirksMode::quirks;
  const std::string_view id = doctype.public_id;
  if (starts_ignoring_case(id, "-//w3c//dtd html 4.01 frameset//") ||
      starts_ignoring_case(id, "-//w3c//dtd html 4.01 transitional//")) {
    return doctype.has_system_id ? QuirksMode::limited_quirks : QuirksMode::quirks;
  }
  if (starts_ignoring_case(id, "-//w3c//dtd xhtml 1.0 frameset//") ||
      starts_ignoring_case(id, "-//w3c//dtd xhtml 1.0 transitional//")) {
    return QuirksMode::limited_quirks;
  }
  return QuirksMode::no_quirks;
}

}  // namespace khabar
