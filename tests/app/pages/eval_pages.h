// The labelled pages of the evaluation WARCs, in memory. Empty where the data is absent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/document.h"
#include "core/text/url.h"
#include "tests/core/html/eval_warcs.h"

namespace khabar {

struct EvalPage {
  std::string set;    // "naeb"
  Document document;  // as the archive source makes it, without its body
  std::string body;
};

// Of every WARC, or of the first `sets_max` in order of name.
inline std::vector<EvalPage> eval_pages(std::size_t sets_max = SIZE_MAX) {
  std::vector<EvalPage> pages;
  for (const auto& path : eval_warcs()) {
    if (sets_max-- == 0) break;
    const std::string warc = gunzipped(path);
    for_each_page(warc, [&](const WarcPage& found) {
      EvalPage& page = pages.emplace_back();
      page.set = path.stem().stem().string();
      page.body = found.body;
      Document& document = page.document;
      std::string_view id = header_in(found.fields, "WARC-Record-ID: ");
      if (id.starts_with('<')) id = id.substr(1, id.size() - 2);
      document.origin.kind = "warc";
      document.origin.record_id = id;
      document.url = header_in(found.fields, "WARC-Target-URI: ");
      document.fetched = header_in(found.fields, "WARC-Date: ");
      document.source.host = registrable_domain(host_of(document.url));
      document.payload.kind = PayloadKind::html;
      document.payload.content_type = header_in(found.headers, "Content-Type: ");
    });
  }
  return pages;
}

}  // namespace khabar
