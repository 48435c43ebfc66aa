#include "core/web/sitemap.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/io/gzip.h"
#include "core/text/url.h"
#include "core/text/utf8.h"
#include "core/web/fault_list.h"
#include "core/web/utf8_body.h"
#include "core/web/web_format.h"
#include "core/web/xml_reader.h"

namespace khabar {
namespace {

// All addresses and texts of one sitemap. Relative addresses grow by their base: without a bound
// 50 MB of "<image:loc>a</image:loc>" would become gigabytes.
constexpr std::size_t kStoredBytesMax = std::size_t{96} << 20;
constexpr std::size_t kFieldBytesMax = 4096;  // of a title, a name, a date

// Collects entries, whatever they were written in.
class Entries {
 public:
  Entries(Sitemap& sitemap, FaultList& faults, std::string_view base_url)
      : sitemap_(sitemap), faults_(faults) {
    if (Result<Url> base = parse_url(base_url)) base_ = std::move(*base);
  }

  bool is_full() const { return is_full_; }

  // Completes and keeps the entry, whose `url` is as written, or says why not.
  void add(SitemapUrl entry, std::size_t offset) {
    if (sitemap_.urls.size() >= kSitemapUrlsMax || stored_bytes_ >= kStoredBytesMax) {
      faults_.note("the protocol's bound is reached: the rest is left", offset);
      is_full_ = true;
      return;
    }
    const std::string written = std::move(entry.url);
    entry.url = absolute(written);
    if (trim_blanks(written).empty()) {
      faults_.note("an entry without address: passed over", offset);
      return;
    }
    if (entry.url.empty()) {
      faults_.note("no http(s) address: passed over", offset, written);
      return;
    }
    for (std::string& image : entry.images) image = absolute(image);
    std::erase_if(entry.images, [](const std::string& image) { return image.empty(); });
    entry.modified = read_time(entry.modified_text, offset);
    entry.published = read_time(entry.published_text, offset);
    stored_bytes_ += entry.url.size() + entry.title.size();
    for (const std::string& image : entry.images) stored_bytes_ += image.size();
    sitemap_.urls.push_back(std::move(entry));
  }

 private:
  std::string absolute(std::string_view written) const {
    written = trim_blanks(written);
    if (written.empty() || written.size() > kSitemapUrlBytesMax) return {};
    const Result<Url> url = parse_url(written, base_ ? &*base_ : nullptr);
    if (!url || !url->is_http() || !url->host || url->host->empty()) return {};
    std::string href = url->href();
    return href.size() <= kSitemapUrlBytesMax ? href : std::string{};
  }

  std::optional<PartialTime> read_time(std::string_view text, std::size_t offset) {
    if (text.empty()) return std::nullopt;
    std::optional<PartialTime> time = parse_machine_date(text);
    if (!time) faults_.note("no date: kept as text only", offset, text);
    return time;
  }

  Sitemap& sitemap_;
  FaultList& faults_;
  std::optional<Url> base_;
  std::size_t stored_bytes_ = 0;
  bool is_full_ = false;
};

// Where an element stands decides what it means: <news:title> is the article's, <image:title> not.
enum class Place : unsigned char { outside, entry, news, image, other };

enum class Element : unsigned char {
  unknown,
  entry,
  news,
  image,
  other,  // containers
  loc,
  lastmod,
  name,
  language,
  publication_date,
  title,
};

// By local name: prefixes are free to choose, and not every site binds them.
Element element_of(std::string_view local_name) {
  constexpr std::array<std::pair<std::string_view, Element>, 13> kElements = {{
      {"url", Element::entry},
      {"sitemap", Element::entry},
      {"loc", Element::loc},
      {"lastmod", Element::lastmod},
      {"news", Element::news},
      {"image", Element::image},
      {"video", Element::other},
      {"PageMap", Element::other},
      {"name", Element::name},
      {"language", Element::language},
      {"title", Element::title},
      {"publication_date", Element::publication_date},
      {"pub_date", Element::publication_date},
  }};
  for (const auto& [known, element] : kElements) {
    if (local_name == known) return element;
  }
  return Element::unknown;
}

// Reads urlset and sitemapindex: a flat machine without a stack.
class EntryReader {
 public:
  EntryReader(std::string_view text, Sitemap& sitemap, FaultList& faults, Entries& entries)
      : text_(trim_blanks(text)),
        reader_(text_),
        sitemap_(sitemap),
        faults_(faults),
        entries_(entries) {}

  void read() {
    for (XmlEvent event; (event = reader_.next()) != XmlEvent::eof && !entries_.is_full();) {
      if (event == XmlEvent::text) {
        if (field_) value_ += reader_.text();
      } else if (event == XmlEvent::start) {
        start(reader_.name().local);
      } else {
        end(reader_.name().local);
      }
    }
    if (!has_root_) faults_.note("neither <urlset> nor <sitemapindex>", 0);
    faults_.note_xml(reader_);
  }

 private:
  void start(std::string_view name) {
    has_root_ |= name == "urlset" || name == "sitemapindex";
    if (name == "sitemapindex") sitemap_.is_index = true;
    const Element element = element_of(name);
    if (element == Element::unknown) return;
    end_field();
    switch (element) {
      case Element::entry:
        return start_entry(name);
      case Element::news:
        return enter(Place::news);
      case Element::image:
        return enter(Place::image);
      case Element::other:
        return enter(Place::other);
      default:
        field_ = place_ == Place::outside ? nullptr : field_of(element);
    }
  }

