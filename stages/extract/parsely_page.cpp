#include "stages/extract/parsely_page.h"

#include <string>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace khabar {
namespace {

constexpr std::size_t kValuesMax = 40;
// Not "parsely-tags": this list holds more marks of the house, and stands behind all others.
constexpr std::string_view kTags = "parsely-page:tags";

std::string_view tag_of(std::string_view key) {
  struct Pair {
    std::string_view key, tag;
  };
  static constexpr Pair kPairs[] = {
      {"title", "parsely-title"},         {"author", "parsely-author"},
      {"authors", "parsely-author"},      {"pub_date", "parsely-pub-date"},
      {"section", "parsely-section"},     {"tags", kTags},
      {"image_url", "parsely-image-url"},
  };
  for (const Pair& pair : kPairs) {
    if (pair.key == key) return pair.tag;
  }
  return {};
}

// The strings of the outermost object, and those of lists in it.
class Reader : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Reader> {
 public:
  explicit Reader(std::vector<MetaTag>& out) : out_(out) {}

  bool Key(const char* text, rapidjson::SizeType bytes, bool) {
    if (objects_ == 1) tag_ = tag_of({text, bytes});
    return true;
  }
  bool String(const char* text, rapidjson::SizeType bytes, bool) {
    if (objects_ == 1 && !tag_.empty() && bytes > 0) add({text, bytes});
    return true;
  }
  bool StartObject() {
    ++objects_;
    return true;
  }
  bool EndObject(rapidjson::SizeType) {
    --objects_;
    return true;
  }

 private:
  void add(std::string_view text) {
    if (tag_ == kTags) {
      for (MetaTag& meta : out_) {
        if (meta.name != tag_) continue;
        meta.content.append(1, ',').append(text);
        return;
      }
    }
    if (out_.size() >= kValuesMax) return;
    // Both "author" and "authors": one list.
    for (const MetaTag& meta : out_) {
      if (meta.name == tag_ && meta.content == text) return;
    }
    out_.push_back({std::string(tag_), std::string(text)});
  }

  std::vector<MetaTag>& out_;
  std::string_view tag_;
  int objects_ = 0;
};

}  // namespace

std::vector<MetaTag> parsely_page_metas(std::string_view content) {
  std::vector<MetaTag> out;
  Reader handler(out);
  rapidjson::MemoryStream stream(content.data(), content.size());
  rapidjson::Reader reader;
  reader.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag>(stream, handler);
  return out;
}

}  // namespace khabar
