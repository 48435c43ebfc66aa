#include "stages/extract/dateline_elements.h"

#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace khabar {
namespace {

bool is_word_point(char32_t c) {
  if (c < 0x80) return is_ascii_alphanumeric(static_cast<char>(c));
  return is_letter(c) || is_combining_mark(c) || is_decimal_digit(c);
}

constexpr std::size_t kNotedAtOnce = 16;

// A tatweel by itself is a dash ("جدة ـ نجيب"); folding would lose it. Same length: offsets hold.
void show_tatweel_dashes(std::string& text) {
  static constexpr std::string_view kTatweel = "\xD9\x80";
  for (std::size_t at = text.find(kTatweel); at != std::string::npos;
       at = text.find(kTatweel, at)) {
    std::size_t end = at;
    while (text.compare(end, 2, kTatweel) == 0) end += 2;
    const bool letter_before = at > 0 && is_word_point(code_point_before(text, at).value);
    const bool letter_behind = end < text.size() && is_word_point(code_point_at(text, end).value);
    if (!letter_before && !letter_behind) {
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(at),
                text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
      text[at] = '-';
    }
    at = end;
  }
}

// Counts the words of a line's first field until a dozen stand there, which DatelineFields calls
// prose whatever follows, or until something might end the field.
class ProseCount {
 public:
  bool proven() const { return words_ >= kWordsMin; }

  // `before`: the elements that stand before `element`; `word`: its first word, folded.
  void see(const HeadElement& element, std::string_view word,
           const std::vector<HeadElement>& before) {
    if (open_) open_ = goes_on(element, word, before);
    if (open_ && element.kind == HeadElement::word) words_ += word[0] < '0' || word[0] > '9';
  }

 private:
  // One more than DatelineFields asks for: the word before a date does not count there.
  static constexpr std::size_t kWordsMin = 12;
  static constexpr std::size_t kFromAtMax = 4;  // later a "from" parts no fields

  static bool goes_on(const HeadElement& element, std::string_view word,
                      const std::vector<HeadElement>& before) {
    switch (element.kind) {
      case HeadElement::word:
        return before.size() > kFromAtMax || (word != "من" && word != "aus" && word != "from");
      case HeadElement::mark:
        if (element.sign == '.') return before.empty() || before.back().kind != HeadElement::agency;
        return element.sign == ',' || element.sign == '\'';
      case HeadElement::agency:
      case HeadElement::place:
        return true;
      case HeadElement::date:
        return false;
    }
    return false;
  }

  std::size_t words_ = 0;
  bool open_ = true;
};

}  // namespace

void HeadElements::refill(std::string_view line, const Agencies& agencies, const Places& places,
                          DateParser& dates) {
  head_ = beginning_of(line, kBytesMax);
  cut_short_ = head_.size() < line.size();
  show_tatweel_dashes(head_);
  fold_with_map(head_, FoldMarks::keep, folded_);
  elements_.clear();
  cut_tokens();
  const std::size_t proof = find_names(agencies, places);
  // Prose is told before its dates are asked for. No digit, no date.
  const auto first_digit = static_cast<std::size_t>(
      std::find_if(folded_.key.begin(), folded_.key.end(), is_ascii_digit) - folded_.key.begin());
  const bool undated = first_digit == folded_.key.size() ||
                       (opens_with_prose_ && !may_be_of_date(proof, first_digit, dates.words()));
  if (!undated && take_dates(dates)) find_names(agencies, places);
  for (HeadElement& element : named_) {
    const std::uint32_t begin = folded_.source_begin(element.begin);
    element.end = folded_.source_end(element.end);
    element.begin = begin;
  }
  std::swap(elements_, named_);
}

// May a date begin at the word `at` or before it? Where its first digit stands behind that word,
// each word up to the digit is of a phrase of dates, or names the zone of a clock.
bool HeadElements::may_be_of_date(std::size_t at, std::size_t first_digit,
                                  const DateWords& words) const {
  if (first_digit < elements_[at].end) return true;
  std::size_t reach = 0;  // words that a phrase may take, from the one at hand on
  for (std::size_t i = 0; i < elements_.size() && elements_[i].end <= first_digit; ++i) {
    if (elements_[i].kind != HeadElement::word) continue;
    const std::string_view word =
        std::string_view(folded_.key)
            .substr(elements_[i].begin, elements_[i].end - elements_[i].begin);
    reach = std::max(reach - std::min<std::size_t>(reach, 1), words.words_max_from(word));
    if (i >= at && reach == 0 && word != "gmt" && word != "utc") return false;
  }
  return true;
}

void HeadElements::cut_tokens() {
  const std::string_view key = folded_.key;
  bool blank = false;
  for (std::uint32_t at = 0; at < key.size();) {
    if (key[at] == ' ') {
      blank = true;
      ++at;
      continue;
    }
    HeadElement element;
    element.blank_before = blank;
    blank = false;
    // Until the names are looked up, begin and end are bytes of the key.
    element.begin = at;
    CodePoint point = code_point_at(key, at);
    if (!is_word_point(point.value)) {
      element.kind = HeadElement::mark;
      element.sign = point.value < 0x80 ? static_cast<char>(point.value) : '?';
      at += point.size;
    } else {
      while (at < key.size()) {
        point = code_point_at(key, at);
        if (!is_word_point(point.value)) break;
        at += point.size;
      }
    }
    element.end = at;
    elements_.push_back(element);
  }
}

