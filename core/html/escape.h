// Text written into HTML or XML: the other way round of core/html/entities.h. Bytes pass as they
// are but for '&', '<', '>' and '"', so UTF-8 stays UTF-8. Pure functions; any thread; linear time.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

// Between tags: & < > (the HTML standard, 13.3 "escaping a string").
void append_escaped_text(std::string_view text, std::string& out);
// Inside a double-quoted attribute: & < > "
void append_escaped_attribute(std::string_view text, std::string& out);
// Right in either place: & < > "
std::string escaped_html(std::string_view text);

}  // namespace khabar
