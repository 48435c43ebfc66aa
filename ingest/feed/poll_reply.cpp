#include "ingest/feed/poll_reply.h"

#include <algorithm>

#include "core/text/url.h"

namespace khabar {
namespace {

constexpr std::size_t kTargetsMax = 10'000;
constexpr std::size_t kValidatorBytesMax = 1024;

std::string site_of(std::string_view url) {
  return registrable_domain(host_of(url));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> conditional_headers(const FeedRow& row,
                                                                     TimePoint now) {
  std::vector<std::pair<std::string, std::string>> out;
  const bool trusted = !row.validators_off_until || *row.validators_off_until <= now;
  const bool whole_lately = row.last_whole && now - *row.last_whole < kWholeEvery;
  if (!trusted || !whole_lately || row.failures > 0) return out;
  if (!row.etag.empty()) out.emplace_back("If-None-Match", row.etag);
  if (!row.last_modified.empty()) out.emplace_back("If-Modified-Since", row.last_modified);
  return out;
}

bool take_validators(FeedRow& row, const HttpReply& reply, std::uint64_t entries_hash,
                     TimePoint now) {
  const auto bounded = [](std::string_view value) {
    return std::string(value.size() > kValidatorBytesMax ? std::string_view() : value);
  };
  const std::string etag = bounded(reply.header("etag"));
  const std::string modified = bounded(reply.header("last-modified"));
  const bool same = etag.empty()
                        ? !modified.empty() && row.etag.empty() && modified == row.last_modified
                        : etag == row.etag;
  const bool broken = same && row.entries_hash != 0 && entries_hash != row.entries_hash;
  if (broken) row.validators_off_until = now + kValidatorsOff;
  row.etag = etag;
  row.last_modified = modified;
  row.entries_hash = entries_hash;
  row.last_whole = now;
  return broken;
}

bool Moves::take(FeedRow& row, const Fetched& fetched, TimePoint now) {
  if (!fetched.moved_for_good || fetched.url == row.address()) {
    row.moved_url.clear();
    row.moved_sightings = 0;
    row.moved_since.reset();
    return false;
  }
  if (row.moved_url != fetched.url) {
    row.moved_url = fetched.url;
    row.moved_sightings = 0;
    row.moved_since = now;
  }
  row.moved_sightings = std::min(row.moved_sightings + 1, 1'000'000);
  const std::string from = site_of(row.address()), to = site_of(fetched.url);
  bool is_portal = false;
  if (from != to) {
    if (leads_.size() >= kTargetsMax && !leads_.contains(to)) leads_.erase(leads_.begin());
    auto& sites = leads_[to];
    std::erase_if(sites, [&](const auto& lead) { return now - lead.second > kFor; });
    if (sites.size() <= kSitesMax || sites.contains(from)) sites[from] = now;
    is_portal = sites.size() > kSitesMax;
  }
  const bool is_time = row.moved_since && now - *row.moved_since >= kFor;
  if (is_portal || !is_time || row.moved_sightings < kSightings) return false;
  row.adopted_url = fetched.url == row.url ? "" : fetched.url;
  row.moved_url.clear();
  row.moved_sightings = 0;
  row.moved_since.reset();
  return true;
}

bool forsake_adopted(FeedRow& row, int status) {
  if (row.adopted_url.empty()) return false;
  const bool is_gone = status == 404 || status == 410;
  if (row.failures < (is_gone ? 3 : 10)) return false;
  row.adopted_url.clear();
  row.etag.clear();
  row.last_modified.clear();
  return true;
}

}  // namespace khabar
