// What may stay in sanitised HTML. Names in lower case. Pure functions over static tables; any
// thread. Private to the sanitiser.
#pragma once

#include <string>
#include <string_view>

namespace khabar {

struct SanitiseLists {
  static bool html_element(std::string_view name);
  static bool html_attribute(std::string_view name);
  static bool void_element(std::string_view name);
  static bool address_attribute(std::string_view name);
  static bool scheme(std::string_view name);
  static bool css_property(std::string_view name);
  static bool css_keyword(std::string_view name);
  static bool svg_css_property(std::string_view name);
  static bool math_element(std::string_view name);
  static bool math_attribute(std::string_view name);
  // As SVG spells it ("viewBox"); "" when it may not stay.
  static std::string_view svg_element(std::string_view name);
  static std::string_view svg_attribute(std::string_view name);
};

// The declarations of a style attribute that may stay; "" when any of it is suspicious.
std::string sanitise_style(std::string_view style, bool in_svg);

}  // namespace khabar