  void start_entry(std::string_view name) {
    if (place_ != Place::outside) {
      finish_entry();  // a <url> holds no <url>: the first was never closed
      reader_.lift_to(entry_depth_ - 1);
    }
    if (!has_root_ && name == "sitemap") sitemap_.is_index = true;
    begin_ = reader_.offset();
    entry_depth_ = reader_.depth();
    place_ = Place::entry;
  }

  void end(std::string_view name) {
    const Element element = element_of(name);
    if (element == Element::unknown) return;
    if (field_ && reader_.offset() == text_.size() && !text_.ends_with('>')) drop_cut_value();
    end_field();
    if (element == Element::entry && place_ != Place::outside) finish_entry();
    if (element == Element::news || element == Element::image || element == Element::other) {
      enter(Place::entry);
    }
  }

  // The document ends within it. An address cut short would be another address: its entry goes too.
  void drop_cut_value() {
    faults_.note("the document ends within a value: passed over", text_.size(), value_);
    value_.clear();
    if (field_ == &entry_.url) {
      entry_ = {};
      place_ = Place::outside;
    }
  }

  void enter(Place place) {
    if (place_ != Place::outside) place_ = place;
  }

  std::string* field_of(Element element) {
    if (element == Element::loc) {
      if (place_ == Place::entry || place_ == Place::news) return &entry_.url;
      if (place_ != Place::image || entry_.images.size() >= kSitemapImagesMax) return nullptr;
      return &entry_.images.emplace_back();
    }
    if (element == Element::lastmod)
      return place_ == Place::entry ? &entry_.modified_text : nullptr;
    if (place_ != Place::news) return nullptr;
    switch (element) {
      case Element::title:
        return &entry_.title;
      case Element::name:
        return &entry_.publication_name;
      case Element::language:
        return &entry_.language;
      case Element::publication_date:
        return &entry_.published_text;
      default:
        return nullptr;
    }
  }

  // The first value counts: a second <loc> in one <url> is a fault.
  void end_field() {
    if (!field_) return;
    std::string value;
    collapse_blanks(value_, value);
    const bool is_address = field_ == &entry_.url || place_ == Place::image;
    const std::size_t most = is_address ? kSitemapUrlBytesMax + 1 : kFieldBytesMax;
    if (value.size() > most) value.resize(valid_utf8_prefix(value.substr(0, most)));
    if (field_->empty()) {
      *field_ = std::move(value);
    } else if (!value.empty()) {
      faults_.note("a second value of one element: passed over", reader_.offset(), value);
    }
    value_.clear();
    field_ = nullptr;
  }

  void finish_entry() {
    entries_.add(std::exchange(entry_, {}), begin_);
    place_ = Place::outside;
  }

  const std::string_view text_;
  XmlReader reader_;
  Sitemap& sitemap_;
  FaultList& faults_;
  Entries& entries_;
  SitemapUrl entry_;
  Place place_ = Place::outside;
  std::string* field_ = nullptr;  // of entry_: where text goes
  std::string value_;             // of that field so far
  std::size_t begin_ = 0, entry_depth_ = 0;
  bool has_root_ = false;
};

// "one URL per line"; comments are no part of the format, yet are written.
void read_lines(std::string_view text, FaultList& faults, Entries& entries) {
  for (std::size_t at = 0; at < text.size() && !entries.is_full();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::string_view line = trim_blanks(text.substr(at, end - at));
    if (line.find("://") != std::string_view::npos) {
      SitemapUrl entry;
      entry.url = line.substr(0, kSitemapUrlBytesMax + 1);
      entries.add(std::move(entry), at);
    } else if (!line.empty() && !line.starts_with('#')) {
      faults.note("a line without address: passed over", at, line);
    }
    at = end + 1;
  }
}

// Undoes a body that is gzip itself; once, because no more is ever meant.
std::string_view without_gzip(std::string_view bytes, std::string& room, FaultList& faults) {
  if (!looks_like_gzip(bytes)) return bytes;
  Decoded decoded = decode_gzip(bytes, kSitemapBytesMax);
  room = std::move(decoded.bytes);
  switch (decoded.end) {
    case DecodeEnd::whole:
      break;
    case DecodeEnd::truncated:
      faults.note("the gzip body ends early", room.size());
      break;
    case DecodeEnd::corrupt:
      faults.note("the gzip body is damaged from here", room.size());
      break;
    case DecodeEnd::too_large:
      faults.note("over 50 MiB: the rest is left", room.size());
      break;
  }
  return room;
}

tl::unexpected<Error> no_sitemap(std::string_view url, WebFormat format) {
  return invalid((url.empty() ? std::string("sitemap") : "sitemap " + std::string(url)) +
                 ": this is " + web_format_name(format));
}

}  // namespace

Result<Sitemap> parse_sitemap(std::string_view bytes, std::string_view url,
                              std::string_view content_type) {
  FaultList faults;
  std::string unpacked;
  bytes = without_gzip(bytes, unpacked, faults);
  if (bytes.size() > kSitemapBytesMax) {
    faults.note("over 50 MiB: the rest is left", kSitemapBytesMax);
    bytes = bytes.substr(0, kSitemapBytesMax);
  }
  const WebFormat format = web_format_of(bytes);
  if (!is_sitemap(format)) return no_sitemap(url, format);

  std::string room;
  const std::string_view text = utf8_of_body(bytes, content_type, room);
  Sitemap sitemap;
  Entries entries(sitemap, faults, url);
  if (format == WebFormat::text_sitemap) {
    read_lines(text, faults, entries);
  } else {
    EntryReader(text, sitemap, faults, entries).read();
  }
  sitemap.faults = faults.lines();
  return sitemap;
}

}  // namespace khabar
