// Names of time zones to offsets from UTC. Free functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/text/partial_time.h"

namespace khabar {

// RFC 822 section 5.1 and the abbreviations that feeds and pages write, any case: "EST" -> -300.
// What several countries share (IST, CST, BST, AST) is the reading of the world's press in English
// unless `country` (ISO 3166, lower case, may be empty) says otherwise: IST of "il" is Israel's.
std::optional<int> zone_abbreviation(std::string_view name, std::string_view country = {});

// The IANA zone of a country that has one zone, or of its press: "sy" -> "Asia/Damascus". Empty
// when unknown or when the country spans several.
std::string_view country_zone(std::string_view country);

// Offset of an IANA zone when its clocks show the date and time of `local` (ICU's data, daylight
// saving included). Nothing for an unknown zone or a `local` without date.
std::optional<int> zone_offset(std::string_view iana, const PartialTime& local);

}  // namespace khabar
