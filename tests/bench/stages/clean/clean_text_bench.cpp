// MB/s of text through the whole clean stage on one core, and where the time goes: over the texts
// of the evaluation sets, or over invented stories where they are absent. Processor time of the
// thread, so that neighbours count less. The digest is of all that came out: two builds that print
// the same one made the same paragraphs, languages, removals and signatures.
//
//   bench_stages_clean_clean_text [rounds [conf_dir]]
#include <rapidjson/document.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/charset.h"
#include "core/text/digest.h"
#include "core/text/language.h"
#include "core/text/normalise.h"
#include "stages/clean/boilerplate.h"
#include "stages/clean/clean_stage.h"
#include "stages/clean/page_dump.h"
#include "stages/clean/paragraphs.h"
#include "tests/bench/stages/clean/invented_texts.h"
#include "tests/core/html/eval_folder.h"
#include "tests/thread_seconds.h"

namespace khabar {
namespace {

constexpr std::size_t kTextsMax = 40'000;

// Of rows of JSON; gzopen reads plain files too.
std::vector<std::string> texts_of(const std::filesystem::path& path) {
  std::vector<std::string> texts;
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return texts;
  std::string row(8 << 20, '\0');
  while (texts.size() < kTextsMax && gzgets(file, row.data(), static_cast<int>(row.size()))) {
    rapidjson::Document json;
    json.Parse(row.c_str());
    if (json.HasParseError() || !json.IsObject() || !json.HasMember("text")) continue;
    if (json.HasMember("kind") && json["kind"] == "html") continue;
    texts.emplace_back(json["text"].GetString());
  }
  gzclose(file);
  return texts;
}

enum Phase { kDecode, kSplit, kDump, kLanguage, kNormalise, kRules, kSign, kPhases };
constexpr std::array<const char*, kPhases> kPhaseNames{
    "decode", "paragraphs", "page dump", "language", "normalise again", "rules", "signature"};

// What the stage does, step by step, each over all texts by itself.
class Steps {
 public:
  Steps(const CleanShared& shared, const std::vector<std::string>& texts)
      : texts_(texts), boilerplate_(shared.rules), lines_(texts.size()), languages_(texts.size()) {}

  double run(Phase phase) {
    if (phase == kRules) kept_ = lines_;
    const double begin = thread_seconds();
    for (std::size_t i = 0; i < texts_.size(); ++i) step(phase, i);
    return thread_seconds() - begin;
  }

 private:
  void step(Phase phase, std::size_t i) {
    const auto decoded = [&] { return decoder_.decode_to_utf8(texts_[i], {"utf-8", false}); };
    switch (phase) {
      case kDecode:
        bytes_ += decoded().text().size();
        break;
      case kSplit: {
        ParagraphOptions options;
        options.keep_forms = forms_are_stray(texts_[i]);
        split_paragraphs(texts_[i], options, lines_[i]);
        break;
      }
      case kDump:
        if (is_page_dump(lines_[i])) keep_story(lines_[i], nullptr);
        break;
      case kLanguage: {
        std::string sample;
        for (const Paragraph& line : lines_[i]) {
          if (sample.size() >= 1024) break;
          sample.append(line.text, 0, 1024 - sample.size());
          sample += '\n';
        }
        languages_[i] = detect_language(sample).tag;
        break;
      }
      case kNormalise:
        for (Paragraph& line : lines_[i]) {
          const NormaliseOptions options{languages_[i], true, true};
          if (!may_depend_on_language(line.text)) continue;
          normalise(line.text, options, scratch_);
          line.text.swap(scratch_);
        }
        break;
      case kRules:
        boilerplate_.clean(kept_[i], languages_[i], nullptr, false, removed_);
        break;
      case kSign:
        bytes_ += signer_.sign(kept_[i]).folded_bytes;
        break;
      case kPhases:
        break;
    }
  }

