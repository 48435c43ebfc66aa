#include "core/web/fault_list.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"

namespace khabar {
namespace {

constexpr std::array<const char*, kXmlFaultKinds> kXmlFaultNames = {
    "text before the first tag: passed over",
    "an entity that only HTML knows: read as there",
    "an entity that nobody defines: left as text",
    "a bare '&': read as itself",
    "a bare '<': read as itself",
    "a control character: left out",
    "an element that nothing closes: closed",
    "an end tag without its start: passed over",
    "an attribute with faulty quotes: mended",
    "a section or tag without end",
    "entities beyond the bound: left as text",
    "elements beyond the bound of depth: flattened",
    "attributes beyond the bound: left out",
};

}  // namespace

void FaultList::note(std::string_view what, std::size_t offset, std::string_view sample) {
  const auto known = std::find_if(kinds_.begin(), kinds_.end(),
                                  [&](const Kind& kind) { return kind.what == what; });
  if (known != kinds_.end()) {
    ++known->times;
    return;
  }
  if (kinds_.size() >= kKindsMax) return;
  std::string_view cut = trim_blanks(sample);
  const bool is_long = cut.size() > kSampleBytesMax;
  cut = cut.substr(0, kSampleBytesMax);
  cut = cut.substr(0, valid_utf8_prefix(cut));
  std::string shown;
  collapse_blanks(cut, shown);
  if (is_long) shown += "...";
  kinds_.push_back({std::string(what), std::move(shown), offset, 1});
}

void FaultList::note_xml(const XmlReader& reader) {
  for (std::size_t i = 0; i < kXmlFaultKinds; ++i) {
    const XmlFaultCount& fault = reader.faults()[i];
    if (fault.count == 0 || kinds_.size() >= kKindsMax) continue;
    kinds_.push_back({kXmlFaultNames[i], {}, fault.first_offset, fault.count});
  }
}

std::vector<std::string> FaultList::lines() const {
  std::vector<std::string> out;
  for (const Kind& kind : kinds_) {
    std::string line = kind.times == 1 ? "at offset " + std::to_string(kind.offset)
                                       : std::to_string(kind.times) + " times, first at offset " +
                                             std::to_string(kind.offset);
    line += ": " + kind.what;
    if (!kind.sample.empty()) line += " (\"" + kind.sample + "\")";
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace khabar
