#include "core/web/entry_identity.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/html/entities.h"
#include "core/text/digest.h"
#include "core/text/fold.h"
#include "core/text/url.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

using std::size_t;
using std::uint64_t;

uint64_t key_of(std::string_view text) {
  if (text.empty()) return 0;
  const uint64_t hash = hash64(text);
  return hash == 0 ? 1 : hash;
}

// Tags out, references decoded: titles are compared as they are read.
std::string read_text(const FeedText& text) {
  if (!text.is_markup()) return text.value;
  std::string visible;
  std::string_view rest = text.value;
  while (!rest.empty()) {
    const size_t open = std::min(rest.find('<'), rest.size());
    visible += rest.substr(0, open);
    const size_t close = rest.find('>', open);
    if (close == std::string_view::npos) break;
    visible += ' ';
    rest.remove_prefix(close + 1);
  }
  std::string out;
  decode_entities(visible, out);
  return out;
}

uint64_t url_key(std::string_view url) {
  const Result<std::string> canonical = canonical_url(url);
  if (!canonical) return key_of(trim_blanks(url));
  std::string_view rest = *canonical;
  if (const size_t scheme = rest.find("://"); scheme != std::string_view::npos) {
    rest.remove_prefix(scheme + 3);
  }
  if (rest.starts_with("www.")) rest.remove_prefix(4);
  if (rest.ends_with('/')) rest.remove_suffix(1);
  if (rest.find_first_of("/?") == std::string_view::npos) return 0;  // the front page
  return key_of(rest);
}

// What two entries say of each other by one key: unknown when either has none.
enum class Verdict : std::uint8_t { unknown, agree, differ };

template <class Key>
Verdict compare(Key a, Key b) {
  if (a == Key{} || b == Key{}) return Verdict::unknown;
  return a == b ? Verdict::agree : Verdict::differ;
}

struct Comparison {
  Verdict guid, url, title, published;

  Comparison(const EntryKeys& a, const EntryKeys& b)
      : guid(compare(a.guid, b.guid)),
        url(compare(a.url, b.url)),
        title(compare(a.title, b.title)),
        published(compare(a.published_s, b.published_s)) {}

  // Two articles, whatever their GUIDs say.
  bool contradicts_guid() const {
    return url == Verdict::differ && title == Verdict::differ && published != Verdict::agree;
  }
  bool supports_guid() const { return url == Verdict::agree || title == Verdict::agree; }
  // One address, two articles: a live page, a section front, a link to the home page.
  bool contradicts_url() const {
    return title == Verdict::differ && published != Verdict::agree && guid != Verdict::agree;
  }
  int agreements() const {
    return 4 * (guid == Verdict::agree) + 4 * (url == Verdict::agree) +
           2 * (title == Verdict::agree) + (published == Verdict::agree);
  }
};

using Index = std::unordered_map<uint64_t, std::vector<size_t>>;
// Rows under one key beyond this are not looked at: it names nothing any more.
constexpr size_t kCandidatesMax = 16;

void add(Index& index, uint64_t key, size_t row) {
  if (key == 0) return;
  std::vector<size_t>& rows = index[key];
  if (rows.size() < kCandidatesMax) rows.push_back(row);
}

class Identification {
 public:
  Identification(std::span<const EntryKeys> poll, std::span<const KnownEntry> known)
      : poll_(poll), known_(known), keys_(poll.begin(), poll.end()), slots_(poll.size()) {}

  std::vector<IdentifiedEntry> run() {
    distrust_repeated(&EntryKeys::guid);
    distrust_repeated(&EntryKeys::url);
    index_known();
    judge_guids();
    for (size_t i = 0; i < keys_.size(); ++i) match_by_names(i);
    for (size_t i = 0; i < keys_.size(); ++i) match_by_title(i);
    for (size_t i = 0; i < keys_.size(); ++i) name_new(i);
    return answers();
  }

 private:
  // The first entry of this poll that is the same, and the identity that one got.
  struct Slot {
    size_t first = 0;
    uint64_t identity = 0;
    bool is_known = false;
  };

  // A GUID or URL on entries that are plainly different articles is forgotten for this poll.
  void distrust_repeated(uint64_t EntryKeys::*key) {
    Index by_key;
    std::unordered_set<uint64_t> bad;
    for (size_t i = 0; i < keys_.size(); ++i) {
      const uint64_t value = keys_[i].*key;
      if (value == 0) continue;
      const auto found = by_key.find(value);
      if (found != by_key.end()) {
        for (const size_t other : found->second) {
          if (are_different(keys_[i], keys_[other], key)) bad.insert(value);
        }
      }
      add(by_key, value, i);
    }
    for (EntryKeys& keys : keys_) {
      if (bad.contains(keys.*key)) keys.*key = 0;
    }
  }

