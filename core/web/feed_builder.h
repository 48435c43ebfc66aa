// Walks the elements of an XML feed and fills a Feed. One walk, one builder; used by one thread.
// Private to the feed parser.
//
//   XmlReader ──start, text, end──> frames (one an open element: its meaning, namespaces, xml:base,
//                                   xml:lang) and captures (the texts being collected)
//
// An element inside a text is markup of that text (Atom xhtml, naked HTML in RSS); one that HTML
// cannot know says that nobody closed the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/web/feed.h"
#include "core/web/feed_names.h"
#include "core/web/feed_text.h"
#include "core/web/xml_reader.h"

namespace khabar {

class FeedBuilder {
 public:
  // Links, categories, people, images and extensions of a whole feed; some 40 MB at worst.
  static constexpr std::size_t kPartsMax = 200'000;
  // Copies of xml:base and xml:lang that texts carry.
  static constexpr std::size_t kRepeatedBytesMax = std::size_t{32} << 20;
  // Of bases, parsed once for each relative address: a fifth of a second.
  static constexpr std::size_t kResolvedBytesMax = std::size_t{64} << 20;
  static constexpr std::size_t kNamespacesMax = 256;  // declared and in scope

  FeedBuilder(std::string_view utf8, const FeedContext& context, FeedDates& dates);

  // Reads all; false when nothing of it was a feed.
  bool build();

  Feed& feed() { return feed_; }
  const XmlReader& reader() const { return reader_; }
  std::string_view root() const { return root_; }  // name of the first element
  bool ended_in_entry() const { return ended_in_entry_; }
  std::size_t entries_left_out() const { return entries_left_out_; }
  bool parts_left_out() const { return parts_ > kPartsMax || resolved_bytes_ > kResolvedBytesMax; }

 private:
  struct Namespace {
    std::string_view prefix;
    FeedModule module;
  };
  enum Opens : std::uint8_t {  // what ends with a frame
    kCapture = 1,
    kMarkup = 2,  // its end tag belongs to the text around it
    kEntry = 4,
    kSource = 8,
    kImage = 16,
    kForm = 32,
    kPerson = 64,
    kFeed = 128,  // the outermost element of the feed
  };
  struct Frame {
    XmlName name;
    FeedElement element = FeedElement::unknown;
    std::uint8_t opens = 0;
    std::uint32_t namespaces = 0, bases = 0, languages = 0;  // in scope outside of it
  };
  struct Capture {
    FeedElement element = FeedElement::unknown;
    FeedModule module = FeedModule::core;
    std::size_t frame = 0;
    bool is_text = false;       // an Atom text construct or its like: elements in it are markup
    bool is_inline = false;     // its markup is elements, no escaped string
    bool was_declared = false;  // ... as the type said
    bool is_base64 = false;
    bool is_permalink = false;
    bool is_address = false;         // of an extension: its value is resolved
    std::uint32_t top_elements = 0;  // children, to know a lone <div> around it all
    bool top_text = false;
    bool first_is_div = false;
    std::string text;
    // Each set by the elements that use it.
    FeedText about;
    FeedCategory category;
    FeedLink link;
    FeedExtension extension;
  };
  // How good the value is that stands in a field: a later one must be as good to replace it.
  struct Merits {
    int title = 0, text = 0, url = 0;
    std::size_t title_depth = 0, id_depth = 0;
  };

  // feed_builder.cpp: the walk
  void start();
  void end();
  void text();
  void close_frame();
  void read_scope(Frame& frame);
  void declare(std::string_view prefix, std::string_view uri);
  FeedModule module_of(const XmlName& name) const;
  bool start_in_text(FeedElement element, FeedModule module, Frame& frame);
  void append_start_tag(Capture& capture, FeedModule module);
  bool is_void(std::string_view local) const;
  Capture& capture(FeedElement element, FeedModule module, Frame& frame);
  Capture& capture_text(FeedElement element, FeedModule module, std::string_view default_type,
                        Frame& frame);
  std::string_view attribute(std::string_view local) const;
  bool has_attribute(std::string_view local) const;
  std::string_view base() const { return bases_.back(); }
  std::string_view language() const { return languages_.back(); }
  Capture* open_capture() { return captures_open_ == 0 ? nullptr : &captures_[captures_open_ - 1]; }
  bool add_part() { return ++parts_ <= kPartsMax; }
  std::string repeated(std::string_view text);
  std::string resolved(std::string_view reference);

