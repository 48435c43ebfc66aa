#include "ingest/archive/http_payload.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/base/limits.h"
#include "core/io/brotli.h"
#include "core/io/gzip.h"
#include "core/io/zstd.h"
#include "core/text/ascii.h"
#include "ingest/archive/header_lines.h"
#include "ingest/archive/payload_kind.h"

namespace khabar {
namespace {

constexpr std::size_t kCodingsMax = 4;
constexpr std::size_t kInterimResponsesMax = 4;

struct ResponseHead {
  int status = 0;
  bool chunked = false;
  std::vector<std::string> codings;  // as listed: the last was applied last
  std::string content_type;
  std::string_view body;
};

// RFC 9112 4: "HTTP/1.1 200 OK"; the reason may lack, and some servers write "HTTP/1.1  200".
int status_of(std::string_view line) {
  if (!starts_ignoring_case(line, "http")) return 0;
  line.remove_prefix(std::min(line.find_first_of(" \t"), line.size()));
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  int status = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    if (i >= line.size() || line[i] < '0' || line[i] > '9') return 0;
    status = status * 10 + (line[i] - '0');
  }
  return status;
}

void add_codings(std::string_view value, std::vector<std::string>& codings) {
  while (!value.empty() && codings.size() <= kCodingsMax) {
    const auto comma = std::min(value.find(','), value.size());
    const std::string coding = lower_token(value.substr(0, comma));
    if (!coding.empty() && coding != "identity" && coding != "none") codings.push_back(coding);
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
}

std::optional<ResponseHead> parse_head(std::string_view block) {
  for (std::size_t i = 0; i <= kInterimResponsesMax; ++i) {
    const auto end = header_end(block.substr(0, limits::kHeaderBytesMax), 0);
    if (!end && block.size() > limits::kHeaderBytesMax) return std::nullopt;
    HeaderLines lines(block.substr(0, end.value_or(block.size())));
    ResponseHead head;
    head.status = status_of(lines.next_line().value_or(""));
    if (head.status == 0) return std::nullopt;
    while (const auto field = lines.next_field()) {
      if (equals_ignoring_case(field->name, "content-type") && head.content_type.empty()) {
        head.content_type = field->value;
      } else if (equals_ignoring_case(field->name, "content-encoding")) {
        add_codings(field->value, head.codings);
      } else if (equals_ignoring_case(field->name, "transfer-encoding")) {
        head.chunked = head.chunked || lower_token(field->value) == "chunked" ||
                       field->value.find("chunked") != field->value.npos;
      }
    }
    head.body = block.substr(end.value_or(block.size()));
    if (head.status >= 200) return head;
    block = head.body;  // "100 Continue" comes before the answer
  }
  return std::nullopt;
}

struct Coding {
  std::string_view name;
  Decoded (*decode)(std::string_view, std::size_t);
  bool (*begins)(std::string_view);  // null: the coding has no magic number
};

const Coding* find_coding(std::string_view name) {
  static constexpr Coding kCodings[] = {
      {"gzip", decode_gzip, looks_like_gzip}, {"x-gzip", decode_gzip, looks_like_gzip},
      {"deflate", decode_deflate, nullptr},   {"br", decode_brotli, nullptr},
      {"zstd", decode_zstd, looks_like_zstd},
  };
  const auto* at = std::find_if(std::begin(kCodings), std::end(kCodings),
                                [&](const Coding& coding) { return coding.name == name; });
  return at == std::end(kCodings) ? nullptr : at;
}

tl::expected<void, Fault> undo_coding(const std::string& name, std::size_t bytes_max,
                                      std::string& body) {
  const Coding* coding = find_coding(name);
  if (coding != nullptr && coding->begins != nullptr && !coding->begins(body)) return {};
  if (coding == nullptr) {
    if (looks_like_text(body)) return {};  // "utf-8", "UTF8", "text/html": not codings at all
    return tl::unexpected(Fault{"http_bad_encoding", "Content-Encoding " + name + " is unknown"});
  }
  Decoded decoded = coding->decode(body, bytes_max);
  if (decoded.end == DecodeEnd::too_large) {
    return tl::unexpected(Fault{"http_too_large", std::to_string(body.size()) + " bytes of " +
                                                      name + " decode to more than " +
                                                      std::to_string(bytes_max)});
  }
  const bool failed = decoded.end == DecodeEnd::corrupt ||
                      (decoded.end == DecodeEnd::truncated && decoded.bytes.empty());
  if (failed) {
    if (coding->begins == nullptr && looks_like_text(body)) return {};
    return tl::unexpected(Fault{"http_bad_encoding",
                                std::to_string(body.size()) + " bytes do not decode as " + name});
  }
  body = std::move(decoded.bytes);
  return {};
}

PayloadOutcome faulty(Fault fault) {
  return {{}, {}, std::move(fault)};
}
PayloadOutcome passed_over(std::string why) {
  return {{}, std::move(why), std::nullopt};
}

PayloadOutcome accept(std::string body, std::string_view content_type, std::size_t bytes_max) {
  if (body.size() > bytes_max) {
    return faulty({"http_too_large", "a body of " + std::to_string(body.size()) +
                                         " bytes exceeds " + std::to_string(bytes_max)});
  }
  if (body.empty()) return passed_over("empty_body");
  const PayloadKind kind = payload_kind(content_type, body);
  if (kind == PayloadKind::none) return passed_over("not_text");
  PayloadOutcome outcome;
  outcome.payload = {kind, std::string(content_type), false, std::move(body)};
  return outcome;
}

struct Chunk {
  std::uint64_t size;
  std::size_t data;  // where it begins
};

// RFC 9112 7.1: chunk-size [ chunk-ext ] CRLF, the size in hex; LF alone and blanks are let pass.
std::optional<Chunk> chunk_at(std::string_view body, std::size_t at) {
  const std::size_t end = body.substr(at, 1024).find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view line = body.substr(at, end);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  std::uint64_t size = 0;
  std::size_t digits = 0;
  for (; digits < line.size() && digits < 16; ++digits) {
    const int value = hex_digit_value(line[digits]);
    if (value < 0) break;
    size = size << 4 | static_cast<std::uint64_t>(value);
  }
  line.remove_prefix(digits);
  line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
  if (digits == 0 || (!line.empty() && line[0] != ';')) return std::nullopt;
  return Chunk{size, at + end + 1};
}

}  // namespace

std::optional<std::string> decode_chunked(std::string_view body) {
  if (!chunk_at(body, 0)) return std::nullopt;
  std::string out;
  out.reserve(body.size());
  for (std::size_t at = 0; at < body.size();) {
    const auto chunk = chunk_at(body, at);
    if (!chunk) {  // a size was wrong: what follows is body, as far as anyone can tell
      out += body.substr(at);
      break;
    }
    if (chunk->size == 0) break;
    const auto data = body.substr(
        chunk->data, static_cast<std::size_t>(std::min<std::uint64_t>(chunk->size, body.size())));
    out += data;
    at = chunk->data + data.size();
    if (at < body.size() && body[at] == '\r') ++at;
    if (at < body.size() && body[at] == '\n') ++at;
  }
  return out;
}

PayloadOutcome read_http_response(std::string_view block, std::string_view fallback_type,
                                  std::size_t body_bytes_max) {
  const auto head = parse_head(block);
  if (!head) return faulty({"http_bad_header", "no HTTP status line and headers"});
  if (head->status != 200) return passed_over("http_status");
  const std::string_view type =
      head->content_type.empty() ? fallback_type : std::string_view(head->content_type);
  // Images and the like need not be decoded to be passed over.
  if (!type.empty() && !may_be_page(type)) return passed_over("not_text");
  std::string body;
  auto unchunked = head->chunked ? decode_chunked(head->body) : std::nullopt;
  body = unchunked ? std::move(*unchunked) : std::string(head->body);
  if (head->codings.size() > kCodingsMax) {
    return faulty(
        {"http_bad_encoding", "more than " + std::to_string(kCodingsMax) + " content codings"});
  }
  for (auto coding = head->codings.rbegin(); coding != head->codings.rend(); ++coding) {
    if (auto undone = undo_coding(*coding, body_bytes_max, body); !undone) {
      return faulty(std::move(undone.error()));
    }
  }
  if (head->codings.empty() && looks_like_gzip(body)) {  // encoded without saying so
    Decoded decoded = decode_gzip(body, body_bytes_max);
    if (decoded.end == DecodeEnd::whole) body = std::move(decoded.bytes);
  }
  return accept(std::move(body), type, body_bytes_max);
}

PayloadOutcome read_bare_payload(std::string_view body, std::string_view content_type,
                                 std::size_t body_bytes_max) {
  if (!content_type.empty() && !may_be_page(content_type)) return passed_over("not_text");
  return accept(std::string(body), content_type, body_bytes_max);
}

}  // namespace khabar