  static bool are_different(const EntryKeys& a, const EntryKeys& b, uint64_t EntryKeys::*key) {
    const Comparison c(a, b);
    const Verdict other = key == &EntryKeys::guid ? c.url : c.guid;
    if (other == Verdict::agree || c.title == Verdict::agree) return false;
    return other == Verdict::differ ||
           (c.title == Verdict::differ && c.published != Verdict::agree);
  }

  void index_known() {
    for (size_t row = 0; row < known_.size(); ++row) {
      const EntryKeys& keys = known_[row].keys;
      add(known_guids_, keys.guid, row);
      add(known_urls_, keys.url, row);
      add(known_titles_, keys.title, row);
      known_identities_.insert(known_[row].identity);
      known_rows_.emplace(hash_keys(keys), known_[row].identity);
    }
  }

  // Some feeds number their entries by position: the same GUIDs, other articles. Where most of the
  // GUIDs met again have changed both address and title, GUIDs say nothing.
  void judge_guids() {
    size_t against = 0;
    size_t in_favour = 0;
    for (const EntryKeys& keys : keys_) {
      if (keys.guid == 0) continue;
      const auto found = known_guids_.find(keys.guid);
      if (found == known_guids_.end()) continue;
      bool supported = false;
      bool contradicted = false;
      for (const size_t row : found->second) {
        const Comparison c(keys, known_[row].keys);
        supported |= c.supports_guid() || !c.contradicts_guid();
        contradicted |= c.contradicts_guid();
      }
      in_favour += supported ? 1 : 0;
      against += !supported && contradicted ? 1 : 0;
    }
    if (against < 2 || against <= in_favour) return;
    for (EntryKeys& keys : keys_) keys.guid = 0;
  }

  // Of the rows under `key`, the one that agrees most; npos when none is the same entry.
  template <class Rows, class Same>
  size_t best_of(const Index& index, uint64_t key, const EntryKeys& keys, Rows row_keys,
                 Same same) const {
    const auto found = key == 0 ? index.end() : index.find(key);
    size_t best = kNone;
    int agreements = -1;
    if (found == index.end()) return kNone;
    for (const size_t row : found->second) {
      const Comparison c(keys, row_keys(row));
      if (!same(c) || c.agreements() <= agreements) continue;
      best = row;
      agreements = c.agreements();
    }
    return best;
  }

  void assign(Slot& slot, uint64_t identity) {
    slot.identity = identity;
    slot.is_known = true;
    claimed_.insert(identity);
  }

  void match_by_names(size_t i) {
    const EntryKeys& keys = keys_[i];
    const auto known_keys = [this](size_t row) -> const EntryKeys& { return known_[row].keys; };
    const auto poll_keys = [this](size_t row) -> const EntryKeys& { return keys_[row]; };
    const auto by_guid = [](const Comparison&) { return true; };
    const auto by_url = [](const Comparison& c) {
      return c.guid != Verdict::differ || !c.contradicts_url();
    };
    slots_[i].first = i;
    size_t row = best_of(known_guids_, keys.guid, keys, known_keys, by_guid);
    if (row == kNone) row = best_of(known_urls_, keys.url, keys, known_keys, by_url);
    size_t earlier = best_of(poll_guids_, keys.guid, keys, poll_keys, by_guid);
    if (earlier == kNone) earlier = best_of(poll_urls_, keys.url, keys, poll_keys, by_url);
    if (earlier != kNone) slots_[i].first = slots_[earlier].first;
    Slot& slot = slots_[slots_[i].first];
    if (row != kNone && slot.identity == 0) assign(slot, known_[row].identity);
    add(poll_guids_, keys.guid, i);
    add(poll_urls_, keys.url, i);
  }

  // Title and time stand in where GUID and URL are missing or both have changed (a site that
  // moved). Not for identities that another entry of this poll already is.
  void match_by_title(size_t i) {
    Slot& slot = slots_[i];
    if (slot.first != i || slot.identity != 0) return;
    const EntryKeys& keys = keys_[i];
    const bool nameless = keys.guid == 0 && keys.url == 0;
    if (nameless) {  // equal in all there is: one
      const auto [first, is_first] = nameless_.emplace(hash_keys(keys), i);
      if (!is_first) {
        slot.first = first->second;
        return;
      }
    }
    const auto exact = known_rows_.find(hash_keys(poll_[i]));
    if (exact != known_rows_.end() && !claimed_.contains(exact->second)) {
      return assign(slot, exact->second);
    }
    const auto found = keys.title == 0 ? known_titles_.end() : known_titles_.find(keys.title);
    if (found != known_titles_.end()) {
      uint64_t candidate = 0;
      for (const size_t row : found->second) {
        const KnownEntry& other = known_[row];
        const Comparison c(keys, other.keys);
        const bool other_nameless = other.keys.guid == 0 && other.keys.url == 0;
        const bool same = c.published == Verdict::agree ||
                          (c.published == Verdict::unknown && (nameless || other_nameless));
        if (!same || claimed_.contains(other.identity)) continue;
        if (candidate != 0 && candidate != other.identity) return;  // it may be either
        candidate = other.identity;
      }
      if (candidate != 0) return assign(slot, candidate);
    }
  }

