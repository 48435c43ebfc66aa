#include "ingest/archive/archive_cursor.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/text/digest.h"

namespace khabar {
namespace {

std::string_view take_until(char end, std::string_view& rest) {
  const std::size_t at = std::min(rest.find(end), rest.size());
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return part;
}

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

}  // namespace

std::uint64_t digest_of(const std::vector<Input>& inputs) {
  Hasher128 hasher;
  for (const Input& input : inputs) hasher.part(input.path);
  return hasher.digest().low;
}

std::string print_cursor(const ArchiveCursor& cursor, const std::vector<Input>& inputs,
                         std::uint64_t digest) {
  return "v1\t" + hex(digest) + '\t' + std::to_string(cursor.file) + '/' +
         std::to_string(inputs.size()) + '\t' + std::to_string(cursor.place.at.member) + '\t' +
         std::to_string(cursor.place.at.inside) + '\t' + std::to_string(cursor.place.line) + '\t' +
         std::to_string(cursor.place.rewinds) + '\t' + inputs[cursor.file].path;
}

Result<ArchiveCursor> parse_cursor(std::string_view text, const std::vector<Input>& inputs) {
  std::string_view rest = text;
  const auto version = take_until('\t', rest);
  const auto digest = take_until('\t', rest);
  const auto file = number_of(take_until('/', rest));
  const auto files = number_of(take_until('\t', rest));
  const auto member = number_of(take_until('\t', rest));
  const auto inside = number_of(take_until('\t', rest));
  const auto line = number_of(take_until('\t', rest));
  const auto rewinds = number_of(take_until('\t', rest));
  if (version != "v1" || !file || !files || !member || !inside || !line || !rewinds) {
    return invalid("the saved place \"" + std::string(text.substr(0, 200)) +
                   "\" was not written by this version");
  }
  if (digest != hex(digest_of(inputs)) || *file >= inputs.size() ||
      inputs[static_cast<std::size_t>(*file)].path != rest) {
    return invalid(
        "the list of inputs changed since the run that is to go on: it had reached file " +
        std::to_string(*file + 1) + " of " + std::to_string(*files) + ", " + std::string(rest) +
        ", and now there are " + std::to_string(inputs.size()) +
        "; give the same inputs, or another state directory");
  }
  return ArchiveCursor{static_cast<std::size_t>(*file), {{*member, *inside}, *line, *rewinds}};
}

}  // namespace khabar