std::string HeadElements::key(std::size_t first, std::size_t last) const {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    if (elements_[i].kind == HeadElement::mark) continue;
    const std::string_view shown =
        std::string_view(head_).substr(elements_[i].begin, elements_[i].end - elements_[i].begin);
    if (!out.empty()) out += ' ';
    out += folded(shown, FoldMarks::drop);
  }
  return out;
}

// Tokens under a date become one element. False: there is none.
bool HeadElements::take_dates(DateParser& dates) {
  const auto found = dates.find(head_, DateContext{});
  if (found.empty()) return false;
  std::vector<HeadElement> out;
  std::size_t next = 0;
  bool open = false;
  for (const HeadElement& element : elements_) {
    const std::uint32_t begin = folded_.source_begin(element.begin);
    while (next < found.size() && begin >= found[next].offset + found[next].length) {
      ++next;
      open = false;
    }
    if (next >= found.size() || begin < found[next].offset) {
      out.push_back(element);
      continue;
    }
    if (open) {
      out.back().end = element.end;
      continue;
    }
    open = true;
    out.push_back(element);
    out.back().kind = HeadElement::date;
    out.back().time = found[next].time;
  }
  elements_ = std::move(out);
  return true;
}

// Of the next few elements at once: the tables mostly are not in the cache, and so a processor
// waits for many of their lines at the same time.
void HeadElements::note_first_words(std::size_t from, const Agencies& agencies,
                                    const Places& places) {
  const std::size_t end = std::min(from + kNotedAtOnce, elements_.size());
  for (std::size_t i = from; i < end; ++i) {
    HeadElement& element = elements_[i];
    if (element.kind != HeadElement::word) continue;
    const std::string_view word =
        std::string_view(folded_.key).substr(element.begin, element.end - element.begin);
    element.agency_words = static_cast<std::uint8_t>(agencies.words_max_from(word));
    element.place_words = static_cast<std::uint8_t>(places.words_max_from(word));
  }
}

// Fills `named_`. Returns the element that proves the line to be prose, or their number.
std::size_t HeadElements::find_names(const Agencies& agencies, const Places& places) {
  const std::string_view key = folded_.key;
  named_.clear();
  ProseCount prose;
  std::size_t last = 0, noted = 0;
  for (std::size_t i = 0; i < elements_.size() && !prose.proven(); i = last + 1) {
    for (; noted <= i; noted += kNotedAtOnce) note_first_words(noted, agencies, places);
    HeadElement best = elements_[i];
    last = i;
    const std::string_view first = key.substr(best.begin, best.end - best.begin);
    if (best.kind == HeadElement::word) find_name(i, agencies, places, best, last);
    prose.see(best, first, named_);
    named_.push_back(best);
  }
  opens_with_prose_ = prose.proven();
  return opens_with_prose_ ? last : elements_.size();
}

// Words of one name stand apart by a blank, a dot behind a short word ("أ. ف. ب"), or in Latin by
// a glued dot, hyphen or apostrophe ("INTERFAX.RU", "Deir ez-Zor", "N'Djamena").
void HeadElements::find_name(std::size_t at, const Agencies& agencies, const Places& places,
                             HeadElement& best, std::size_t& best_last) {
  const std::string_view key = folded_.key;
  const std::size_t of_agencies = best.agency_words, of_places = best.place_words;
  const std::size_t words_max = std::max(of_agencies, of_places);
  if (words_max == 0) return;
  const auto shown = [&](std::size_t from, std::size_t to) {
    const std::uint32_t begin = folded_.source_begin(elements_[from].begin);
    return std::string_view(head_).substr(begin, folded_.source_end(elements_[to].end) - begin);
  };
  phrase_.clear();
  std::size_t last = at;
  for (std::size_t n = 0; n < words_max; ++n) {
    const HeadElement& word = elements_[last];
    if (!phrase_.empty()) phrase_ += ' ';
    phrase_ += key.substr(word.begin, word.end - word.begin);
    const AgencyName* agency = n < of_agencies ? agencies.find(phrase_, shown(at, last)) : nullptr;
    const PlaceName* place = n < of_places ? places.find(phrase_) : nullptr;
    if (agency != nullptr || place != nullptr) {
      best.kind = agency != nullptr ? HeadElement::agency : HeadElement::place;
      best.agency_name = agency;
      best.place_name = place;
      best.end = word.end;
      best_last = last;
    }
    std::size_t next = last + 1;
    if (next < elements_.size() && elements_[next].kind == HeadElement::mark &&
        !elements_[next].blank_before) {
      const char sign = elements_[next].sign;
      const bool latin = static_cast<unsigned char>(key[word.begin]) < 0x80;
      const bool glued = next + 1 < elements_.size() && !elements_[next + 1].blank_before;
      const bool short_word = word.end - word.begin <= 2;
      if ((sign == '.' && (short_word || glued)) || (latin && glued && sign == '-') ||
          sign == '\'') {
        ++next;
      }
    }
    if (next >= elements_.size() || elements_[next].kind != HeadElement::word) break;
    last = next;
  }
}

}  // namespace khabar
