// Any bytes as the answer to the request for a page, and as the text of an entry: judged in linear
// time, and what is made of them is valid where it is promised to be.
#include <cstdint>
#include <string_view>

#include "core/base/check.h"
#include "core/text/utf8.h"
#include "ingest/feed/entry_text.h"
#include "ingest/feed/page_sense.h"
#include "ingest/feed/soft_404.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace khabar;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t half = size / 2;
  const PageSense sense = sense_of(bytes.substr(0, half), bytes.substr(half));
  CHECK(page_sense_name(sense) != nullptr);
  const PageJudgement judged = judge_page("https://a.example/x", "https://a.example/x", bytes, "");
  CHECK((judged.verdict == PageVerdict::article) == judged.why.empty());
  judge_page("https://a.example/x", bytes.substr(0, half), bytes.substr(half),
             bytes.substr(0, half));
  const std::string text = plain_text(bytes);
  CHECK(!is_valid_utf8(bytes) || is_valid_utf8(text));
  FeedEntry entry;
  entry.title.value = bytes.substr(0, half);
  entry.contents.resize(1);
  entry.contents[0].value = bytes.substr(half);
  entry.contents[0].type = size % 2 == 0 ? "text/html" : "text/plain";
  carries_full_text(entry);
  CHECK(entry_page(entry, bytes.substr(0, 5)).starts_with("<!doctype html>"));
  return 0;
}
