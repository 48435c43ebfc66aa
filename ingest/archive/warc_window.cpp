#include "ingest/archive/warc_window.h"

#include <algorithm>

namespace khabar {
namespace {

// A record may be spread over members (RFC 1952 lets them follow anywhere); one spread over more
// than this is there to fill memory with marks.
constexpr std::size_t kMarksMax = 16384;

}  // namespace

void WarcWindow::advance(std::size_t n) {
  view_.remove_prefix(n);
  base_ += n;
  while (marks_.size() > 1 && marks_[1].at <= base_) marks_.pop_front();
}

void WarcWindow::keep_what_is_left() {
  if (!owned_) {
    own_.assign(view_);
  } else {
    const auto before = static_cast<std::size_t>(view_.data() - own_.data());
    if (before <= own_.size() / 2) return;
    own_.erase(0, before);
  }
  owned_ = true;
  view_ = own_;
}

bool WarcWindow::pull() {
  if (damage_ || ended_) return false;
  if (marks_.size() > kMarksMax) {
    damage_ = Damage{DamageKind::bound,
                     "a record in more than " + std::to_string(kMarksMax) + " members", place()};
    return false;
  }
  if (!view_.empty()) keep_what_is_left();
  auto piece = members_->next();
  if (!piece) {
    damage_ = std::move(piece.error());
    return false;
  }
  if (piece->bytes.empty()) {
    ended_ = true;
    return false;
  }
  if (view_.empty()) marks_.clear();
  if (view_.empty() || piece->place != end_) {
    marks_.push_back({base_ + view_.size(), piece->place});
  }
  end_ = {piece->place.member, piece->place.inside + piece->bytes.size()};
  ends_member_ = piece->ends_member;
  if (view_.empty()) {
    view_ = piece->bytes;
    owned_ = false;
    return true;
  }
  const auto before = static_cast<std::size_t>(view_.data() - own_.data());
  own_ += piece->bytes;
  view_ = std::string_view(own_).substr(before);
  return true;
}

void WarcWindow::step_over_damage() {
  const bool final =
      damage_->kind == DamageKind::unreadable || damage_->kind == DamageKind::cancelled;
  advance(view_.size());
  marks_.clear();
  ends_member_ = false;
  damage_.reset();
  if (final) {
    ended_ = true;
    return;
  }
  // place() must lie behind the damage, or who starts there would meet it again.
  if (!pull()) end_ = {damage_ ? damage_->place.member : members_->stored_bytes(), 0};
}

MemberPlace WarcWindow::place(std::size_t at) const {
  if (at == view_.size()) return end_;
  const std::uint64_t position = base_ + at;
  auto mark = std::upper_bound(marks_.begin(), marks_.end(), position,
                               [](std::uint64_t p, const Mark& m) { return p < m.at; });
  --mark;
  return {mark->place.member, mark->place.inside + (position - mark->at)};
}

bool WarcWindow::begins_member(std::size_t at) const {
  return at < view_.size() && place(at).inside == 0;
}

std::optional<std::size_t> WarcWindow::next_member(std::size_t after) const {
  const auto mark = std::upper_bound(marks_.begin(), marks_.end(), base_ + after,
                                     [](std::uint64_t p, const Mark& m) { return p < m.at; });
  if (mark == marks_.end()) return std::nullopt;
  return static_cast<std::size_t>(mark->at - base_);
}

Status WarcWindow::seek(MemberPlace place) {
  if (auto moved = members_->seek(place); !moved) return moved;
  view_ = {};
  marks_.clear();
  end_ = place;
  ends_member_ = ended_ = false;
  damage_.reset();
  return {};
}

}  // namespace khabar
