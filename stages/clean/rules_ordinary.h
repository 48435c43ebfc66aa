// Ordinary sentences and headlines, in the languages that have rules: no pattern may match one.
// The loader runs every pattern over them and refuses what does, so that a user's slip ("تابع ...")
// is caught when it is written and not when stories have lost their bodies.
#pragma once

#include <span>
#include <string_view>

namespace khabar {

std::span<const std::string_view> ordinary_lines();

}  // namespace khabar
