// What the tests of sinks are told in: folders that vanish, documents by number, batches.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <stdlib.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "core/flow/sink.h"
#include "core/text/digest.h"

namespace khabar {

class Folder {
 public:
  Folder() {
    // In memory where there is such a place: these tests sync thousands of times.
    const std::filesystem::path memory = "/dev/shm";
    const bool has_memory = ::access(memory.c_str(), W_OK) == 0;
    const auto base = has_memory ? memory : std::filesystem::temp_directory_path();
    std::string name = (base / "khabar_sink_XXXXXX").string();
    EXPECT_NE(::mkdtemp(name.data()), nullptr);
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  const std::filesystem::path& path() const { return path_; }

  void copy_from(const Folder& other) const {
    std::filesystem::remove_all(path_);
    std::filesystem::copy(other.path_, path_, std::filesystem::copy_options::recursive);
  }
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
      names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
  }

 private:
  std::filesystem::path path_;
};

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

inline Document numbered(std::uint64_t number) {
  Document document;
  document.origin = {"jsonl", "wire.jsonl", number * 100, number + 1, std::to_string(number), ""};
  document.key = hash64("story " + std::to_string(number));
  document.verdict.id = "id-" + std::to_string(number);
  document.url = "https://nahr.example/" + std::to_string(number);
  document.article.title = "خبر رقم " + std::to_string(number);
  document.article.authors = {"هدى منصور"};
  document.article.paragraphs.emplace_back().text = "افتتحت البلدية الجسر.";
  document.article.words = 3;
  return document;
}

inline Document faulty(std::uint64_t number) {
  Document document = numbered(number);
  document.fault = Fault{"jsonl_syntax", "wire.jsonl: line " + std::to_string(number + 1)};
  return document;
}

// Documents first, first + 1, ... before `end`.
inline std::vector<Document> stories(std::uint64_t first, std::uint64_t end,
                                     Document (*one)(std::uint64_t) = numbered) {
  std::vector<Document> documents;
  for (std::uint64_t number = first; number < end; ++number) documents.push_back(one(number));
  return documents;
}

inline Result<std::vector<Rejection>> try_write(Sink& sink,
                                                const std::vector<Document>& documents) {
  std::vector<const Document*> batch;
  for (const Document& document : documents) batch.push_back(&document);
  return sink.write(batch);
}

inline void write(Sink& sink, const std::vector<Document>& documents) {
  const auto rejections = try_write(sink, documents);
  ASSERT_TRUE(rejections) << rejections.error().message;
  EXPECT_TRUE(rejections->empty());
}

inline void open(Sink& sink) {
  const Status status = sink.open();
  ASSERT_TRUE(status) << status.error().message;
}

inline void finish(Sink& sink) {
  const Status status = sink.finish();
  ASSERT_TRUE(status) << status.error().message;
}

}  // namespace khabar
