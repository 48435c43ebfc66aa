// WarcWindow: the decoded bytes between a reader's position and what has been read, without copies
// while a record lies in one piece (one gzip member, as archives are mostly written). Remembers
// which byte lies where in the file. One thread.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/io/member_stream.h"

namespace khabar {

class WarcWindow {
 public:
  explicit WarcWindow(std::unique_ptr<MemberStream> members) : members_(std::move(members)) {}

  std::string_view bytes() const { return view_; }  // until the next pull()
  void advance(std::size_t n);

  // Appends the next piece. False: the end, or damage() says why not.
  bool pull();
  const std::optional<Damage>& damage() const { return damage_; }
  // Requires damage(). Throws away what was read before it, and goes on behind it.
  void step_over_damage();

  MemberPlace place(std::size_t at = 0) const;  // of bytes()[at], or of the end
  bool begins_member(std::size_t at) const;
  // The first member that begins in (after, bytes().size()).
  std::optional<std::size_t> next_member(std::size_t after) const;
  // All of its member before `at` has been read, and nothing behind it.
  bool ends_member(std::size_t at) const { return at == view_.size() && ends_member_; }

  Status seek(MemberPlace place);
  std::uint64_t stored_bytes() const { return members_->stored_bytes(); }

 private:
  struct Mark {
    std::uint64_t at;  // counted like base_
    MemberPlace place;
  };

  void keep_what_is_left();

  std::unique_ptr<MemberStream> members_;
  std::string own_;        // holds view_ once it spans pieces
  std::string_view view_;  // into own_, or the last piece itself
  bool owned_ = false;
  std::uint64_t base_ = 0;  // decoded bytes before view_
  std::deque<Mark> marks_;  // where places jump; the first at or before base_
  MemberPlace end_;         // behind view_
  bool ends_member_ = false, ended_ = false;
  std::optional<Damage> damage_;
};

}  // namespace khabar
