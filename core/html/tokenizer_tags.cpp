// Tags and their attributes: 13.2.5.6 to .8 and .32 to .40.
#include <algorithm>
#include <cstring>

#include "core/html/known_names.h"
#include "core/html/scan.h"
#include "core/html/tokenizer.h"

namespace khabar {
namespace {

// scan_name reads 16 bytes; near the end of the input they come from a padded copy.
[[gnu::always_inline]] inline ScannedName scan_name_before(const char* p, const char* end) {
  if (end - p >= 16) [[likely]]
    return scan_name(p);
  char padded[16];
  std::memset(padded, '>', sizeof padded);
  std::memcpy(padded, p, static_cast<std::size_t>(end - p));
  return scan_name(padded);
}

void store_key(NameKey key, char* out) {
  for (unsigned i = 0; i < 8; ++i) {
    out[i] = static_cast<char>(key.low >> (8 * i));
    out[8 + i] = static_cast<char>(key.high >> (8 * i));
  }
}

// The names of one tag's attributes so far: a known one has a bit of its own; another of 64 that it
// shares, and only one whose bit is taken is compared with those before.
class SeenNames {
 public:
  bool add(const Attribute& attribute, const Attribute* before, std::uint32_t count) {
    static_assert(static_cast<unsigned>(AttributeName::kKnownAttributeNamesEnd) <= 64);
    if (attribute.id != AttributeName::other) {
      const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(attribute.id);
      const bool is_new = (known_ & bit) == 0;
      known_ |= bit;
      return is_new;
    }
    const auto first = static_cast<unsigned char>(attribute.name_bytes[0]);
    const auto last = static_cast<unsigned char>(attribute.name_bytes[attribute.name_length - 1]);
    const auto bit = std::uint64_t{1} << ((first * 7u + last * 31u + attribute.name_length) & 63);
    const bool is_new = (others_ & bit) == 0 || std::none_of(before, before + count, [&](auto& a) {
                          return a.id == AttributeName::other && a.name() == attribute.name();
                        });
    others_ |= bit;
    return is_new;
  }

