#include "core/web/feed.h"

#include <array>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "core/web/feed_builder.h"
#include "core/web/feed_bytes.h"
#include "core/web/json_feed.h"

namespace khabar {
namespace {

struct FaultText {
  std::string_view one, many;
};

// In the order of XmlFault.
constexpr std::array<FaultText, kXmlFaultKinds> kFaultTexts{{
    {"text before the first element", "texts before the first element"},
    {"character reference by a name that XML does not know, read as HTML's",
     "character references by names that XML does not know, read as HTML's"},
    {"entity that nobody defines, left as text", "entities that nobody defines, left as text"},
    {"bare ampersand", "bare ampersands"},
    {"'<' that begins no markup, read as text", "'<' that begin no markup, read as text"},
    {"control character left out or mended", "control characters left out or mended"},
    {"element that nothing closed", "elements that nothing closed"},
    {"end tag without a start, left out", "end tags without a start, left out"},
    {"attribute without quotes", "attributes without quotes"},
    {"comment, section or tag without an end", "comments, sections or tags without an end"},
    {"entity beyond the limit of expansions, left as text",
     "entities beyond the limit of expansions, left as text"},
    {"element deeper than the limit", "elements deeper than the limit"},
    {"attribute beyond the limit left out", "attributes beyond the limit left out"},
}};

void append_faults(const XmlReader& reader, std::vector<std::string>& out) {
  for (std::size_t kind = 0; kind < kXmlFaultKinds; ++kind) {
    const XmlFaultCount& fault = reader.faults()[kind];
    if (fault.count == 0) continue;
    const FaultText& text = kFaultTexts[kind];
    std::string line = std::to_string(fault.count);
    line += ' ';
    line += fault.count == 1 ? text.one : text.many;
    line += fault.count == 1 ? " (byte " : " (the first at byte ";
    line += std::to_string(fault.first_offset);
    line += ')';
    out.push_back(std::move(line));
  }
}

std::string describe(std::string_view root) {
  const std::string name = lower_ascii(root.substr(0, 40));
  if (name.empty()) return "text without elements";
  if (name == "html" || name == "head" || name == "body") return "an HTML page";
  if (name == "opml") return "an OPML list of feeds";
  if (name == "urlset" || name == "sitemapindex") return "a sitemap";
  return "XML of another kind, <" + name + ">";
}

}  // namespace

struct FeedParser::Rooms {
  CharsetDecoder charsets;
  FeedDates dates;
};

FeedParser::FeedParser() : rooms_(std::make_unique<Rooms>()) {}
FeedParser::~FeedParser() = default;
FeedParser::FeedParser(FeedParser&&) noexcept = default;
FeedParser& FeedParser::operator=(FeedParser&&) noexcept = default;

Result<Feed> FeedParser::parse(std::string_view bytes, const FeedContext& context) {
  const auto refuse = [&context](const std::string& what) {
    return invalid((context.url.empty() ? "the document" : context.url) + " is no feed: " + what);
  };
  const DecodedText decoded = decode_feed(rooms_->charsets, bytes, context.content_type);
  const std::string_view text = decoded.text();
  const std::string_view body = trim_blanks(text);
  if (body.empty()) return refuse("empty");
  rooms_->dates.reset();
  Feed feed;
  std::vector<std::string> faults;
  if (body.front() == '{' || body.front() == '[') {
    if (!read_json_feed(body, context, rooms_->dates, feed)) return refuse("JSON of another kind");
    faults = std::move(feed.faults);
  } else {
    FeedBuilder builder(text, context, rooms_->dates);
    if (!builder.build()) return refuse(describe(builder.root()));
    append_faults(builder.reader(), faults);
    if (builder.ended_in_entry()) faults.emplace_back("the document ends inside an entry");
    if (builder.entries_left_out() > 0) {
      faults.push_back(std::to_string(builder.entries_left_out()) + " entries beyond " +
                       std::to_string(kFeedEntriesMax) + " left out");
    }
    if (builder.parts_left_out()) {
      faults.push_back("links, categories and the like beyond " +
                       std::to_string(FeedBuilder::kPartsMax) + " left out");
    }
    feed = std::move(builder.feed());
  }
  feed.encoding = decoded.charset;
  feed.faults.clear();
  if (decoded.corrected) {
    feed.faults.push_back("another charset was declared than " + feed.encoding +
                          ", which it is in");
  }
  if (decoded.replaced > 0) {
    feed.faults.push_back(std::to_string(decoded.replaced) + " malformed byte sequences");
  }
  if (decoded.mended > 0) {
    feed.faults.push_back(std::to_string(decoded.mended) + " texts encoded twice, turned back");
  }
  for (std::string& fault : faults) feed.faults.push_back(std::move(fault));
  return feed;
}

Result<Feed> parse_feed(std::string_view bytes, const FeedContext& context) {
  return FeedParser().parse(bytes, context);
}

}  // namespace khabar
