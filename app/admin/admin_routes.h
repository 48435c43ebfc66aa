// AdminRoutes: which answer each address has. Knows nothing of sockets, so that tests can ask
// without one. Any thread; const. May block for the frontier's disk.
//
//     /            the page, and its /style.css /script.js /words.js /icon.svg
//     /api/status  /api/history?span=minutes|day  /api/sources?only=trouble
//     /api/articles?most=N  /api/articles/N
//     /metrics     Prometheus, text exposition format 0.0.4
//     /healthz     200 while alive, else 503 with why
//     /readyz      200 while records reach every sink, else 503 with why
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/admin/admin_subject.h"

namespace khabar {

struct AdminRequest {
  std::string method = "GET";
  std::string path;   // decoded, without the query
  std::string query;  // "span=day"
  std::string host;   // the Host header; empty when there is none, or several
};

struct AdminReply {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;  // of this reply
};

class AdminRoutes {
 public:
  // `hosts`: names that the Host header may have besides localhost and addresses (host_check.h).
  AdminRoutes(const AdminSubject& subject, std::vector<std::string> hosts)
      : subject_(subject), hosts_(std::move(hosts)) {}

  AdminReply answer(const AdminRequest& request) const;

  // What every reply carries: nothing may be loaded, framed, sniffed or sent on but our own files.
  static const std::vector<std::pair<std::string, std::string>>& standing_headers();

 private:
  AdminReply api(std::string_view path, std::string_view query) const;
  AdminReply metrics() const;

  const AdminSubject& subject_;
  const std::vector<std::string> hosts_;
};

}  // namespace khabar
