#include <cstdio>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/feed_json.h"
#include "app/one_document.h"
#include "core/web/feed.h"

namespace khabar {

int run_parse_feed(const ParseFeedOptions& options) {
  const Result<std::string> bytes = read_whole(options.input);
  if (!bytes) {
    std::fprintf(stderr, "khabar parse-feed: %s\n", bytes.error().message.c_str());
    return kExitFailure;
  }
  FeedContext context;
  context.url = options.url;
  context.content_type = options.content_type;
  const Result<Feed> feed = parse_feed(*bytes, context);
  if (!feed) {
    std::fprintf(stderr, "khabar parse-feed: %s\n", feed.error().message.c_str());
    return kExitDeadLetters;
  }
  FeedJsonOptions form;
  form.raw = options.raw;
  const std::string json = feed_json(*feed, form);
  std::fwrite(json.data(), 1, json.size(), stdout);
  return kExitOk;
}

}  // namespace khabar
