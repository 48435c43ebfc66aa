#include "core/web/feed_builder.h"

#include <algorithm>
#include <utility>

#include "core/html/escape.h"
#include "core/html/scan.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

bool is_blank_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_html_space);
}

}  // namespace

FeedBuilder::FeedBuilder(std::string_view utf8, const FeedContext& context, FeedDates& dates)
    : reader_(utf8), dates_(dates) {
  std::string base = resolve_base({}, context.url);
  std::string location = resolve_base(base, context.content_location);
  bases_.push_back(location.empty() ? std::move(base) : std::move(location));
  languages_.push_back(language_tag(context.content_language));
  feed_.language = languages_.back();
  feed_.entries.reserve(std::min<std::size_t>(utf8.size() / 2048, 1024));
}

bool FeedBuilder::build() {
  for (;;) {
    switch (reader_.next()) {
      case XmlEvent::start:
        start();
        break;
      case XmlEvent::end:
        end();
        break;
      case XmlEvent::text:
        text();
        break;
      case XmlEvent::eof:
        finish_feed();
        return is_feed_;
    }
  }
}

std::string_view FeedBuilder::attribute(std::string_view local) const {
  for (const XmlAttribute& attribute : reader_.attributes()) {
    if (equals_ignoring_case(attribute.name.local, local)) return attribute.value;
  }
  return {};
}

bool FeedBuilder::has_attribute(std::string_view local) const {
  const auto attributes = reader_.attributes();
  return std::any_of(attributes.begin(), attributes.end(), [local](const XmlAttribute& a) {
    return equals_ignoring_case(a.name.local, local);
  });
}

std::string FeedBuilder::repeated(std::string_view text) {
  repeated_bytes_ += text.size();
  return repeated_bytes_ > kRepeatedBytesMax ? std::string{} : std::string(text);
}

std::string FeedBuilder::resolved(std::string_view reference) {
  if (is_plain_address(reference)) return std::string(reference);
  resolved_bytes_ += base().size();
  return resolved_bytes_ > kResolvedBytesMax ? std::string{} : resolve_link(base(), reference);
}

void FeedBuilder::declare(std::string_view prefix, std::string_view uri) {
  const FeedModule module = module_of_namespace(trim_blanks(uri));
  if (feed_.format.empty() && module == FeedModule::core) {
    if (equals_ignoring_case(uri, "http://my.netscape.com/rdf/simple/0.9/") && prefix.empty()) {
      feed_.format = "rss090";
    } else if (equals_ignoring_case(uri, "http://purl.org/rss/1.0/")) {
      feed_.format = "rss10";
    } else if (equals_ignoring_case(uri, "http://www.w3.org/2005/atom")) {
      feed_.format = "atom10";
    }
  }
  if (namespaces_.size() < kNamespacesMax) namespaces_.push_back({prefix, module});
}

// Namespaces, xml:base and xml:lang of the element that starts.
void FeedBuilder::read_scope(Frame& frame) {
  frame.namespaces = static_cast<std::uint32_t>(namespaces_.size());
  frame.bases = static_cast<std::uint32_t>(bases_.size());
  frame.languages = static_cast<std::uint32_t>(languages_.size());
  for (const XmlAttribute& attribute : reader_.attributes()) {
    const auto& [prefix, local] = attribute.name;
    if (prefix.empty() && local == "xmlns") declare({}, attribute.value);
    if (prefix == "xmlns") declare(local, attribute.value);
    if (!prefix.empty() && prefix != "xml") continue;
    if (equals_ignoring_case(local, "base")) {
      resolved_bytes_ += base().size();
      if (resolved_bytes_ > kResolvedBytesMax) continue;
      std::string inner = resolve_base(base(), attribute.value);
      if (!inner.empty()) bases_.push_back(std::move(inner));
    } else if (equals_ignoring_case(local, "lang")) {
      languages_.push_back(language_tag(attribute.value));
    }
  }
}

FeedModule FeedBuilder::module_of(const XmlName& name) const {
  for (std::size_t i = namespaces_.size(); i-- > 0;) {
    if (namespaces_[i].prefix != name.prefix) continue;
    // A default namespace that nobody knows: feeds declare all kinds of them on their root.
    if (name.prefix.empty() && namespaces_[i].module == FeedModule::other) break;
    return namespaces_[i].module;
  }
  return name.prefix.empty() ? FeedModule::core : module_of_prefix(name.prefix);
}

void FeedBuilder::start() {
  Frame frame;
  frame.name = reader_.name();
  if (frames_.empty() && root_.empty()) root_ = frame.name.local;
  read_scope(frame);
  const FeedModule module = module_of(frame.name);
  frame.element = element_of(module, frame.name.local);
  const Capture* open = open_capture();
  if (open != nullptr && open->is_text && start_in_text(frame.element, module, frame)) {
    frames_.push_back(frame);
    return;
  }
  if (frame.element == FeedElement::entry && in_entry_) {
    while (frames_.size() > entry_frame_) close_frame();
    reader_.lift_to(entry_frame_);
  }
  start_element(frame.element, module, frame);
  frames_.push_back(frame);
}

void FeedBuilder::end() {
  if (frames_.empty()) return;
  // The document ended before the element did: what a field would have been is not known, but of
  // texts what stands there is worth having.
  close_frame();
}

