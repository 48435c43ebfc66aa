// The pages of the evaluation WARCs, unpacked in memory; none where the data is absent. For WARCs
// as our own scripts write them; programs that include this link zlib.
#pragma once

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/html/eval_folder.h"

namespace khabar {

inline std::string gunzipped(const std::filesystem::path& path) {
  std::string out;
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return out;
  std::vector<char> buffer(1 << 20);
  for (int n; (n = gzread(file, buffer.data(), 1 << 20)) > 0;) {
    out.append(buffer.data(), static_cast<std::size_t>(n));
  }
  gzclose(file);
  return out;
}

// The value of a header line: header_in(fields, "WARC-Date: ").
inline std::string_view header_in(std::string_view headers, std::string_view name) {
  const std::size_t at = headers.find(name);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = headers.substr(at + name.size());
  return rest.substr(0, std::min(rest.find("\r\n"), rest.size()));
}

// A response record. All of it looks into the WARC.
struct WarcPage {
  std::string_view fields;   // the record's
  std::string_view headers;  // of HTTP, with the status line
  std::string_view body;
};

template <typename Visit>
void for_each_page(std::string_view warc, Visit visit) {
  for (std::size_t at = warc.find("WARC/1."); at < warc.size();) {
    const std::size_t block = warc.find("\r\n\r\n", at) + 4;
    const std::string_view fields = warc.substr(at, block - at);
    const std::size_t length =
        std::strtoul(std::string(header_in(fields, "Content-Length: ")).c_str(), nullptr, 10);
    const std::string_view http = warc.substr(block, length);
    const std::size_t headers_end = http.find("\r\n\r\n");
    if (http.starts_with("HTTP/") && headers_end != std::string_view::npos) {
      visit(WarcPage{fields, http.substr(0, headers_end), http.substr(headers_end + 4)});
    }
    at = warc.find("WARC/1.", block + length);
  }
}

// In order of name.
inline std::vector<std::filesystem::path> eval_warcs() {
  return files_with(eval_folder("html"), ".gz");
}

inline std::vector<std::string> eval_page_bodies() {
  std::vector<std::string> bodies;
  for (const auto& path : eval_warcs()) {
    const std::string warc = gunzipped(path);
    for_each_page(warc, [&](const WarcPage& page) { bodies.emplace_back(page.body); });
  }
  return bodies;
}

}  // namespace khabar