  static uint64_t hash_keys(const EntryKeys& keys) {
    const uint64_t parts[4] = {keys.guid, keys.url, keys.title,
                               static_cast<uint64_t>(keys.published_s)};
    const uint64_t hash = hash64({reinterpret_cast<const char*>(parts), sizeof parts}, 0x6b686162);
    return hash == 0 ? 1 : hash;
  }

  // By the best key alone, so that an edited title does not matter; by all when that is taken.
  void name_new(size_t i) {
    Slot& slot = slots_[i];
    if (slot.first != i || slot.identity != 0) return;
    const EntryKeys& keys = keys_[i];
    EntryKeys name;
    if (keys.guid != 0) {
      name.guid = keys.guid;
    } else if (keys.url != 0) {
      name.url = keys.url;
    } else {
      name = keys;
    }
    uint64_t identity = hash_keys(name);
    if (is_taken(identity)) identity = hash_keys(poll_[i]);
    for (uint64_t salt = i + 1; is_taken(identity); salt += poll_.size()) {
      EntryKeys salted = poll_[i];
      salted.guid ^= salt * 0x9E3779B97F4A7C15u;
      identity = hash_keys(salted);
    }
    slot.identity = identity;
    claimed_.insert(identity);
  }
  bool is_taken(uint64_t identity) const {
    return identity == 0 || claimed_.contains(identity) || known_identities_.contains(identity);
  }

  std::vector<IdentifiedEntry> answers() const {
    std::unordered_set<uint64_t> rows;
    for (const KnownEntry& known : known_) rows.insert(row_hash(known.identity, known.keys));
    std::vector<IdentifiedEntry> out(poll_.size());
    std::unordered_map<uint64_t, size_t> met;
    for (size_t i = 0; i < poll_.size(); ++i) {
      const Slot& slot = slots_[slots_[i].first];
      const auto [first, is_first] = met.emplace(slot.identity, i);
      out[i].identity = slot.identity;
      out[i].is_new = !slot.is_known && is_first;
      if (!is_first) out[i].repeats = first->second;
      out[i].remember = rows.insert(row_hash(slot.identity, poll_[i])).second;
    }
    return out;
  }
  static uint64_t row_hash(uint64_t identity, const EntryKeys& keys) {
    return hash_keys(keys) ^ (identity * 0x9E3779B97F4A7C15u);
  }

  static constexpr size_t kNone = static_cast<size_t>(-1);

  std::span<const EntryKeys> poll_;
  std::span<const KnownEntry> known_;
  std::vector<EntryKeys> keys_;  // of the poll, without those that are not to be trusted
  std::vector<Slot> slots_;
  Index known_guids_, known_urls_, known_titles_, poll_guids_, poll_urls_;
  std::unordered_map<uint64_t, uint64_t> known_rows_;  // all four keys
  std::unordered_map<uint64_t, size_t> nameless_;
  std::unordered_set<uint64_t> known_identities_, claimed_;
};

}  // namespace

EntryKeys keys_of(const FeedEntry& entry) {
  EntryKeys keys;
  keys.guid = key_of(trim_blanks(entry.id));
  if (!entry.url.empty()) keys.url = url_key(entry.url);
  // Short messages have no title: what they say is their title.
  static constexpr size_t kTitleBytesMax = 1024;
  for (const FeedText* text :
       {&entry.title, &entry.summary, entry.contents.empty() ? &entry.title : &entry.contents[0]}) {
    keys.title = key_of(folded(std::string_view(read_text(*text)).substr(0, kTitleBytesMax)));
    if (keys.title != 0) break;
  }
  const std::optional<PartialTime>& time = entry.published ? entry.published : entry.updated;
  if (const auto instant = time ? time->instant() : std::nullopt) {
    keys.published_s =
        std::chrono::duration_cast<std::chrono::seconds>(instant->time_since_epoch()).count();
  }
  return keys;
}

uint64_t version_of(const FeedEntry& entry) {
  Hasher128 hasher;
  const auto part = [&hasher](const FeedText& text) {
    std::string visible;
    collapse_blanks(read_text(text), visible);
    hasher.part(visible);
  };
  part(entry.title);
  part(entry.summary);
  for (const FeedText& content : entry.contents) part(content);
  for (const FeedLink& enclosure : entry.enclosures) hasher.part(enclosure.url);
  const uint64_t version = hasher.digest().low;
  return version == 0 ? 1 : version;
}

std::vector<IdentifiedEntry> identify_entries(std::span<const EntryKeys> poll,
                                              std::span<const KnownEntry> known) {
  return Identification(poll, known).run();
}

}  // namespace khabar