void FeedBuilder::close_frame() {
  const Frame frame = frames_.back();
  if ((frame.opens & kMarkup) != 0) {
    if (Capture* open = open_capture()) {
      open->text += "</";
      open->text += frame.name.local;
      open->text += '>';
    }
  }
  if ((frame.opens & kCapture) != 0 && captures_open_ > 0) {
    Capture& done = captures_[captures_open_ - 1];
    end_capture(done);
    --captures_open_;
  }
  if ((frame.opens & kImage) != 0) in_image_ = false;
  if ((frame.opens & kForm) != 0) in_form_ = false;
  if ((frame.opens & kPerson) != 0) in_person_ = false;
  if ((frame.opens & kSource) != 0) in_source_ = false;
  if ((frame.opens & kEntry) != 0) finish_entry();
  if ((frame.opens & kFeed) != 0) inside_feed_ = false;
  namespaces_.resize(std::min<std::size_t>(namespaces_.size(), frame.namespaces));
  bases_.resize(std::min<std::size_t>(bases_.size(), frame.bases));
  languages_.resize(std::min<std::size_t>(languages_.size(), frame.languages));
  frames_.pop_back();
}

void FeedBuilder::text() {
  Capture* open = open_capture();
  if (open == nullptr) return;
  const std::string_view text = reader_.text();
  if (open->is_inline) {
    if (frames_.size() == open->frame + 1 && !open->top_text) open->top_text = !is_blank_text(text);
    append_escaped_text(text, open->text);
  } else {
    open->text += text;
  }
}

// An element inside a text. False: it does not belong there, the text was ended.
bool FeedBuilder::start_in_text(FeedElement element, FeedModule module, Frame& frame) {
  Capture& open = *open_capture();
  const bool cuts = open.was_declared ? element == FeedElement::entry && module == FeedModule::core
                                      : ends_open_text(element);
  if (cuts) {
    const std::size_t depth = open.frame;
    while (frames_.size() > depth) close_frame();
    reader_.lift_to(depth);
    return false;
  }
  if (!open.is_inline) {
    // "<content type='html'><div>&lt;p&gt;...": the div is the writer's mistake.
    if (open.about.type != "text/plain" && equals_ignoring_case(frame.name.local, "div")) {
      return true;
    }
    if (open.about.type == "text/plain") {
      std::string escaped;
      append_escaped_text(open.text, escaped);
      open.text = std::move(escaped);
    }
    open.about.type = "application/xhtml+xml";
    open.is_inline = true;
    open.top_text = true;  // what stood before it is unknown here; there is no div to take off
  }
  if (frames_.size() == open.frame + 1) {
    if (open.top_elements++ == 0) open.first_is_div = equals_ignoring_case(frame.name.local, "div");
  }
  append_start_tag(open, module);
  if (!is_void(frame.name.local)) frame.opens |= kMarkup;
  return true;
}

bool FeedBuilder::is_void(std::string_view local) const {
  static constexpr std::string_view kVoid[] = {"area",  "base",   "br",    "col",  "embed",
                                               "hr",    "img",    "input", "link", "meta",
                                               "param", "source", "track", "wbr"};
  return std::any_of(std::begin(kVoid), std::end(kVoid),
                     [local](std::string_view name) { return equals_ignoring_case(local, name); });
}

void FeedBuilder::append_start_tag(Capture& capture, FeedModule module) {
  std::string& out = capture.text;
  const std::string_view local = reader_.name().local;
  out += '<';
  out += local;
  const auto append = [&out](std::string_view prefix, std::string_view name,
                             std::string_view value) {
    out += ' ';
    if (!prefix.empty()) {
      out += prefix;
      out += ':';
    }
    out += name;
    out += "=\"";
    append_escaped_attribute(value, out);
    out += '"';
  };
  for (const XmlAttribute& attribute : reader_.attributes()) {
    const auto& [prefix, name] = attribute.name;
    if (prefix == "xmlns" || (prefix.empty() && name == "xmlns")) continue;
    if (name.find_first_of("\"'<>=&") != std::string_view::npos) continue;
    append(prefix.empty() ? prefix : prefix_of(module_of(attribute.name)), name, attribute.value);
  }
  if (module == FeedModule::svg && equals_ignoring_case(local, "svg")) {
    append({}, "xmlns", "http://www.w3.org/2000/svg");
  } else if (module == FeedModule::mathml && equals_ignoring_case(local, "math")) {
    append({}, "xmlns", "http://www.w3.org/1998/Math/MathML");
  }
  out += is_void(local) ? " />" : ">";
}

FeedBuilder::Capture& FeedBuilder::capture(FeedElement element, FeedModule module, Frame& frame) {
  if (captures_open_ == captures_.size()) captures_.emplace_back();
  Capture& capture = captures_[captures_open_++];
  capture.text.clear();
  capture.is_text = capture.is_inline = capture.was_declared = capture.is_base64 = false;
  capture.is_permalink = capture.is_address = capture.top_text = capture.first_is_div = false;
  capture.top_elements = 0;
  capture.element = element;
  capture.module = module;
  capture.frame = frames_.size();
  frame.opens |= kCapture;
  return capture;
}

FeedBuilder::Capture& FeedBuilder::capture_text(FeedElement element, FeedModule module,
                                                std::string_view default_type, Frame& frame) {
  Capture& text = capture(element, module, frame);
  text.is_text = true;
  const std::string_view written = attribute("type");
  const std::string_view mode = attribute("mode");
  text.about.type = written.empty() ? std::string(default_type) : media_type_of(written);
  const std::string& type = text.about.type;
  text.is_base64 =
      equals_ignoring_case(mode, "base64") || !(type.empty() || type.starts_with("text/") ||
                                                type.ends_with("+xml") || type.ends_with("/xml"));
  text.is_inline =
      !text.is_base64 && type.ends_with("xml") && !equals_ignoring_case(mode, "escaped");
  text.was_declared = text.is_inline;
  if (type.empty()) text.about.type = default_type;
  text.about.language = repeated(language());
  text.about.base = repeated(base());
  return text;
}

}  // namespace khabar
