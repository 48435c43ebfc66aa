// MemberStream: decoded bytes of a file, with the places where decoding can begin anew. A gzip
// file is a row of members (RFC 1952 2.2), a zstd file a row of frames (RFC 8878 3.1); a plain
// file is one member. A resource; one thread at a time; next() may block on the disk.
//
//   stored   | member 0 | member 812      | member 4007 ...
//   decoded  | A A A A  | B B B B B B B B | C C ...
//                              ^ place {member 812, inside 3}
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/io/byte_stream.h"

namespace khabar {

struct MemberPlace {
  std::uint64_t member = 0;  // where the member begins in the file as stored
  std::uint64_t inside = 0;  // decoded bytes of the member before this place

  auto operator<=>(const MemberPlace&) const = default;
};

struct MemberPiece {
  std::string_view bytes;    // valid until the next call; empty: the end of the file
  MemberPlace place;         // of bytes[0]
  bool ends_member = false;  // bytes are the last of their member; a plain file never says so
};

enum class DamageKind : std::uint8_t {
  truncated,   // the file ends inside a member
  corrupt,     // not what the format allows, or a checksum that differs
  bound,       // decodes to more than the caller's bounds
  unreadable,  // the system refuses
  cancelled,   // FileStream::interrupt_by
};

const char* damage_name(DamageKind kind);

struct Damage {
  DamageKind kind = DamageKind::corrupt;
  std::string detail;  // for a person: offsets and numbers, without the file's name
  MemberPlace place;   // of the member that is damaged
};

// What decoding may cost. Counted on the decoded side, for a bomb is small as stored.
struct DecodeBounds {
  std::uint64_t output_bytes_max = UINT64_MAX;  // of the whole file
  // Of one member, looked at once it has given 64 MiB. Deflate reaches 1032; web archives stay
  // below 50, so a page that reaches 400 over 64 MiB is there to cost time.
  std::uint32_t expansion_max = 400;
};

class MemberStream {
 public:
  virtual ~MemberStream() = default;

  // After a Damage of kind corrupt, truncated or bound the next call goes on at the next member
  // that can be found, or gives the end; after the others it gives the end.
  virtual tl::expected<MemberPiece, Damage> next() = 0;

  // The next piece will begin at `place`, as an earlier piece told it. Bytes that come by only
  // once are read and thrown away up to there.
  virtual Status seek(MemberPlace place) = 0;

  // How far into the file as stored the reader is, for progress.
  virtual std::uint64_t stored_bytes() const = 0;
};

// Looks at the first bytes, not at a name: gzip 1F 8B, zstd 28 B5 2F FD or a skippable frame,
// anything else is plain. An Error only where nothing can be read at all.
Result<std::unique_ptr<MemberStream>> open_members(std::unique_ptr<ByteStream> stored,
                                                   DecodeBounds bounds);

// The same as one ByteStream: a Damage is an Error that names `name`, and ends it. seek() counts
// decoded bytes; a compressed file is decoded anew up to there, and a place behind the end is it.
std::unique_ptr<ByteStream> flatten(std::unique_ptr<MemberStream> members, std::string name);
Result<std::unique_ptr<ByteStream>> open_decoded(std::unique_ptr<ByteStream> stored,
                                                 std::string name, DecodeBounds bounds);
// `path` "-" is standard input.
Result<std::unique_ptr<ByteStream>> open_input(const std::string& path, DecodeBounds bounds);

}  // namespace khabar