  // feed_elements.cpp: what an element means at its start
  void start_element(FeedElement element, FeedModule module, Frame& frame);
  bool start_frame_element(FeedElement element, FeedModule module, Frame& frame);
  bool start_text_element(FeedElement element, FeedModule module, Frame& frame);
  void start_root(FeedElement element);
  void start_entry(Frame& frame);
  void start_source(Frame& frame);
  void start_link(FeedModule module, Frame& frame);
  void start_category(FeedElement element, FeedModule module, Frame& frame);
  void start_media(FeedElement element);
  void start_enclosure();
  void start_extension(FeedModule module, Frame& frame);
  void read_cdf_attributes();

  // feed_fields.cpp: where its value goes at its end
  void end_capture(Capture& capture);
  bool set_channel_value(Capture& capture, std::string_view value);
  void end_category(Capture& capture, std::string_view value);
  void add_license(std::string_view address);
  bool end_text_element(Capture& capture);
  FeedText finish_text(Capture& capture);
  void set_title(FeedText text, int merit);
  void set_summary(FeedText text, int merit);
  void add_content(FeedText text);
  void set_rights(FeedText text);
  void set_date(FeedElement element, std::string_view written);
  // feed_lists.cpp
  void end_person(const Capture& capture);
  void set_person_part(FeedElement element, std::string_view value);
  void add_category(FeedCategory category);
  void add_terms(std::string_view list, std::string_view scheme);
  void add_link(FeedLink link, FeedModule module, bool from_text);
  void keep_link(FeedLink link);
  void offer_url(std::string_view url, int merit);
  void set_id(const Capture& capture, std::string_view value);
  void set_image_part(FeedElement element, std::string_view value);
  void add_image(std::string url, std::string_view caption);
  void add_enclosure(FeedLink link);
  void add_extension(Capture& capture, std::string_view value);
  void finish_entry();
  void finish_feed();

  bool in_entry() const { return in_entry_ && !in_source_; }
  // The one being read, while in_entry_.
  FeedEntry& entry() { return feed_.entries.back(); }
  FeedChannel& channel() { return in_source_ ? entry().source.back() : feed_; }
  Merits& merits() { return in_source_ ? source_merits_ : in_entry_ ? entry_merits_ : merits_; }

  XmlReader reader_;
  FeedDates& dates_;
  Feed feed_;
  FeedPerson person_;
  std::vector<Frame> frames_;
  std::vector<Capture> captures_;  // the first captures_open_ are in use, the rest keep their room
  std::size_t captures_open_ = 0;
  std::vector<Namespace> namespaces_;
  std::vector<std::string> bases_, languages_;
  std::string_view root_;
  std::string period_;  // sy:updatePeriod
  std::uint32_t frequency_ = 0;
  Merits merits_, entry_merits_, source_merits_;
  std::size_t entry_frame_ = 0, channel_frame_ = 0;
  std::size_t parts_ = 0, entries_left_out_ = 0;
  std::size_t repeated_bytes_ = 0, resolved_bytes_ = 0;
  bool is_feed_ = false;  // something of the document was
  bool inside_feed_ = false;
  bool in_entry_ = false, in_source_ = false, in_image_ = false, in_form_ = false;
  bool in_person_ = false;
  bool dc_date_only_ = false;  // updated_text of the entry is a dc:date
  bool ended_in_entry_ = false;
  bool entry_has_elements_ = false;
};

}  // namespace khabar
