// The sinks that the compliance test asks. To enrol one is to add a function and a line.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/io/database.h"
#include "core/io/zstd.h"
#include "core/model/document_json.h"
#include "sinks/blackhole/blackhole_sink.h"
#include "sinks/dead_letter/dead_letter_sink.h"
#include "sinks/jsonl/jsonl_sink.h"
#include "sinks/sqlite/sqlite_sink.h"
#include "tests/sinks/compliance/story.h"

namespace khabar {

struct EnrolledSink {
  std::string name;
  std::function<std::unique_ptr<Sink>(const Folder&)> make;  // as a run with a state directory
  // The lines it holds once it has finished; in order where `ordered`.
  std::function<std::vector<std::string>(const Folder&)> lines;
  bool ordered = true;
  bool takes_faults = false;  // is told of faulty documents only
  bool remembers = true;      // holds anything at all
};

inline std::vector<std::string> split_lines(const std::string& bytes) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = bytes.find('\n', at);
    EXPECT_NE(end, std::string::npos) << "torn line";
    lines.push_back(bytes.substr(at, end - at));
    at = end == std::string::npos ? bytes.size() : end + 1;
  }
  return lines;
}

// All files of the folder, one behind the other; compressed ones decoded.
inline std::vector<std::string> lines_of_files(const Folder& folder) {
  std::string all;
  for (const std::string& name : folder.names()) {
    const std::string bytes = bytes_of(folder / name);
    EXPECT_FALSE(name.ends_with(".partial")) << name << " was not finished";
    all += name.ends_with(".zst") ? decode_zstd(bytes, std::size_t{1} << 30).bytes : bytes;
  }
  return split_lines(all);
}

inline std::vector<std::string> lines_of_database(const Folder& folder) {
  std::vector<std::string> lines;
  Database database = Database::open(folder / "news.db", DatabaseAccess::read_write).value();
  EXPECT_TRUE(
      database.execute("INSERT INTO article_index (article_index)"
                       " VALUES ('integrity-check')"));
  Statement select = database.prepare("SELECT record FROM articles ORDER BY key").value();
  while (select.step().value()) lines.emplace_back(select.text(0));
  return lines;
}

inline std::unique_ptr<Sink> make_jsonl(const Folder& folder, const std::string& name,
                                        int zstd_level, std::uint64_t rotate_bytes) {
  static const SystemClock clock;
  JsonlOptions options;
  options.path = folder / name;
  options.file = {true, zstd_level};
  options.rotate_bytes = rotate_bytes;
  options.keeps_state = true;
  return std::make_unique<JsonlSink>(options, clock);
}

inline std::vector<EnrolledSink> enrolled_sinks() {
  static Counter records, bytes;
  const auto nothing = [](const Folder&) { return std::vector<std::string>(); };
  return {
      {"jsonl", [](const Folder& f) { return make_jsonl(f, "r.jsonl", 0, 0); }, lines_of_files},
      {"jsonl_rotated", [](const Folder& f) { return make_jsonl(f, "r.jsonl", 0, 2000); },
       lines_of_files},
      {"jsonl_zstd", [](const Folder& f) { return make_jsonl(f, "r.jsonl.zst", 3, 0); },
       lines_of_files},
      {"jsonl_zstd_rotated", [](const Folder& f) { return make_jsonl(f, "r.zst", 3, 2000); },
       lines_of_files},
      {"sqlite", [](const Folder& f) { return std::make_unique<SqliteSink>(f / "news.db"); },
       lines_of_database, false},
      {"dead_letter",
       [](const Folder& f) { return std::make_unique<DeadLetterSink>(f / "dead.jsonl", true); },
       lines_of_files, true, true},
      {"blackhole", [](const Folder&) { return std::make_unique<BlackholeSink>(records, bytes); },
       nothing, true, false, false},
  };
}

}  // namespace khabar
