// dump_blocks OUT_PREFIX FILE.html...: the blocks of pages with their features, for
// train_block_model.py. Writes OUT_PREFIX.f32 (rows of float32) and OUT_PREFIX.jsonl (a line a
// block:
// {"page": file number, "tag": .., "text": ..}); the first line of the latter names the features,
// and the numbers of those that are of the words.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "core/html/parser.h"
#include "core/text/utf8.h"
#include "stages/clean/block_features.h"
#include "stages/clean/blocks.h"
#include "stages/clean/page_facts_collector.h"
#include "stages/clean/story_claims.h"

namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (byte < 0x20 || byte == 0x7f) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

int main(int argc, char** argv) {
  using namespace khabar;
  if (argc < 3) {
    std::cerr << "usage: dump_blocks OUT_PREFIX FILE.html...\n";
    return 2;
  }
  const std::string prefix = argv[1];
  std::ofstream rows(prefix + ".f32", std::ios::binary);
  std::ofstream lines(prefix + ".jsonl", std::ios::binary);
  lines << "{\"features\": [";
  for (std::size_t f = 0; f < BlockFeatures::count(); ++f) {
    lines << (f ? ", " : "") << quoted(BlockFeatures::name(f));
  }
  lines << "], \"of_words\": [";
  const char* comma = "";
  for (std::size_t f = 0; f < BlockFeatures::count(); ++f) {
    if (!BlockFeatures::is_of_words(f)) continue;
    lines << comma << f;
    comma = ", ";
  }
  lines << "]}\n";
  HtmlParser parser;
  BlockParser blocks;
  BlockFeatures features;
  PageElements elements;
  PageFactsCollector collector;
  PageFacts facts;
  for (int i = 2; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    const std::string raw{std::istreambuf_iterator<char>(file), {}};
    std::string html;
    sanitize_utf8(raw, html);
    const Tree& tree = parser.parse(html);
    elements.read(tree);
    blocks.parse(tree, elements);
    collector.collect_head(tree, elements, facts);
    features.compute(blocks, story_claims(facts));
    for (std::size_t b = 0; b < features.blocks(); ++b) {
      const Block& block = blocks.blocks()[b];
      for (std::size_t f = 0; f < BlockFeatures::count(); ++f) {
        rows.write(reinterpret_cast<const char*>(&features.column(f)[b]), sizeof(float));
      }
      lines << "{\"page\": " << i - 2 << ", \"tag\": " << quoted(tree.tag_name(block.tag))
            << ", \"text\": " << quoted(blocks.text_of(block)) << "}\n";
    }
  }
  return rows && lines ? 0 : 1;
}
