#include "app/one_document.h"

#include <array>
#include <cstdio>
#include <filesystem>

#include "app/attendant.h"
#include "app/conf_dir.h"
#include "app/feeds/web_reader.h"
#include "core/base/limits.h"
#include "core/text/digest.h"
#include "core/text/partial_time.h"
#include "core/text/url.h"

namespace khabar {
namespace {

bool looks_like_html(std::string_view bytes) {
  std::string head(bytes.substr(0, 8192));
  std::erase(head, '\0');  // of UTF-16 and UTF-32
  for (const std::string_view sign : {"<!doctype", "<!DOCTYPE", "<html", "<HTML", "<head", "<body",
                                      "<p>", "<div", "<article", "<meta"}) {
    if (head.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

bool is_web_address(std::string_view input) {
  return input.starts_with("http://") || input.starts_with("https://");
}

void place_at(const std::string& url, Document& document) {
  document.url = url;
  document.source.host = registrable_domain(host_of(url));
}

Result<Document> document_of(const PageOptions& options, std::string bytes) {
  if (bytes.empty()) return invalid(input_name(options) + ": empty");
  Document document;
  const bool html = !options.is_text && looks_like_html(bytes);
  document.origin.kind = html ? "html" : "text";
  document.origin.path = options.input;
  document.origin.record_id = std::filesystem::path(options.input).filename().string();
  document.key = hash64(options.input, 0);
  if (!options.url.empty()) {
    const auto parsed = parse_url(options.url);
    if (!parsed) return invalid("--url " + options.url + ": " + parsed.error().message);
    place_at(options.url, document);
  }
  document.payload.kind = html ? PayloadKind::html : PayloadKind::text;
  document.payload.content_type = options.content_type;
  document.payload.body = std::move(bytes);
  return document;
}

}  // namespace

std::string input_name(const PageOptions& options) {
  return options.input == "-" ? "standard input" : options.input;
}

Result<std::string> read_whole(const std::string& path) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (!file) return invalid(path + ": cannot be opened");
  std::string bytes;
  std::array<char, 65536> buffer{};
  std::size_t got = 0;
  while ((got = std::fread(buffer.data(), 1, buffer.size(), file)) > 0 &&
         bytes.size() <= limits::kBodyBytesMax) {
    bytes.append(buffer.data(), got);
  }
  const bool broken = std::ferror(file) != 0;
  if (file != stdin) std::fclose(file);
  if (broken) return invalid(path + ": cannot be read");
  if (bytes.size() > limits::kBodyBytesMax) {
    return invalid(path + ": more than " + with_commas(limits::kBodyBytesMax) + " bytes");
  }
  return bytes;
}

Result<Document> fetch_one_document(const PageOptions& options, HttpClient& client, TimePoint now) {
  WebReader reader(client);
  WebPage page = reader.get(options.input);
  if (!page.ok()) return invalid(page.error);
  auto document = document_of(options, std::move(page.body));
  if (!document) return document;
  if (document->url.empty()) place_at(page.url, *document);
  if (document->payload.content_type.empty()) document->payload.content_type = page.content_type;
  document->fetched = PartialTime::of(std::chrono::floor<std::chrono::seconds>(now)).iso();
  return document;
}

Result<Document> read_one_document(const PageOptions& options) {
  if (is_web_address(options.input)) {
    const auto client = open_command_client(options.allow_private);
    if (!client) return tl::unexpected(client.error());
    return fetch_one_document(options, **client, SystemClock().now());
  }
  auto bytes = read_whole(options.input);
  if (!bytes) return tl::unexpected(bytes.error());
  return document_of(options, std::move(*bytes));
}

Result<OneDocument> make_one_document(const CommonOptions& common, const CleanOptions& options) {
  const auto conf_dir = find_conf_dir(common.conf_dir);
  if (!conf_dir) return tl::unexpected(conf_dir.error());
  OneDocument one;
  auto shared = make_clean_shared(options, *conf_dir);
  if (!shared) return tl::unexpected(shared.error());
  one.shared = *shared;
  auto tables = load_extract_tables(*conf_dir);
  if (!tables) return tl::unexpected(tables.error());
  one.clean = std::make_unique<CleanStage>(*shared);
  one.extract = std::make_unique<ExtractStage>(*tables, options.trace);
  return one;
}

}  // namespace khabar
