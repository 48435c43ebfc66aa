// MB/s a core of the tokenizer and of tokenizer and tree, over all pages of the evaluation WARCs,
// beside a memchr for '<' over the same bytes in the same run: machines differ, ratios less.
//
//   bench_core_html_parser [rounds]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/html/parser.h"
#include "core/html/tokenizer.h"
#include "tests/core/html/eval_warcs.h"

namespace khabar {
namespace {

std::size_t count_angles(std::string_view page) {
  std::size_t count = 0;
  const char* end = page.data() + page.size();
  for (const char* p = page.data(); p != end; ++count) {
    const void* hit = std::memchr(p, '<', static_cast<std::size_t>(end - p));
    if (hit == nullptr) break;
    p = static_cast<const char*>(hit) + 1;
  }
  return count;
}

// The raw-text switches are the tree builder's; alone, the tokenizer needs the commonest.
std::size_t count_tokens(Tokenizer& tokenizer, std::string_view page) {
  std::size_t count = 0;
  Token token;
  for (tokenizer.start(page, 256);; ++count) {
    tokenizer.next(token);
    if (token.kind == TokenKind::eof) return count;
    if (token.is_start(Tag::script)) tokenizer.set_text_state(TextState::script);
    if (token.is_start(Tag::style)) tokenizer.set_text_state(TextState::rawtext);
  }
}

struct Rate {
  const char* name;
  std::function<std::size_t(std::string_view)> work;
  std::vector<double> seconds = {};
  std::size_t result = 0;
};

int run(int rounds) {
  const std::vector<std::string> pages = eval_page_bodies();
  std::size_t bytes = 0;
  for (const std::string& page : pages) bytes += page.size();
  if (bytes == 0) {
    std::printf("no pages at %s\n", eval_folder("html").c_str());
    return 0;
  }
  std::printf("%zu pages, %.1f MB\n", pages.size(), static_cast<double>(bytes) / 1e6);
  Arena text(64 << 10), attributes(128 << 10);
  Tokenizer tokenizer(text, attributes);
  HtmlParser parser;
  std::vector<Rate> rates;
  rates.push_back({"memchr '<'", count_angles});
  rates.push_back({"tokenizer", [&](std::string_view page) {
                     text.reset(8 << 20);
                     return count_tokens(tokenizer, page);
                   }});
  rates.push_back(
      {"tokenizer + tree", [&](std::string_view page) { return parser.parse(page).node_count(); }});
  for (int round = 0; round < rounds; ++round) {
    for (Rate& rate : rates) {
      rate.result = 0;
      const auto start = std::chrono::steady_clock::now();
      for (const std::string& page : pages) rate.result += rate.work(page);
      const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
      rate.seconds.push_back(spent.count());
    }
  }
  const auto best = [](const Rate& rate) {
    return *std::min_element(rate.seconds.begin(), rate.seconds.end());
  };
  for (Rate& rate : rates) {
    std::sort(rate.seconds.begin(), rate.seconds.end());
    const double median = rate.seconds[rate.seconds.size() / 2];
    const double mega = static_cast<double>(bytes) / 1e6;
    std::printf("%-18s %7.0f MB/s best, %7.0f median; %.3f of memchr; %zu found\n", rate.name,
                mega / best(rate), mega / median, best(rates[0]) / best(rate), rate.result);
  }
  return 0;
}

}  // namespace
}  // namespace khabar

int main(int argc, char** argv) {
  return khabar::run(argc > 1 ? std::atoi(argv[1]) : 7);
}
