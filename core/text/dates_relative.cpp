#include "core/text/dates_relative.h"

#include "core/text/dates_pieces.h"

namespace khabar {
namespace {

constexpr std::size_t kTokensMax = 16;

struct Amount {
  std::int64_t minutes = 0;
  bool by_days = false;
};

std::optional<std::int64_t> minutes_of(DateUnit unit, std::int64_t count) {
  switch (unit) {
    case DateUnit::second:
      return 0;
    case DateUnit::minute:
      return count;
    case DateUnit::hour:
      return count * 60;
    case DateUnit::day:
      return count * 1440;
    case DateUnit::week:
      return count * 10'080;
    default:
      return std::nullopt;
  }
}

class RelativeReader {
 public:
  RelativeReader(const DateTokens& tokens, const DateContext& context)
      : tokens_(tokens), pieces_(tokens, context), now_(*context.now) {}

  std::optional<FoundDate> read() {
    FoundDate found;
    found.relative = true;
    take_labels(found);
    std::optional<PartialTime> time = read_day();
    if (!time) time = read_ago();
    while (at_ < tokens_.size() && tokens_[at_].kind == DateToken::mark) ++at_;
    if (!time || at_ != tokens_.size()) return std::nullopt;
    found.time = *time;
    return found;
  }

 private:
  const DateTerm* term() const { return at_ < tokens_.size() ? tokens_[at_].term : nullptr; }
  void skip_marks() {
    while (at_ < tokens_.size() && tokens_[at_].kind == DateToken::mark) ++at_;
  }

  void take_labels(FoundDate& found) {
    skip_marks();
    while (const DateTerm* label = term()) {
      const bool published = label->has(DateTerm::published);
      if (!published && !label->has(DateTerm::updated)) break;
      found.kind = published ? DateKind::published : DateKind::updated;
      at_ += tokens_[at_].term_tokens;
      skip_marks();
    }
  }

  // "أمس", "yesterday at 16:19", "16:19, вчера"
  std::optional<PartialTime> read_day() {
    const std::size_t start = at_;
    DatePiece clock = pieces_.clock_at(at_);
    if (clock.end > at_) {
      at_ = clock.end;
      skip_marks();
    }
    const DateTerm* day = term();
    if (day == nullptr || day->days_back < 0 || !now_.has_date()) {
      at_ = start;
      return std::nullopt;
    }
    at_ += tokens_[at_].term_tokens;
    for (int n = 0; n < 4 && clock.end <= start; ++n) {
      const bool soft = at_ < tokens_.size() &&
                        (tokens_[at_].kind == DateToken::mark ||
                         (term() != nullptr && term()->has(DateTerm::at_time | DateTerm::filler)));
      if (!soft) break;
      at_ += tokens_[at_].kind == DateToken::mark ? 1 : tokens_[at_].term_tokens;
    }
    if (clock.end <= start && at_ < tokens_.size()) {
      clock = pieces_.clock_at(at_);
      if (clock.end > at_) at_ = clock.end;
    }
    PartialTime out =
        civil_from_days(days_from_civil(now_.year, now_.month, now_.day) - day->days_back);
    if (clock.end > start && clock.hour >= 0) {
      out.hour = static_cast<std::int8_t>(clock.hour);
      out.minute = static_cast<std::int8_t>(clock.minute);
      if (clock.offset != PartialTime::kOffsetUnknown) {
        out.offset_minutes = static_cast<std::int16_t>(clock.offset);
      }
    }
    return out;
  }

  // One "3 hours", "ساعتين", "ساعة واحدة", "half an hour"; false when there is none.
  bool take_amount(Amount& amount) {
    std::int64_t count = -1;
    bool half = false, quarter = false;
    if (at_ < tokens_.size() && tokens_[at_].kind == DateToken::number) {
      count = tokens_[at_].value;
      if (count < 0 || tokens_[at_].digits > 3) return false;
      ++at_;
    } else if (const DateTerm* word = term()) {
      half = word->has(DateTerm::half);
      quarter = word->has(DateTerm::quarter);
      if (half || quarter) {
        at_ += tokens_[at_].term_tokens;
      } else if (word->number > 0) {  // "an hour", but "an" is a French year too
        const std::size_t next = at_ + tokens_[at_].term_tokens;
        const DateTerm* unit = next < tokens_.size() ? tokens_[next].term : nullptr;
        if (unit != nullptr && unit->unit != DateUnit::none) {
          count = word->number;
          at_ = next;
        }
      }
    }
    const DateTerm* unit = term();
    if (unit == nullptr || unit->unit == DateUnit::none) return false;
    if (unit->dual && count > 2) return false;
    at_ += tokens_[at_].term_tokens;
    if (at_ < tokens_.size() && tokens_[at_].sign == '.' && !tokens_[at_].blank_before) ++at_;
    if (count < 0) {
      const DateTerm* behind = term();
      if (behind != nullptr && behind->number > 0 && behind->number <= 2 && !half) {
        if (!unit->dual && behind->number != 1) return false;
        at_ += tokens_[at_].term_tokens;
      }
      count = unit->dual ? 2 : 1;
    }
    if (half || quarter) {
      if (unit->unit != DateUnit::hour) return false;
      amount.minutes += half ? 30 : 15;
      return true;
    }
    const auto minutes = minutes_of(unit->unit, count);
    if (!minutes) return false;
    amount.minutes += *minutes;
    amount.by_days = unit->unit == DateUnit::day || unit->unit == DateUnit::week;
    return true;
  }

  std::optional<PartialTime> read_ago() {
    bool ago = false;
    for (int n = 0; n < 2 && term() != nullptr && term()->has(DateTerm::ago_before); ++n) {
      ago = true;
      at_ += tokens_[at_].term_tokens;
    }
    Amount amount;
    if (!take_amount(amount)) return std::nullopt;
    // "ساعة و 20 دقيقة": a second, smaller amount.
    const std::size_t mark = at_;
    if (term() != nullptr && term()->has(DateTerm::conjunction)) at_ += tokens_[at_].term_tokens;
    Amount more = amount;
    if (!amount.by_days && take_amount(more) && !more.by_days) {
      amount = more;
    } else {
      at_ = mark;
    }
    if (term() != nullptr && term()->has(DateTerm::ago_after)) {
      ago = true;
      at_ += tokens_[at_].term_tokens;
    }
    if (!ago) return std::nullopt;
    return back(amount);
  }

  std::optional<PartialTime> back(const Amount& amount) const {
    if (!now_.has_date()) return std::nullopt;
    if (amount.by_days) {
      return civil_from_days(days_from_civil(now_.year, now_.month, now_.day) -
                             amount.minutes / 1440);
    }
    if (!now_.has_time()) return std::nullopt;
    const int offset = now_.has_offset() ? now_.offset_minutes : 0;
    const auto instant = now_.instant(0);
    PartialTime out = PartialTime::of(*instant - Milliseconds{amount.minutes * 60'000}, offset);
    out.second = -1;
    out.millisecond = -1;
    if (!now_.has_offset()) out.offset_minutes = PartialTime::kOffsetUnknown;
    return out;
  }

  const DateTokens& tokens_;
  DatePieces pieces_;
  const PartialTime& now_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<FoundDate> relative_date(const DateTokens& tokens, const DateContext& context) {
  if (!context.now || tokens.size() == 0 || tokens.size() > kTokensMax) return std::nullopt;
  return RelativeReader(tokens, context).read();
}

}  // namespace khabar
