// The bars on real articles: copies that people and machines found among 30,000 of six outlets.
// Reads KHABAR_EVAL_DIR; writes records for the scoring script to KHABAR_DEDUPE_RECORDS when set.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "core/base/clock.h"
#include "core/flow/metrics.h"
#include "core/io/lines.h"
#include "core/io/member_stream.h"
#include "core/text/digest.h"
#include "stages/dedupe/dedupe_stage.h"
#include "stages/dedupe/document_time.h"

namespace khabar {
namespace {

std::string eval_folder() {
  const char* folder = std::getenv("KHABAR_EVAL_DIR");
  return folder != nullptr ? folder : std::string(KHABAR_SOURCE_DIR) + "/../shared/eval";
}

struct Row {
  std::string id, verdict_id, duplicate_of;
  std::int64_t time_s;
  std::uint64_t text;
};

std::string text_of(const rapidjson::Document& json, const char* key) {
  const auto member = json.FindMember(key);
  return member != json.MemberEnd() && member->value.IsString() ? member->value.GetString() : "";
}

Document document_of(const std::string& line, Signer& signer) {
  rapidjson::Document json;
  json.Parse(line.c_str());
  Document document;
  document.origin.kind = "jsonl";
  document.origin.path = "articles.jsonl";
  document.origin.record_id = text_of(json, "id");
  document.key = hash64(document.origin.record_id);
  document.url = document.canonical_url = text_of(json, "url");
  document.source.id = text_of(json, "src");
  document.given.title = text_of(json, "title");
  document.given.published = text_of(json, "time");
  document.signature = signer.sign(text_of(json, "text"));
  return document;
}

std::vector<Row> judge_all(const std::string& path, Metrics& metrics) {
  SystemClock clock;
  DedupeOptions options;
  options.rules.duplicates = Duplicates::mark;
  auto factory = make_dedupe_stage(options, clock, metrics);
  auto stage = (*factory)->make_worker();
  auto stream = open_input(path, DecodeBounds{});
  LineReader lines(**stream, std::size_t{16} << 20);
  Signer signer;
  std::vector<Row> rows;
  for (auto line = lines.next(); line && *line; line = lines.next()) {
    Document document = document_of(std::string((*line)->bytes), signer);
    auto decision = (*stage)->process(document);
    EXPECT_TRUE(decision && decision->why_dropped.empty());
    if (decision->on_settled) decision->on_settled(Fate::delivered);
    rows.push_back({document.origin.record_id, document.verdict.id, document.verdict.duplicate_of,
                    document_time(document).value_or(0), document.signature.text_hash_low});
  }
  return rows;
}

void write_records(const std::vector<Row>& rows, const std::string& path) {
  std::ofstream out(path);
  for (const Row& row : rows) {
    out << "{\"id\":\"" << row.verdict_id << "\",\"origin\":{\"record_id\":\"" << row.id << "\"}";
    if (!row.duplicate_of.empty()) out << ",\"duplicate_of\":\"" << row.duplicate_of << '"';
    out << "}\n";
  }
}

struct Share {
  std::size_t found = 0, all = 0;
  double of() const { return all == 0 ? 1 : double(found) / double(all); }
};

struct Score {
  std::map<std::string, Share> classes;
  std::size_t linked = 0, unlisted = 0, largest = 0;
};

Score score(const std::vector<Row>& rows, const std::string& pairs_path) {
  std::unordered_map<std::string, std::string> group;
  std::map<std::string, std::vector<std::string>> members;
  for (const Row& row : rows) {
    group[row.id] = row.duplicate_of.empty() ? row.verdict_id : row.duplicate_of;
    members[group[row.id]].push_back(row.id);
  }
  Score out;
  std::set<std::pair<std::string, std::string>> known;
  std::ifstream pairs(pairs_path);
  std::string line;
  std::getline(pairs, line);
  while (std::getline(pairs, line)) {
    std::vector<std::string> cells;
    std::stringstream stream(line);
    for (std::string cell; std::getline(stream, cell, '\t');) cells.push_back(cell);
    known.insert(std::minmax(cells[1], cells[2]));
    const bool late = std::stod(cells[7]) > 72;
    Share& share = out.classes[(late ? "late-" : "") + cells[0]];
    ++share.all;
    share.found += group[cells[1]] == group[cells[2]] ? 1 : 0;
  }
  for (const auto& [original, ids] : members) {
    out.largest = std::max(out.largest, ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      for (std::size_t j = i + 1; j < ids.size(); ++j) {
        ++out.linked;
        out.unlisted += known.contains(std::minmax(ids[i], ids[j])) ? 0 : 1;
      }
    }
  }
  return out;
}

// Near copies whose original is further away than the window; equal ones may be.
std::size_t near_copies_out_of_window(const std::vector<Row>& rows) {
  std::unordered_map<std::string, const Row*> by_verdict;
  for (const Row& row : rows) by_verdict.emplace(row.verdict_id, &row);
  std::size_t out = 0;
  for (const Row& row : rows) {
    if (row.duplicate_of.empty()) continue;
    const Row& original = *by_verdict.at(row.duplicate_of);
    if (original.text != row.text && std::abs(original.time_s - row.time_s) > 72 * 3600) ++out;
  }
  return out;
}

TEST(DedupeEval, FindsTheCopiesOfRealOutletsAndLinksNothingElse) {
  const std::string folder = eval_folder() + "/dedupe";
  if (!std::filesystem::exists(folder + "/ant.dev.jsonl.gz")) {
    GTEST_SKIP() << folder << " is absent: set KHABAR_EVAL_DIR";
  }
  Metrics metrics;
  const auto rows = judge_all(folder + "/ant.dev.jsonl.gz", metrics);
  if (const char* path = std::getenv("KHABAR_DEDUPE_RECORDS")) write_records(rows, path);
  const Score result = score(rows, folder + "/pairs.dev.tsv");
  for (const auto& [name, share] : result.classes) {
    std::cout << name << ' ' << share.found << '/' << share.all << '\n';
    if (name.starts_with("exact")) {
      EXPECT_EQ(share.found, share.all) << name;
    }
  }
  std::cout << "linked " << result.linked << ", not listed " << result.unlisted << ", largest "
            << result.largest << '\n';
  for (const MetricSample& sample : metrics.samples()) {
    std::cout << sample.name;
    for (const auto& [key, value] : sample.labels) std::cout << ' ' << key << '=' << value;
    std::cout << ' ' << sample.value << '\n';
  }
  EXPECT_GE(result.classes.at("near-cross").of(), .99);
  EXPECT_GE(result.classes.at("partial-cross").of(), .70);
  EXPECT_EQ(near_copies_out_of_window(rows), 0U);
  EXPECT_LE(double(result.unlisted), .02 * double(result.linked));
  EXPECT_LE(result.largest, 12U);
}

}  // namespace
}  // namespace khabar
