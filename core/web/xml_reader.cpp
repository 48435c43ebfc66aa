#include "core/web/xml_reader.h"

#include <algorithm>
#include <cstring>

#include "core/html/scan.h"
#include "core/text/ascii.h"

namespace khabar {
namespace {

// XML 1.0 section 2.3, generously: what can begin a name; '<' before anything else is text.
bool begins_name(char c) {
  return is_ascii_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

bool stops_name(char c) {
  return is_html_space(c) || c == '>' || c == '/' || c == '<' || c == '=';
}

bool same_name(const XmlName& a, const XmlName& b) {
  return equals_ignoring_case(a.local, b.local) && equals_ignoring_case(a.prefix, b.prefix);
}

std::uint32_t hash_of(const XmlName& name) {  // FNV-1a of the lower-case local name
  std::uint32_t hash = 2166136261u;
  for (const char c : name.local) {
    hash = (hash ^ static_cast<unsigned char>(ascii_lower(c))) * 16777619u;
  }
  return hash;
}

XmlName split_name(const char* begin, const char* end) {
  const std::string_view whole(begin, static_cast<std::size_t>(end - begin));
  const std::size_t colon = whole.find(':');
  if (colon == std::string_view::npos || colon + 1 == whole.size()) return {{}, whole};
  return {whole.substr(0, colon), whole.substr(colon + 1)};
}

const char* find(const char* p, const char* end, char c) {
  const void* found = std::memchr(p, c, static_cast<std::size_t>(end - p));
  return found == nullptr ? end : static_cast<const char*>(found);
}

// U+0000 to U+001F but for \t and \n (so \r too, which XML turns into \n), or U+0080 to U+009F.
bool holds_controls(std::string_view utf8) {
  static constexpr std::size_t kBlock = 4096;  // 16 bytes at a time, and an early end
  const auto* bytes = reinterpret_cast<const unsigned char*>(utf8.data());
  const std::size_t last = utf8.empty() ? 0 : utf8.size() - 1;
  for (std::size_t begin = 0; begin < last; begin += kBlock) {
    unsigned char found = 0;
    for (std::size_t i = begin; i < std::min(begin + kBlock, last); ++i) {
      const unsigned char c = bytes[i];
      found |= static_cast<unsigned char>(((c < 0x20) & (c != '\n') & (c != '\t')) |
                                          ((c == 0xC2) & (bytes[i + 1] < 0xA0)));
    }
    if (found != 0) return true;
  }
  return false;
}

}  // namespace

XmlReader::XmlReader(std::string_view utf8)
    : begin_(utf8.data()), p_(begin_), end_(begin_ + utf8.size()) {
  if (utf8.starts_with("\xEF\xBB\xBF")) p_ += 3;
  has_controls_ = holds_controls(utf8);
}

void XmlReader::fault(XmlFault kind, const char* at) {
  XmlFaultCount& count = faults_[static_cast<std::size_t>(kind)];
  if (count.count++ == 0) count.first_offset = static_cast<std::size_t>(at - begin_);
}

bool XmlReader::at(std::string_view word) const {
  return starts_ignoring_case({p_, end_}, word);
}

XmlEvent XmlReader::next() {
  if (empty_element_) {
    empty_element_ = false;
    emit_end();
    return XmlEvent::end;
  }
  if (closing_) {
    if (open_.size() > close_to_) {
      if (open_.size() > close_to_ + 1) fault(XmlFault::unclosed_element, p_);
      emit_end();
      return XmlEvent::end;
    }
    closing_ = false;
  }
  while (p_ != end_) {
    if (*p_ == '<') {
      const char* const before = p_;
      const std::size_t depth_before = open_.size();
      if (read_markup()) {
        if (open_.size() > depth_before) return XmlEvent::start;
        if (closing_) return next();  // one level: the ends begin
        return XmlEvent::text;
      }
      if (p_ == before) ++p_;  // cannot happen; would never end
    } else if (read_text(p_)) {
      return XmlEvent::text;
    }
  }
  if (open_.empty()) return XmlEvent::eof;
  fault(XmlFault::unclosed_element, end_);
  is_cut_off_ = true;
  emit_end();
  return XmlEvent::end;
}

bool XmlReader::emit_end() {
  name_ = open_.back().name;
  open_.pop_back();
  return true;
}

void XmlReader::lift_to(std::size_t depth) {
  if (depth + 1 >= open_.size()) return;
  fault(XmlFault::unclosed_element, p_);
  open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(depth), open_.end() - 1);
}

bool XmlReader::read_markup() {
  if (end_ - p_ < 2) return read_text(p_);
  const char second = p_[1];
  if (begins_name(second)) return read_start();
  if (second == '/') return read_end();
  if (second == '!') {
    if (at("<![CDATA[")) return read_cdata();
    read_declaration();
    return false;
  }
  if (second == '?') {
    skip_section(instruction_, 2);
    return false;
  }
  fault(XmlFault::bare_less_than, p_);
  return read_text(p_);
}

// `from` is p_: to the next '<' that is not the first byte. False: nothing to tell.
bool XmlReader::read_text(const char* from) {
  const char* stop = find_any<'<', '&', '<', '&'>(from + 1, end_);
  const bool references = *from == '&' || (stop != end_ && *stop == '&');
  if (stop != end_ && *stop == '&') stop = find(stop, end_, '<');
  p_ = stop;
  if (open_.empty()) {
    if (!seen_root_ && stop != end_) {
      const std::string_view junk(from, static_cast<std::size_t>(stop - from));
      if (!std::all_of(junk.begin(), junk.end(), is_html_space)) {
        fault(XmlFault::leading_junk, from);
      }
    }
    return false;
  }
  is_cdata_ = false;
  text_ = decoded({from, static_cast<std::size_t>(stop - from)}, references, scratch_);
  return true;
}

bool XmlReader::read_start() {
  const char* const tag = p_;
  const char* p = p_ + 1;
  while (p != end_ && !stops_name(*p)) ++p;
  const XmlName name = split_name(tag + 1, p);
  p_ = p;
  attributes_.clear();
  decoded_.clear();
  attribute_bytes_.clear();
  bool empty = false;
  bool ended = false;
  while (p_ != end_) {
    if (*p_ == '>') {
      ++p_;
      ended = true;
      break;
    }
    if (*p_ == '<') {
      fault(XmlFault::bad_attribute, p_);
      ended = true;
      break;
    }
    if (*p_ == '/') {
      empty = p_ + 1 != end_ && p_[1] == '>';
      ++p_;
    } else if (is_html_space(*p_)) {
      ++p_;
    } else {
      read_attribute();
    }
  }
  if (!ended) {  // cut off inside the tag: what it would have been is not known
    fault(XmlFault::unclosed_section, tag);
    return false;
  }
  seen_root_ = true;
  for (const Decoded& value : decoded_) {
    attributes_[value.attribute].value =
        std::string_view(attribute_bytes_).substr(value.offset, value.length);
  }
  if (open_.size() >= kDepthMax) {
    fault(XmlFault::depth_limit, tag);
    if (!empty) ++below_;
    return false;
  }
  name_ = name;
  open_.push_back({name, hash_of(name)});
  empty_element_ = empty;
  return true;
}

void XmlReader::read_attribute() {
  const char* const begin = p_;
  while (p_ != end_ && !stops_name(*p_)) ++p_;
  const XmlName name = split_name(begin, p_);
  while (p_ != end_ && is_html_space(*p_)) ++p_;
  std::string_view raw;
  if (p_ != end_ && *p_ == '=') {
    ++p_;
    while (p_ != end_ && is_html_space(*p_)) ++p_;
    if (p_ != end_ && (*p_ == '"' || *p_ == '\'')) {
      raw = read_quoted(*p_);
    } else {
      fault(XmlFault::bad_attribute, p_);
      const char* const value = p_;
      while (p_ != end_ && !is_html_space(*p_) && *p_ != '>' && *p_ != '<') ++p_;
      // "/>" ends the tag, unless it is of a URL: <a href=http://host/>
      raw = {value, static_cast<std::size_t>(p_ - value)};
    }
  } else {
    fault(XmlFault::bad_attribute, begin);
  }
  if (name.local.empty()) return;
  if (attributes_.size() >= kAttributesMax) return fault(XmlFault::attribute_limit, begin);
  attributes_.push_back({name, {}});
  keep_value(raw);
}

// At the opening quote. A quote that nothing closes before the next tag was a slip: the value ends
// with the tag.
std::string_view XmlReader::read_quoted(char quote) {
  const char* const value = p_ + 1;
  bool& absent = quote_absent_[quote == '"' ? 0 : 1];
  const char* close = absent ? end_ : find(value, end_, quote);
  if (close == end_) absent = true;
  const char* const less = find(value, close, '<');
  const bool closes = close != end_ && (less == close || close + 1 == end_ ||
                                        stops_name(close[1]) || close[1] == '?');
  if (!closes) {
    fault(XmlFault::bad_attribute, value);
    p_ = find_any<'<', '>', '<', '>'>(value, end_);
    return {value, static_cast<std::size_t>(p_ - value)};
  }
  p_ = close + 1;
  return {value, static_cast<std::size_t>(close - value)};
}

void XmlReader::keep_value(std::string_view raw) {
  const bool references = raw.find('&') != std::string_view::npos;
  if (!references && !has_controls_) {
    attributes_.back().value = raw;
    return;
  }
  const std::size_t offset = attribute_bytes_.size();
  append_decoded(raw, references, attribute_bytes_);
  decoded_.push_back({attributes_.size() - 1, offset, attribute_bytes_.size() - offset});
}

// Ends all elements above the one it names. False: it names none that is open.
bool XmlReader::read_end() {
  const char* const tag = p_;
  const char* const begin = p_ + 2;
  const char* p = begin;
  while (p != end_ && !stops_name(*p)) ++p;
  const XmlName name = split_name(begin, p);
  while (p != end_ && *p != '>' && *p != '<') ++p;
  p_ = p != end_ && *p == '>' ? p + 1 : p;
  if (below_ > 0) {
    --below_;
    return false;
  }
  const std::uint32_t hash = hash_of(name);
  for (std::size_t i = open_.size(); i-- > 0;) {
    if (open_[i].hash != hash) continue;
    const bool is_top = i + 1 == open_.size();
    if (!same_name(open_[i].name, name) &&
        !(is_top && equals_ignoring_case(open_[i].name.local, name.local))) {
      continue;
    }
    close_to_ = i;
    closing_ = true;
    return true;
  }
  fault(XmlFault::stray_end_tag, tag);
  return false;
}

bool XmlReader::read_cdata() {
  const char* const tag = p_;
  const char* const begin = p_ + 9;
  const std::string_view rest(begin, static_cast<std::size_t>(end_ - begin));
  std::size_t length = cdata_.absent ? std::string_view::npos : rest.find("]]>");
  if (length == std::string_view::npos) {
    cdata_.absent = true;
    fault(XmlFault::unclosed_section, tag);
    length = rest.find("</");  // of the element it stands in, as far as one can tell
    if (length == std::string_view::npos) length = rest.size();
    p_ = begin + length;
  } else {
    p_ = begin + length + 3;
  }
  if (open_.empty()) return false;
  is_cdata_ = true;
  text_ = decoded(rest.substr(0, length), false, scratch_);
  return true;
}

void XmlReader::skip_section(Section& section, std::size_t opener) {
  const std::string_view rest(p_, static_cast<std::size_t>(end_ - p_));
  const std::size_t found =
      section.absent ? std::string_view::npos : rest.find(section.end, opener);
  if (found != std::string_view::npos) {
    p_ += found + section.end.size();
    return;
  }
  section.absent = true;
  fault(XmlFault::unclosed_section, p_);
  p_ = find(p_ + opener, end_, '>');
  if (p_ != end_) ++p_;
}

}  // namespace khabar
