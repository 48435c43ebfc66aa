// FeedSource: news feeds, sitemaps and index pages watched for ever, and the pages they name
// fetched politely, as a source. One thread reads; the client's thread moves the bytes.
//
//      schedule        exchanges               pages              read()
//   due feed ──> robots, politeness, GET ──> new entries ──> frontier.db ──> GET ──> parcels
//      ^                                                        ^                       │
//      └── interval from what it publishes                      └──── fates <───────────┘
#pragma once

#include <functional>
#include <memory>

#include "core/flow/catalog.h"
#include "core/flow/settings.h"
#include "core/flow/source.h"
#include "core/io/http_client.h"
#include "ingest/feed/source_control.h"

namespace khabar {

// [sources.NAME] with type = "feeds". Opens neither the network nor the frontier: the first read()
// does, and it fails where they cannot be opened.
Result<std::unique_ptr<Source>> make_feed_source(Settings& settings, const Services& services);

// The same over another web.
using OpenHttpClient =
    std::function<Result<std::unique_ptr<HttpClient>>(const HttpClientOptions& options)>;
Result<std::unique_ptr<Source>> make_feed_source(Settings& settings, const Services& services,
                                                 OpenHttpClient open_client);

}  // namespace khabar
