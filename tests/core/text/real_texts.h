// Texts of the evaluation data for tests and benchmarks: the "text" strings of a JSON Lines file,
// plain or .gz (through gzip -dc, so that core/text needs no zlib).
#pragma once

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/utf8.h"

namespace khabar {

inline std::string eval_dir() {
  const char* named = std::getenv("KHABAR_EVAL_DIR");
  return named != nullptr ? named : KHABAR_SOURCE_DIR "/../shared/eval";
}

inline std::string file_bytes(const std::string& path) {
  struct Close {
    bool piped;
    void operator()(FILE* file) const {
      if (piped) {
        pclose(file);
      } else {
        std::fclose(file);
      }
    }
  };
  const bool gzipped = path.ends_with(".gz");
  FILE* const opened = gzipped ? popen(("gzip -dc '" + path + "' 2>/dev/null").c_str(), "r")
                               : std::fopen(path.c_str(), "rb");
  if (opened == nullptr) return {};
  // clang-format off
  const std::unique_ptr<FILE, Close> file(opened, Close{gzipped});
  std::string bytes;
  char block[1 << 16];
  while (const std::size_t got = std::fread(block, 1, sizeof block, file.get())) {
    bytes.append(block, got);
  }
  return bytes;
}

// The JSON string that begins behind its opening quote at `at`. Escapes beyond the BMP stay pairs
// of U+FFFD: the data holds none.
inline std::string json_string_at(std::string_view json, std::size_t at) {
  std::string out;
  for (; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] != '\\') {
      out += json[at];
      continue;
    }
    switch (json[++at]) {
      case 'n': out += '\n'; break;
      case 't': out += '\t'; break;
      case 'r': out += '\r'; break;
      case 'b': out += '\b'; break;
      case 'f': out += '\f'; break;
      case 'u':
        append_utf8(static_cast<char32_t>(
                        std::strtoul(std::string(json.substr(at + 1, 4)).c_str(), nullptr, 16)),
                    out);
        at += 4;
        break;
      default: out += json[at];
    }
  }
  // clang-format on
  return out;
}

// The string field `key` of a JSON object on one line; "" when absent.
inline std::string json_field(std::string_view line, std::string_view key) {
  const std::string name = '"' + std::string(key) + "\": \"";
  const std::size_t found = line.find(name);
  return found == std::string_view::npos ? "" : json_string_at(line, found + name.size());
}

// Empty when the data is not there.
inline std::vector<std::string> real_lines(const std::string& name, std::size_t lines_max) {
  std::vector<std::string> lines;
  const std::string bytes = file_bytes(eval_dir() + "/" + name);
  for (std::size_t at = 0; at < bytes.size() && lines.size() < lines_max;) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    lines.push_back(bytes.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

inline std::vector<std::string> real_texts(const std::string& name, std::size_t texts_max) {
  std::vector<std::string> texts = real_lines(name, texts_max);
  for (std::string& line : texts) line = json_field(line, "text");
  return texts;
}

}  // namespace khabar
