// The basic URL parser, WHATWG URL Standard section 4.4. The standard's state machine reads one
// code point at a time; here each state is a function over what is left of the input, with the
// standard's name of the state above it.
#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/url.h"
#include "core/text/url_host.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

bool is_drive_letter(std::string_view text) {
  return text.size() == 2 && is_ascii_letter(text[0]) && (text[1] == ':' || text[1] == '|');
}
bool is_normalised_drive_letter(std::string_view text) {
  return is_drive_letter(text) && text[1] == ':';
}
bool starts_with_drive_letter(std::string_view text) {
  return is_drive_letter(text.substr(0, 2)) &&
         (text.size() == 2 || std::string_view("/\\?#").find(text[2]) != std::string_view::npos);
}

// "." or "%2e", once or twice: how many dots, or 0.
int dots_in_segment(std::string_view segment) {
  int dots = 0;
  while (!segment.empty()) {
    if (segment[0] == '.') {
      segment.remove_prefix(1);
    } else if (segment.size() >= 3 && segment[0] == '%' && segment[1] == '2' &&
               (segment[2] | 0x20) == 'e') {
      segment.remove_prefix(3);
    } else {
      return 0;
    }
    if (++dots > 2) return 0;
  }
  return dots;
}

class Parser {
 public:
  Parser(std::string_view input, const Url* base) : base_(base) {
    const auto is_edge = [](char c) { return c >= 0 && c <= 0x20; };
    while (!input.empty() && is_edge(input.front())) input.remove_prefix(1);
    while (!input.empty() && is_edge(input.back())) input.remove_suffix(1);
    input_.reserve(input.size());
    sanitize_utf8(input, input_);
    std::erase_if(input_, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  }

  Result<Url> run() {
    if (!scheme_start()) return invalid("URL \"" + input_.substr(0, 200) + "\": " + error_);
    return std::move(url_);
  }

 private:
  bool fail(const char* why) {
    error_ = why;
    return false;
  }

  bool is_slash(char c) const { return c == '/' || (c == '\\' && special_); }

  std::size_t slashes_at(std::string_view text) const {
    std::size_t count = 0;
    while (count < text.size() && is_slash(text[count])) ++count;
    return count;
  }

  // Scheme start state, scheme state.
  bool scheme_start() {
    std::size_t end = 0;
    while (end < input_.size() &&
           (is_ascii_letter(input_[end]) || (end > 0 && is_scheme(input_[end])))) {
      ++end;
    }
    if (end == 0 || end == input_.size() || input_[end] != ':') return no_scheme();
    url_.scheme = lower_ascii(std::string_view(input_).substr(0, end));
    special_ = url_.is_special();
    const std::string_view rest = std::string_view(input_).substr(end + 1);
    if (url_.scheme == "file") return file(rest);
    if (special_) {
      const bool relative_like = base_ != nullptr && base_->scheme == url_.scheme;
      if (relative_like && !rest.starts_with("//")) return relative(rest);
      return authority(rest.substr(slashes_at(rest)));
    }
    if (rest.starts_with("//")) return authority(rest.substr(2));
    if (rest.starts_with('/')) return path(rest.substr(1));
    return opaque_path(rest);
  }

  static bool is_scheme(char c) { return is_ascii_digit(c) || c == '+' || c == '-' || c == '.'; }

  // No scheme state.
  bool no_scheme() {
    if (base_ == nullptr) return fail("relative, and there is no base");
    const std::string_view rest = input_;
    if (base_->path_is_opaque) {
      if (!rest.starts_with('#')) return fail("relative, and its base has an opaque path");
      url_ = *base_;
      return fragment(rest.substr(1));
    }
    url_.scheme = base_->scheme;
    special_ = url_.is_special();
    return url_.scheme == "file" ? file(rest) : relative(rest);
  }

  // Relative state, relative slash state.
  bool relative(std::string_view rest) {
    if (!rest.empty() && is_slash(rest[0])) {
      const std::string_view behind = rest.substr(1);
      if (!behind.empty() && is_slash(behind[0])) {
        return authority(special_ ? rest.substr(slashes_at(rest)) : rest.substr(2));
      }
      copy_authority();
      return path(behind);
    }
    copy_authority();
    copy_path();
    return behind_base_path(rest);
  }

  // What follows a path taken from the base: nothing, a query, a fragment or another last segment.
  bool behind_base_path(std::string_view rest) {
    if (rest.empty()) {
      url_.query = base_->query;
      return true;
    }
    if (rest[0] == '?') return query(rest.substr(1));
    if (rest[0] == '#') {
      url_.query = base_->query;
      return fragment(rest.substr(1));
    }
    shorten();
    return path(rest);
  }

  // Authority state.
  bool authority(std::string_view rest) {
    std::size_t end = 0;
    while (end < rest.size() && !is_slash(rest[end]) && rest[end] != '?' && rest[end] != '#') ++end;
    std::string_view host_and_port = rest.substr(0, end);
    const std::size_t at_sign = host_and_port.rfind('@');
    if (at_sign != std::string_view::npos) {
      credentials(host_and_port.substr(0, at_sign));
      host_and_port.remove_prefix(at_sign + 1);
      if (host_and_port.empty()) return fail("credentials without a host");
    }
    return host(host_and_port) && path_start(rest.substr(end));
  }

  void credentials(std::string_view text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    percent_encode(text.substr(0, colon), PercentSet::userinfo, url_.username);
    if (colon < text.size()) {
      percent_encode(text.substr(colon + 1), PercentSet::userinfo, url_.password);
    }
  }

  // Host state, port state.
  bool host(std::string_view text) {
    std::size_t colon = 0;
    for (bool bracketed = false; colon < text.size(); ++colon) {
      if (text[colon] == '[') bracketed = true;
      if (text[colon] == ']') bracketed = false;
      if (text[colon] == ':' && !bracketed) break;
    }
    const std::string_view name = text.substr(0, colon);
    if (name.empty() && (special_ || colon < text.size())) return fail("the host is empty");
    url_.host = parse_host(name, special_);
    if (!url_.host) return fail("the host is malformed");
    return colon == text.size() || port(text.substr(colon + 1));
  }

  bool port(std::string_view digits) {
    if (digits.empty()) return true;
    std::uint32_t value = 0;
    for (const char c : digits) {
      if (!is_ascii_digit(c)) return fail("the port is no number");
      value = value * 10 + static_cast<std::uint32_t>(c - '0');
      if (value > 65535) return fail("the port exceeds 65535");
    }
    const std::uint16_t own = url_.effective_port();
    if (own == 0 || value != own) url_.port = static_cast<std::uint16_t>(value);
    return true;
  }

  // File state, file slash state, file host state.
  bool file(std::string_view rest) {
    special_ = true;
    url_.host = "";
    const bool on_base = base_ != nullptr && base_->scheme == "file";
    if (rest.empty() || !is_slash(rest[0])) {
      if (!on_base) return path(rest);
      url_.host = base_->host;
      copy_path();
      if (starts_with_drive_letter(rest)) {
        url_.path.clear();
        return path(rest);
      }
      return behind_base_path(rest);
    }
    rest.remove_prefix(1);
    if (!rest.empty() && is_slash(rest[0])) return file_host(rest.substr(1));
    if (on_base) {
      url_.host = base_->host;
      const std::string_view first = first_segment(base_->path);
      if (!starts_with_drive_letter(rest) && is_normalised_drive_letter(first)) {
        url_.path.append(1, '/').append(first);
      }
    }
    return path(rest);
  }

  bool file_host(std::string_view rest) {
    const std::size_t end = std::min(rest.find_first_of("/\\?#"), rest.size());
    const std::string_view name = rest.substr(0, end);
    if (is_drive_letter(name)) return path(rest);
    if (!name.empty()) {
      url_.host = parse_host(name, true);
      if (!url_.host) return fail("the host is malformed");
      if (url_.host == "localhost") url_.host = "";
    }
    return path_start(rest.substr(end));
  }

  // Path start state.
  bool path_start(std::string_view rest) {
    if (!rest.empty() && is_slash(rest[0])) return path(rest.substr(1));
    if (special_) return path(rest);
    if (rest.empty()) return true;
    return rest[0] == '?' ? query(rest.substr(1)) : fragment(rest.substr(1));
  }

  // Path state.
  bool path(std::string_view rest) {
    for (;;) {
      std::size_t end = 0;
      while (end < rest.size() && !is_slash(rest[end]) && rest[end] != '?' && rest[end] != '#') {
        ++end;
      }
      const bool slash = end < rest.size() && is_slash(rest[end]);
      put_segment(rest.substr(0, end), slash);
      rest.remove_prefix(end);
      if (rest.empty()) return true;
      if (!slash) return rest[0] == '?' ? query(rest.substr(1)) : fragment(rest.substr(1));
      rest.remove_prefix(1);
    }
  }

  void put_segment(std::string_view raw, bool slash_follows) {
    const int dots = dots_in_segment(raw);
    if (dots == 2) shorten();
    if (dots > 0) {
      if (!slash_follows) url_.path += '/';
      return;
    }
    const std::size_t begin = url_.path.size();
    url_.path += '/';
    percent_encode(raw, PercentSet::path, url_.path);
    if (begin == 0 && url_.scheme == "file" && is_drive_letter(first_segment(url_.path))) {
      url_.path[2] = ':';
    }
  }

  // Of "/a/b", which has two: "a".
  static std::string_view first_segment(std::string_view path) {
    return path.empty() ? path : path.substr(1, path.find('/', 1) - 1);
  }

  // "Shorten a url's path".
  void shorten() {
    const std::size_t last = url_.path.rfind('/');
    if (last == std::string::npos) return;
    if (last == 0 && url_.scheme == "file" &&
        is_normalised_drive_letter(first_segment(url_.path))) {
      return;
    }
    url_.path.erase(last);
  }

  // Opaque path state.
  bool opaque_path(std::string_view rest) {
    url_.path_is_opaque = true;
    const std::size_t end = std::min(rest.find_first_of("?#"), rest.size());
    percent_encode(rest.substr(0, end), PercentSet::c0_control, url_.path);
    if (end == rest.size()) return true;
    // A blank before the query would be stripped when the path stands alone.
    if (url_.path.ends_with(' ')) url_.path.replace(url_.path.size() - 1, 1, "%20");
    return rest[end] == '?' ? query(rest.substr(end + 1)) : fragment(rest.substr(end + 1));
  }

  bool query(std::string_view rest) {
    const std::size_t end = std::min(rest.find('#'), rest.size());
    url_.query.emplace();
    percent_encode(rest.substr(0, end), special_ ? PercentSet::special_query : PercentSet::query,
                   *url_.query);
    return end == rest.size() || fragment(rest.substr(end + 1));
  }

  bool fragment(std::string_view rest) {
    url_.fragment.emplace();
    percent_encode(rest, PercentSet::fragment, *url_.fragment);
    return true;
  }

  void copy_authority() {
    url_.username = base_->username;
    url_.password = base_->password;
    url_.host = base_->host;
    url_.port = base_->port;
  }

  void copy_path() { url_.path = base_->path; }

  std::string input_;
  const Url* base_;
  Url url_;
  bool special_ = false;
  const char* error_ = "";
};

}  // namespace

Result<Url> parse_url(std::string_view input, const Url* base) {
  return Parser(input, base).run();
}

}  // namespace khabar