 private:
  std::uint64_t known_ = 0;
  std::uint64_t others_ = 0;
};

}  // namespace

// Names with NUL, of 16 bytes and more, or of tags with '=' in them.
const char* Tokenizer::read_long_name(const char* p, bool equals_ends, std::string_view& name) {
  const char* begin = p;
  bool as_is = true;
  std::size_t nuls = 0;
  // An '=' that begins an attribute name belongs to it.
  for (; p != end_; ++p) {
    if (*p == '\0') {
      ++nuls;
    } else if (*p == '=') {
      if (equals_ends && p != begin) break;
    } else if (ends_name(*p)) {
      break;
    } else {
      as_is &= ascii_lower(*p) == *p;
    }
  }
  name = {begin, static_cast<std::size_t>(p - begin)};
  if (as_is && nuls == 0) return p;
  char* out = bytes_.allocate(name.size() + 2 * nuls);
  name = {out, name.size() + 2 * nuls};
  for (const char* in = begin; in != p; ++in) {
    if (*in == '\0') {
      std::memcpy(out, "\xEF\xBF\xBD", 3);
      out += 3;
    } else {
      *out++ = ascii_lower(*in);
    }
  }
  return p;
}

inline const char* Tokenizer::read_tag_name(const char* p, Token& token) {
  const ScannedName name = scan_name_before(p, end_);
  const char* name_end = p + name.length;
  const bool complete =
      name.length < 16 && (name_end >= end_ || (*name_end != '=' && *name_end != '\0'));
  if (!complete) [[unlikely]] {
    p = read_long_name(p, false, token.text);
    token.tag = find_tag(token.text);
    return p;
  }
  token.tag = find_tag(name.key);
  token.text = {p, name.length};
  if (name.has_upper) {
    if (token.tag != Tag::none) {
      token.text = known_tag_name(token.tag);
    } else {
      char* lower = bytes_.reserve(16);
      store_key(name.key, lower);
      bytes_.commit(name.length);
      token.text = {lower, name.length};
    }
  }
  return name_end;
}

inline void Tokenizer::set_value(Attribute& attribute, const char* begin, const char* end,
                                 RunContent content) {
  const std::string_view value =
      read_run(begin, end, content, ReferenceMode::attribute, NulRule::replace);
  attribute.value_bytes = value.data();
  attribute.value_length = static_cast<std::uint32_t>(value.size());
}

template <char Quote>
inline const char* Tokenizer::read_quoted_value(const char* p, Attribute& attribute) {
  const char* begin = p;
  RunContent content;
  for (;; ++p) {
    p = find_any<Quote, '&', '\r', '\0'>(p, end_);
    if (p == end_) return p;  // the tag is dropped with its value
    if (*p == Quote) break;
    content.meet(*p);
  }
  set_value(attribute, begin, p, content);
  return p + 1;
}

const char* Tokenizer::read_unquoted_value(const char* p, Attribute& attribute) {
  const char* begin = p;
  RunContent content;
  for (; p != end_ && *p != '>' && !is_html_space(*p); ++p) {
    if (*p == '&' || *p == '\0') content.meet(*p);
  }
  set_value(attribute, begin, p, content);
  return p;
}

// Behind the '='.
inline const char* Tokenizer::read_attribute_value(const char* p, Attribute& attribute) {
  p = skip_html_space(p, end_);
  if (p == end_ || *p == '>') return p;
  if (*p == '"') return read_quoted_value<'"'>(p + 1, attribute);
  if (*p == '\'') return read_quoted_value<'\''>(p + 1, attribute);
  return read_unquoted_value(p, attribute);
}

inline void Tokenizer::set_name(Attribute& attribute, const char* p, const ScannedName& name) {
  attribute.id = find_attribute_name(name.key);
  attribute.name_bytes = p;
  attribute.name_length = name.length;
  if (name.has_upper) [[unlikely]] {
    char* lower = bytes_.reserve(16);
    store_key(name.key, lower);
    bytes_.commit(name.length);
    attribute.name_bytes = lower;
  }
}

const char* Tokenizer::read_attribute_name(const char* p, Attribute& attribute) {
  const ScannedName name = scan_name_before(p, end_);
  const char* name_end = p + name.length;
  // Length 0: '=' first, or NUL.
  const bool complete =
      name.length != 0 && name.length < 16 && (name_end >= end_ || *name_end != '\0');
  if (!complete) [[unlikely]] {
    std::string_view long_name;
    p = read_long_name(p, true, long_name);
    attribute.name_bytes = long_name.data();
    attribute.name_length = static_cast<std::uint32_t>(long_name.size());
    attribute.id = find_attribute_name(long_name);
    return p;
  }
  set_name(attribute, p, name);
  return name_end;
}

const char* Tokenizer::read_any_attribute(const char* p, Attribute& attribute) {
  p = read_attribute_name(p, attribute);
  attribute.ns = AttributeNamespace::none;
  attribute.value_bytes = p;
  attribute.value_length = 0;
  if (p != end_ && *p == '=') [[likely]]
    return read_attribute_value(p + 1, attribute);
  const char* behind = skip_html_space(p, end_);
  if (behind != end_ && *behind == '=') return read_attribute_value(behind + 1, attribute);
  return p;
}

// Nearly all are of the kind name="value".
inline const char* Tokenizer::read_attribute(const char* p, TagBytes& tag, Attribute& attribute) {
  if (!tag.holds(p)) tag.read(p, end_);
  if (!tag.holds(p)) [[unlikely]]
    return read_any_attribute(p, attribute);
  const unsigned length = tag.name_length(p);
  if (length - 1 >= TagBytes::kNameBytesMax || p[length] != '=' || p[length + 1] != '"') {
    return read_any_attribute(p, attribute);
  }
  set_name(attribute, p, name_of_length(p, length));
  attribute.ns = AttributeNamespace::none;
  const char* value = p + length + 2;
  const char* end = tag.value_end(value);
  if (end == nullptr || *end != '"') return read_quoted_value<'"'>(value, attribute);
  set_value(attribute, value, end, RunContent());
  return end + 1;
}

inline const char* Tokenizer::read_attributes(const char* p, Token& token) {
  // One more than may be kept, so that the next attribute always has a place to be read into.
  auto* attributes =
      reinterpret_cast<Attribute*>(attributes_.reserve((attributes_max_ + 1) * sizeof(Attribute)));
  TagBytes tag;
  tag.read(p_, end_);
  SeenNames seen;
  std::uint32_t count = 0;
  for (;;) {
    p = skip_html_space(p, end_);
    if (p == end_) return end_;
    if (*p == '>') break;
    if (*p == '/') {
      ++p;
      if (p != end_ && *p == '>') {
        token.self_closing = true;
        break;
      }
      continue;
    }
    Attribute& attribute = attributes[count];
    p = read_attribute(p, tag, attribute);
    if (count == attributes_max_) [[unlikely]] {
      dropped_attributes_ = true;
      continue;
    }
    if (seen.add(attribute, attributes, count)) ++count;
  }
  token.attributes = attributes;
  token.attribute_count = count;
  return p;
}

// At the first letter of the name. An unfinished tag at the end of the input is dropped.
bool Tokenizer::read_tag(Token& token, TokenKind kind) {
  token.kind = kind;
  token.self_closing = false;
  token.attribute_count = 0;
  const char* p = read_tag_name(p_, token);
  if (p == end_ || *p != '>') p = read_attributes(p, token);
  if (p == end_) [[unlikely]] {
    p_ = end_;
    return false;
  }
  p_ = p + 1;
  if (kind == TokenKind::start_tag) last_start_tag_ = token.text;
  return true;
}

}  // namespace khabar