  const std::vector<std::string>& texts_;
  CharsetDecoder decoder_;
  BoilerplateCleaner boilerplate_;
  Signer signer_;
  std::vector<std::vector<Paragraph>> lines_, kept_;
  std::vector<std::string> languages_;
  std::vector<Removed> removed_;
  std::string scratch_;
  std::size_t bytes_ = 0;
};

Document document_of(const std::string& text) {
  Document document;
  document.payload.kind = PayloadKind::text;
  document.payload.is_utf8 = true;
  document.payload.body = text;
  return document;
}

// Seconds of the stage over all texts; documents are made and die outside the measured time.
double stage_seconds(CleanStage& stage, const std::vector<std::string>& texts) {
  double seconds = 0;
  std::vector<Document> batch;
  for (std::size_t from = 0; from < texts.size(); from += 64) {
    batch.clear();
    for (std::size_t i = from; i < std::min(from + 64, texts.size()); ++i) {
      batch.push_back(document_of(texts[i]));
    }
    const double begin = thread_seconds();
    for (Document& document : batch) (void)stage.process(document);
    seconds += thread_seconds() - begin;
  }
  return seconds;
}

std::string digest_of_output(const CleanShared& shared, const std::vector<std::string>& texts) {
  auto traced = std::make_shared<CleanShared>();
  traced->options = shared.options;
  traced->options.trace = true;
  traced->rules = shared.rules;
  CleanStage stage(traced);
  Hasher128 all;
  for (const std::string& text : texts) {
    Document document = document_of(text);
    (void)stage.process(document);
    all.part(document.article.language);
    for (const Paragraph& one : document.article.paragraphs) {
      all.part(one.text);
      all.part({reinterpret_cast<const char*>(&one.blank_lines_before), 1});
    }
    for (const Removed& one : document.article.removed) {
      all.part(one.text).part(one.rule).part(one.where);
    }
    for (const std::string& one : document.facts.signatures) all.part(one);
    const Signature& s = document.signature;
    const auto bytes = [&](const auto& value) {
      all.part({reinterpret_cast<const char*>(&value), sizeof value});
    };
    bytes(s.text_hash_high);
    bytes(s.text_hash_low);
    bytes(s.sketch.characters);
    bytes(s.sketch.shingles);
    bytes(s.sketch.bins);
    bytes(s.sketch.fine);
    bytes(s.sketch.lead);
    bytes(s.sketch.numbers);
  }
  return hex(all.digest());
}

void measure(const char* name, const std::vector<std::string>& texts, int rounds,
             const std::string& conf_dir) {
  if (texts.empty()) return;
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  const double megabytes = static_cast<double>(bytes) / 1e6;
  const auto count = static_cast<double>(texts.size());
  const auto shared = make_clean_shared(CleanOptions{}, conf_dir).value();
  CleanStage stage(shared);
  stage_seconds(stage, texts);  // the automaton's states, the tables
  Steps steps(*shared, texts);
  for (std::size_t p = 0; p < kPhases; ++p) steps.run(static_cast<Phase>(p));
  std::vector<double> whole;
  std::array<std::vector<double>, kPhases> phases;
  for (int round = 0; round < rounds; ++round) {
    whole.push_back(stage_seconds(stage, texts));
    for (std::size_t p = 0; p < kPhases; ++p) {
      phases[p].push_back(steps.run(static_cast<Phase>(p)));
    }
  }
  const auto median = [](std::vector<double>& of) {
    std::sort(of.begin(), of.end());
    return of[of.size() / 2];
  };
  std::printf("%s: %zu texts, %.1f MB, %.0f bytes each; digest %s\n", name, texts.size(), megabytes,
              static_cast<double>(bytes) / count, digest_of_output(*shared, texts).c_str());
  const double seconds = median(whole);  // and sorts: the first is the least
  std::printf("  %-16s %8.1f MB/s  %7.2f us a text; best round %.1f MB/s\n", "whole stage",
              megabytes / seconds, seconds / count * 1e6, megabytes / whole.front());
  for (std::size_t p = 0; p < kPhases; ++p) {
    const double one = median(phases[p]);
    std::printf("  %-16s %8.1f MB/s  %7.2f us a text; best round %.1f MB/s\n", kPhaseNames[p],
                megabytes / one, one / count * 1e6, megabytes / phases[p].front());
  }
}

int run(int rounds, const std::string& conf_dir) {
  const std::vector<std::string> articles = texts_of(eval_folder("dedupe") / "ant.dev.jsonl.gz");
  measure(articles.empty() ? "invented" : "dedupe", articles.empty() ? invented_texts() : articles,
          rounds, conf_dir);
  measure("lines", texts_of(eval_folder("lines") / "labelled.dev.jsonl"), rounds, conf_dir);
  return 0;
}

}  // namespace
}  // namespace khabar

int main(int argc, char** argv) {
  return khabar::run(argc > 1 ? std::atoi(argv[1]) : 7,
                     argc > 2 ? argv[2] : KHABAR_SOURCE_DIR "/conf");
}
