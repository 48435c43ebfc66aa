#include "app/one_document.h"

#include <array>
#include <cstdio>
#include <filesystem>

#include "app/attendant.h"
#include "app/conf_dir.h"
#include "core/base/limits.h"
#include "core/text/digest.h"
#include "core/text/url.h"

namespace khabar {
namespace {

bool looks_like_html(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  for (const std::string_view sign : {"<!doctype", "<!DOCTYPE", "<html", "<HTML", "<head", "<body",
                                      "<p>", "<div", "<article", "<meta"}) {
    if (head.find(sign) != std::string_view::npos) return true;
  }
  return false;
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

Result<Document> read_one_document(const PageOptions& options) {
  auto bytes = read_whole(options.input);
  if (!bytes) return tl::unexpected(bytes.error());
  if (bytes->empty()) return invalid(input_name(options) + ": empty");
  Document document;
  const bool html = !options.is_text && looks_like_html(*bytes);
  document.origin.kind = html ? "html" : "text";
  document.origin.path = options.input;
  document.origin.record_id = std::filesystem::path(options.input).filename().string();
  document.key = hash64(options.input, 0);
  document.url = options.url;
  if (!options.url.empty()) {
    const auto parsed = parse_url(options.url);
    if (!parsed) return invalid("--url " + options.url + ": " + parsed.error().message);
    document.source.host = registrable_domain(host_of(options.url));
  }
  document.payload.kind = html ? PayloadKind::html : PayloadKind::text;
  document.payload.content_type = options.content_type;
  document.payload.body = std::move(*bytes);
  return document;
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
