#include "app/admin/admin_routes.h"

#include <charconv>
#include <cstdint>
#include <optional>

#include "app/admin/host_check.h"
#include "app/admin/page_files.h"
#include "app/admin/process_figures.h"
#include "app/admin/status_json.h"

namespace khabar {
namespace {

constexpr std::string_view kText = "text/plain; charset=utf-8";
constexpr std::string_view kJson = "application/json";

AdminReply reply(int status, std::string_view content_type, std::string body) {
  return {status, std::string(content_type), std::move(body), {}};
}

AdminReply text_reply(int status, std::string line) {
  return reply(status, kText, std::move(line) + "\n");
}

// "ok", or why not.
AdminReply judged(const std::string& complaint) {
  return complaint.empty() ? text_reply(200, "ok") : text_reply(503, complaint);
}

std::string_view content_type_of(std::string_view name) {
  if (name.ends_with(".html")) return "text/html; charset=utf-8";
  if (name.ends_with(".css")) return "text/css; charset=utf-8";
  if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
  return name.ends_with(".svg") ? "image/svg+xml" : "application/octet-stream";
}

std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto parsed = std::from_chars(digits.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return number;
}

}  // namespace

const std::vector<std::pair<std::string, std::string>>& AdminRoutes::standing_headers() {
  static const std::vector<std::pair<std::string, std::string>> kHeaders{
      // Inline script and style, frames, forms, images and connections elsewhere: none. With
      // trusted types a script that tried to make HTML of text would be stopped too.
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src "
       "'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
       "require-trusted-types-for 'script'; trusted-types 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cache-Control", "no-store"}};
  return kHeaders;
}

AdminReply AdminRoutes::answer(const AdminRequest& request) const {
  if (!is_own_host(request.host, hosts_)) {
    return text_reply(421, "this page has no such name; [admin] hosts lists its names");
  }
  if (request.method != "GET" && request.method != "HEAD") {
    AdminReply refused = text_reply(405, "only GET");
    refused.headers.emplace_back("Allow", "GET, HEAD");
    return refused;
  }
  const std::string_view path = request.path;
  if (path == "/healthz") return judged(subject_.pulse.complaint());
  if (path == "/readyz") return judged(unreadiness(subject_));
  if (path == "/metrics") return metrics();
  if (path.starts_with("/api/")) return api(path.substr(5), request.query);
  const std::string_view wanted = path == "/" ? "index.html" : path.substr(path.empty() ? 0 : 1);
  for (const PageFile& file : page_files()) {
    if (file.name != wanted) continue;
    return reply(200, content_type_of(file.name), std::string(file.bytes));
  }
  return text_reply(404, "nothing here");
}

AdminReply AdminRoutes::api(std::string_view path, std::string_view query) const {
  if (path == "status") return reply(200, kJson, status_json(subject_));
  if (path == "history") {
    const auto span = query == "span=day" ? FlowHistory::Span::day : FlowHistory::Span::minutes;
    return reply(200, kJson, history_json(subject_.history.curves(span)));
  }
  if (path == "sources") {
    return reply(200, kJson, sources_json(*subject_.feeds.snapshot(), query == "only=trouble"));
  }
  if (path == "articles") {
    const auto most = number_of(query.starts_with("most=") ? query.substr(5) : "");
    return reply(200, kJson,
                 articles_json(subject_.articles, most.value_or(RecentArticles::kArticlesMax)));
  }
  constexpr std::string_view kOne = "articles/";
  if (path.starts_with(kOne)) {
    path.remove_prefix(kOne.size());
    const auto number = number_of(path);
    const auto article = number ? subject_.articles.find(*number) : nullptr;
    if (article != nullptr) return reply(200, kJson, article_json(*article));
    return text_reply(404, "not among the last articles");
  }
  return text_reply(404, "nothing here");
}

AdminReply AdminRoutes::metrics() const {
  const auto started =
      std::chrono::floor<std::chrono::seconds>(subject_.phase.started()).time_since_epoch();
  return reply(
      200, "text/plain; version=0.0.4; charset=utf-8",
      subject_.metrics.prometheus() + prometheus_text(read_process_figures(), started.count()));
}

}  // namespace khabar
