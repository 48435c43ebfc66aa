#include "sinks/jsonl/file_names.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "core/io/append_file.h"

namespace khabar {
namespace {

constexpr std::size_t kDigits = 6;  // at least; file 1,000,000 has seven

}  // namespace

FileNames::FileNames(const std::string& path, bool rotated) : rotated_(rotated) {
  const std::size_t begin = path.rfind('/') + 1;  // npos + 1 is 0
  folder_ = path.substr(0, begin);
  stem_ = path.substr(begin);
  const std::size_t end = stem_.ends_with(".zst") ? stem_.size() - 4 : stem_.size();
  const std::size_t dot = std::string_view(stem_).substr(0, end).rfind('.');
  extension_ = stem_.substr(dot == std::string::npos || dot == 0 ? end : dot);
  stem_.resize(stem_.size() - extension_.size());
}

std::string FileNames::folder() const {
  return folder_.empty() ? "." : folder_;
}

std::string FileNames::finished(std::uint64_t number) const {
  std::string name = folder_ + stem_;
  if (rotated_) {
    const std::string digits = std::to_string(number);
    name += '-' + std::string(kDigits - std::min(kDigits, digits.size()), '0') + digits;
  }
  return name + extension_;
}

std::uint64_t FileNames::number_of(std::string_view name, std::string_view ending) const {
  const std::string begin = stem_ + '-', end = extension_ + std::string(ending);
  if (name.size() < begin.size() + kDigits + end.size()) return 0;
  if (!name.starts_with(begin) || !name.ends_with(end)) return 0;
  const std::string_view digits =
      name.substr(begin.size(), name.size() - begin.size() - end.size());
  std::uint64_t number = 0;
  const auto [last, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && last == digits.data() + digits.size() ? number : 0;
}

Result<FileNames::Found> FileNames::find() const {
  Found found;
  std::uint64_t newest_partial = 0;
  const std::string folder = this->folder();
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (const std::uint64_t number = number_of(name, "")) found.finished.push_back(number);
    newest_partial = std::max(newest_partial, number_of(name, ".partial"));
  }
  if (error) return tl::unexpected(file_error(folder, "read folder", error.value()));
  std::sort(found.finished.begin(), found.finished.end());
  const std::uint64_t newest = found.finished.empty() ? 0 : found.finished.back();
  found.number = std::max(newest + 1, newest_partial);
  return found;
}

}  // namespace khabar
