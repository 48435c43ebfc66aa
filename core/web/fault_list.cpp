#include "core/web/fault_list.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace khabar {

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
