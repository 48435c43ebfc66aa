// The JSON that the page, `khabar top` and scripts read. Fields are only ever added. Times are
// milliseconds since 1970. Pure functions of what they are given; any thread.
#pragma once

#include <string>
#include <string_view>

#include "app/admin/admin_subject.h"

namespace khabar {

// The numbers of a run that FlowHistory remembers: "read", "delivered", "dropped", "rejected",
// "lost", "open", and "busy:STEP" (seconds), "done:STEP" of each stage and sink.
FlowHistory::Values flow_values(const Metrics& metrics);

// /api/status: phase, counts, rates over the last ten seconds, steps, reasons, the process.
std::string status_json(const AdminSubject& subject);
// /api/history: the curves.
std::string history_json(const FlowHistory::Curves& curves);
// /api/sources: {"counts", "feeds", "error"?}; with `only_trouble` the other feeds are left out.
std::string sources_json(const FeedsSnapshot& snapshot, bool only_trouble);
// An address as the page shows it: a name and password that stand in it stay ours.
std::string without_password(std::string_view url);
// /api/articles: the newest, a line each, at most `most`.
std::string articles_json(const RecentArticles& articles, std::size_t most);
// /api/articles/N: one with its text and its removed lines.
std::string article_json(const RecentArticle& article);

// Why the program is not ready to be relied on, one a line; empty: it is.
std::string unreadiness(const AdminSubject& subject);

}  // namespace khabar
