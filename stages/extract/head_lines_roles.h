// What a line at the head or the end of a raw text turned out to be. Internal to
// stages/extract/head_lines.
#pragma once

#include <cstdint>
#include <string_view>

namespace khabar {

enum class HeadRole : std::uint8_t {
  body,
  title,
  site,
  nav,
  caption,
  byline,
  dateline,
  date,
  signature
};

inline std::string_view rule_of(HeadRole role, bool tail) {
  switch (role) {
    case HeadRole::body:
      return {};
    case HeadRole::title:
      return "head:title";
    case HeadRole::site:
      return tail ? "tail:publisher" : "head:publisher";
    case HeadRole::nav:
      return "head:before_title";
    case HeadRole::caption:
      return "head:caption";
    case HeadRole::byline:
      return tail ? "tail:byline" : "head:byline";
    case HeadRole::dateline:
      return "head:dateline";
    case HeadRole::date:
      return tail ? "tail:date" : "head:date";
    case HeadRole::signature:
      return "tail:signature";
  }
  return {};
}

}  // namespace khabar
