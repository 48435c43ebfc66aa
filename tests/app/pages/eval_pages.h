// The labelled pages of the evaluation WARCs, in memory. Empty where the data is absent.
#pragma once

#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.h"
#include "core/text/url.h"
#include "tests/core/html/eval_folder.h"

namespace khabar {

struct EvalPage {
  std::string set;    // "naeb"
  Document document;  // as the archive source makes it, without its body
  std::string body;
};

namespace eval_pages_detail {

inline std::string inflate_file(const std::filesystem::path& path) {
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

// The value of a header line, in headers as our own WARCs write them.
inline std::string_view header(std::string_view headers, std::string_view name) {
  const std::size_t at = headers.find(name);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = headers.substr(at + name.size());
  return rest.substr(0, std::min(rest.find("\r\n"), rest.size()));
}

inline void add_pages(const std::string& set, std::string_view warc, std::vector<EvalPage>& pages) {
  for (std::size_t at = warc.find("WARC/1."); at < warc.size();) {
    const std::size_t body = warc.find("\r\n\r\n", at) + 4;
    const std::string_view fields = warc.substr(at, body - at);
    const std::size_t length =
        std::strtoul(std::string(header(fields, "Content-Length: ")).c_str(), nullptr, 10);
    const std::string_view http = warc.substr(body, length);
    const std::size_t headers_end = http.find("\r\n\r\n");
    if (http.starts_with("HTTP/") && headers_end != std::string_view::npos) {
      EvalPage page;
      page.set = set;
      page.body = http.substr(headers_end + 4);
      Document& document = page.document;
      std::string_view id = header(fields, "WARC-Record-ID: ");
      if (id.starts_with('<')) id = id.substr(1, id.size() - 2);
      document.origin.kind = "warc";
      document.origin.record_id = id;
      document.url = header(fields, "WARC-Target-URI: ");
      document.fetched = header(fields, "WARC-Date: ");
      document.source.host = registrable_domain(host_of(document.url));
      document.payload.kind = PayloadKind::html;
      document.payload.content_type = header(http.substr(0, headers_end), "Content-Type: ");
      pages.push_back(std::move(page));
    }
    at = warc.find("WARC/1.", body + length);
  }
}

}  // namespace eval_pages_detail

// Of every WARC, or of the first `sets_max` in order of name.
inline std::vector<EvalPage> eval_pages(std::size_t sets_max = SIZE_MAX) {
  std::vector<EvalPage> pages;
  for (const auto& path : files_with(eval_folder("html"), ".gz")) {
    if (sets_max-- == 0) break;
    eval_pages_detail::add_pages(path.stem().stem().string(), eval_pages_detail::inflate_file(path),
                                 pages);
  }
  return pages;
}

}  // namespace khabar
