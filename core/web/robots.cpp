#include "core/web/robots.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <unordered_set>
#include <utility>

#include "core/text/ascii.h"

namespace khabar {
namespace {

constexpr std::size_t kAgentBytesMax = 256;  // of a product token that can be ours

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// The octet that "%XX" at `i` stands for, or -1.
int escaped_octet(std::string_view text, std::size_t i) {
  if (text[i] != '%' || i + 2 >= text.size()) return -1;
  const int high = hex_digit_value(text[i + 1]), low = hex_digit_value(text[i + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

void append_escaped(int octet, std::string& out) {
  constexpr char kHex[] = "0123456789ABCDEF";
  out += '%';
  out += kHex[octet >> 4];
  out += kHex[octet & 15];
}

bool is_unreserved(int octet) {  // RFC 3986, section 2.3
  const char c = static_cast<char>(octet);
  return is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// Would a URL parser escape it? In queries braces and backquotes stay.
bool needs_escape(unsigned char c, bool in_query) {
  if (c <= 0x20 || c >= 0x7F || c == '"' || c == '<' || c == '>') return true;
  return !in_query && (c == '`' || c == '{' || c == '}');
}

// "Octets ... outside the range of the ASCII ... MUST be percent-encoded prior to comparison"
// (section 2.2.2); those that are get upper-case digits.
std::string normalised_pattern(std::string_view written) {
  std::string out;
  out.reserve(written.size());
  bool in_query = false;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const auto c = static_cast<unsigned char>(written[i]);
    in_query |= c == '?';
    if (const int octet = escaped_octet(written, i); octet >= 0) {
      append_escaped(octet, out);
      i += 2;
    } else if (needs_escape(c, in_query)) {
      append_escaped(c, out);
    } else {
      out += written[i];
    }
  }
  return out;
}

std::string without_needless_escapes(std::string_view pattern) {
  std::string out;
  out.reserve(pattern.size());
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const int octet = escaped_octet(pattern, i);
    if (octet >= 0 && is_unreserved(octet)) {
      out += static_cast<char>(octet);
      i += 2;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

std::string with_upper_case_escapes(std::string_view path) {
  std::string out(path);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (escaped_octet(out, i) < 0) continue;
    for (char& digit : {std::ref(out[i + 1]), std::ref(out[i + 2])}) {
      if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
    }
    i += 2;
  }
  return out;
}

// The offset behind the first `piece` in `text`, or npos. glibc's memmem is linear (two-way).
std::size_t behind(std::string_view text, std::string_view piece) {
  if (piece.empty()) return 0;
  const void* at = memmem(text.data(), text.size(), piece.data(), piece.size());
  if (!at) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(at) - text.data()) + piece.size();
}

// '*' is any run of octets, a final '$' the end (section 2.2.3). The pieces between stars may be
// taken leftmost, each behind the last: one pass over the path, no backtracking.
bool matches(std::string_view pattern, std::string_view path) {
  const bool to_the_end = pattern.ends_with('$');
  if (to_the_end) pattern.remove_suffix(1);
  std::size_t star = pattern.find('*');
  const std::string_view head = pattern.substr(0, star);
  if (!path.starts_with(head)) return false;
  path.remove_prefix(head.size());
  if (star == std::string_view::npos) return !to_the_end || path.empty();
  for (pattern.remove_prefix(star + 1); (star = pattern.find('*')) != std::string_view::npos;
       pattern.remove_prefix(star + 1)) {
    const std::size_t found = behind(path, pattern.substr(0, star));
    if (found == std::string_view::npos) return false;
    path.remove_prefix(found);
  }
  return to_the_end ? path.ends_with(pattern) : behind(path, pattern) != std::string_view::npos;
}

enum class Key { other, user_agent, allow, disallow, sitemap, crawl_delay };

// By their start, and as sites misspell them.
Key key_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Key>, 14> kKeys = {{
      {"user-agent", Key::user_agent},
      {"useragent", Key::user_agent},
      {"user agent", Key::user_agent},
      {"allow", Key::allow},
      {"disallow", Key::disallow},
      {"dissallow", Key::disallow},
      {"dissalow", Key::disallow},
      {"disalow", Key::disallow},
      {"diasllow", Key::disallow},
      {"disallaw", Key::disallow},
      {"sitemap", Key::sitemap},
      {"site-map", Key::sitemap},
      {"crawl-delay", Key::crawl_delay},
      {"crawldelay", Key::crawl_delay},
  }};
  for (const auto& [start, key] : kKeys) {
    if (starts_ignoring_case(name, start)) return key;
  }
  return Key::other;
}

struct Line {
  Key key = Key::other;
  std::string_view value;
};

// "key: value", or "key value" of exactly two words, for those who forgot the colon.
Line parse_line(std::string_view line) {
  line = trim(line.substr(0, line.find('#')));
  std::size_t cut = line.find(':');
  if (cut == std::string_view::npos) {
    cut = line.find_first_of(" \t");
    if (cut == std::string_view::npos) return {};
    const std::string_view rest = trim(line.substr(cut));
    if (rest.find_first_of(" \t") != std::string_view::npos) return {};
  }
  const std::string_view name = trim(line.substr(0, cut));
  const Key key = key_of(name);
  const std::size_t blank = name.find_first_of(" \t");
  if (key != Key::user_agent && blank != std::string_view::npos) {
    return {key, trim(line.substr(blank))};  // "Sitemap https://...": the colon is the value's
  }
  return {key, trim(line.substr(cut + 1))};
}

// "10", "0.5", "1,5", "10s": seconds. Nothing for what starts otherwise.
std::optional<Milliseconds> parse_delay(std::string_view value) {
  constexpr std::int64_t kMost = Robots::kCrawlDelayMax.count();
  std::size_t i = 0;
  std::int64_t ms = 0;
  const auto digit = [&] { return i < value.size() && is_ascii_digit(value[i]); };
  if (!digit() && !value.starts_with('.')) return std::nullopt;
  for (; digit(); ++i) ms = std::min(ms * 10 + (value[i] - '0') * 1000, kMost);
  if (i < value.size() && (value[i] == '.' || value[i] == ',')) {
    ++i;
    for (std::int64_t unit = 100; digit(); ++i, unit /= 10) ms += (value[i] - '0') * unit;
  }
  return Milliseconds(std::min(ms, kMost));
}

// "the crawler's product token": letters, '_' and '-' only, whatever stands behind (section 2.2.1).
std::string_view product_token_of(std::string_view value) {
  const auto end = std::find_if_not(value.begin(), value.end(), [](char c) {
    return is_ascii_letter(c) || c == '_' || c == '-';
  });
  return value.substr(0, static_cast<std::size_t>(end - value.begin()));
}

bool is_everybody(std::string_view agent) {
  return agent.starts_with('*') && (agent.size() == 1 || is_space(agent[1]));
}

}  // namespace

class Robots::Parser {
 public:
  explicit Parser(std::string_view product_token)
      : product_token_(product_token.substr(0, kAgentBytesMax)) {}

  void take(const Line& line) {
    switch (line.key) {
      case Key::user_agent:
        return take_agent(line.value);
      case Key::allow:
        return take_rule(line.value, true);
      case Key::disallow:
        return take_rule(line.value, false);
      case Key::crawl_delay:
        return take_delay(line.value);
      case Key::sitemap:
        return take_sitemap(line.value);
      case Key::other:
        return;
    }
  }

  Robots result() {
    Group& group = ours_.named ? ours_ : everybody_;
    std::stable_sort(group.rules.begin(), group.rules.end(), [](const Rule& a, const Rule& b) {
      return a.octets != b.octets ? a.octets > b.octets : a.allow && !b.allow;
    });
    Robots robots;
    robots.rules_ = std::move(group.rules);
    robots.crawl_delay_ = group.delay;
    robots.sitemaps_ = std::move(sitemaps_);
    return robots;
  }

 private:
  struct Group {  // "Rules of groups with the same product token are combined" (section 2.2.1)
    std::vector<Rule> rules;
    std::optional<Milliseconds> delay;
    bool named = false;  // by some user-agent line
    bool open = false;   // the lines at hand are its
  };

  // Other records "MUST NOT interfere" with groups (section 2.2.4): only rules end the row of
  // user-agent lines that a group starts with.
  void take_agent(std::string_view value) {
    if (rules_begun_) {
      ours_.open = everybody_.open = false;
      rules_begun_ = false;
    }
    if (is_everybody(value)) everybody_.open = everybody_.named = true;
    const std::string_view token = product_token_of(value);
    if (!token.empty() && equals_ignoring_case(token, product_token_)) {
      ours_.open = ours_.named = true;
    }
    any_agent_ = true;
  }

  void take_rule(std::string_view value, bool allow) {
    if (!any_agent_) return;  // "a rule before any user-agent line belongs to no group"
    rules_begun_ = true;
    if (value.empty()) return;
    for (Group* group : {&ours_, &everybody_}) {
      if (group->open) add_rule(value, allow, group->rules);
    }
  }

  static void add_rule(std::string_view value, bool allow, std::vector<Rule>& rules) {
    Rule rule{normalised_pattern(value), 0, allow};
    rule.octets = rule.pattern.size();
    if (allow) {
      // The page at "/dir/" is most often the file index.html in it.
      const std::size_t slash = rule.pattern.rfind('/');
      if (slash != std::string::npos &&
          std::string_view(rule.pattern).substr(slash).starts_with("/index.htm")) {
        rules.push_back({rule.pattern.substr(0, slash + 1) + '$', slash + 2, true});
      }
    } else if (std::string plain = without_needless_escapes(rule.pattern); plain != rule.pattern) {
      // "/%7Ejoe" forbids "/~joe" too. An allowance is taken at its letter: that errs politely.
      rules.push_back({std::move(plain), rule.octets, false});
    }
    rules.push_back(std::move(rule));
  }

  void take_delay(std::string_view value) {
    const std::optional<Milliseconds> delay = parse_delay(value);
    if (!delay) return;
    for (Group* group : {&ours_, &everybody_}) {
      if (group->open) group->delay = std::max(group->delay.value_or(*delay), *delay);
    }
  }

  void take_sitemap(std::string_view value) {
    if (value.empty() || sitemaps_.size() >= kSitemapsMax) return;
    if (sitemaps_known_.insert(value).second) sitemaps_.emplace_back(value);
  }

  std::string_view product_token_;
  Group ours_, everybody_;
  bool any_agent_ = false;
  bool rules_begun_ = false;
  std::vector<std::string> sitemaps_;
  std::unordered_set<std::string_view> sitemaps_known_;  // view the file
};

Robots Robots::parse(std::string_view bytes, std::string_view product_token) {
  // A byte order mark, or as much of one as is left of it.
  for (const char mark : {'\xEF', '\xBB', '\xBF'}) {
    if (!bytes.starts_with(mark)) break;
    bytes.remove_prefix(1);
  }
  if (bytes.size() > kBytesMax) {
    // Half a last line would forbid more than was meant.
    bytes = bytes.substr(0, bytes.find_last_of("\r\n", kBytesMax - 1) + 1);
  }
  Parser parser(product_token);
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    parser.take(parse_line(bytes.substr(0, end)));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return parser.result();
}

Robots Robots::allow_all() {
  return {};
}

Robots Robots::disallow_all() {
  Robots robots;
  robots.rules_.push_back({"/", 1, false});
  return robots;
}

bool Robots::allows(std::string_view path_and_query) const {
  if (path_and_query.empty()) path_and_query = "/";
  std::string upper;
  if (path_and_query.find('%') != std::string_view::npos) {
    upper = with_upper_case_escapes(path_and_query);
    path_and_query = upper;
  }
  for (const Rule& rule : rules_) {
    if (matches(rule.pattern, path_and_query)) return rule.allow;
  }
  return true;
}

}  // namespace khabar
