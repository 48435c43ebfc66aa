// What an answer to the request for a page really is: by its Content-Type and by its first bytes,
// for servers say "text/html" of a PDF. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace khabar {

enum class PageSense : std::uint8_t { html, text, pdf, image, video, audio, archive, feed, other };
const char* page_sense_name(PageSense sense);  // "pdf"

PageSense sense_of(std::string_view content_type, std::string_view body);

}  // namespace khabar
