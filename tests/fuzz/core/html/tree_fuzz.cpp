// Any bytes give a sound tree. The first byte picks the options, the rest is the page.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/check.h"
#include "core/html/parser.h"
#include "tests/core/html/tree_check.h"

namespace khabar {
namespace {

ParseOptions options_of(std::uint8_t choice) {
  static constexpr FragmentContext kContexts[] = {
      {"div", Namespace::html},      {"table", Namespace::html},  {"tr", Namespace::html},
      {"td", Namespace::html},       {"select", Namespace::html}, {"template", Namespace::html},
      {"svg", Namespace::svg},       {"desc", Namespace::svg},    {"mi", Namespace::mathml},
      {"colgroup", Namespace::html}, {"html", Namespace::html},   {"frameset", Namespace::html},
      {"script", Namespace::html},   {"x-y", Namespace::html},    {"form", Namespace::html},
  };
  ParseOptions options;
  options.scripting = (choice & 1) != 0;
  if ((choice & 2) != 0) {
    options.depth_max = 16;
    options.nodes_max = 300;
    options.attributes_max = 3;
  }
  if ((choice & 4) != 0) options.fragment = kContexts[(choice >> 3) % std::size(kContexts)];
  return options;
}

}  // namespace
}  // namespace khabar

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  static khabar::HtmlParser parser;  // reused, as a worker does
  const khabar::ParseOptions options = khabar::options_of(bytes[0]);
  const std::string_view page(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  const khabar::Tree& tree = parser.parse(page, options);
  const std::string fault = khabar::tree_fault(tree, options);
  CHECK_THAT(fault.empty(), fault);
  return 0;
}
