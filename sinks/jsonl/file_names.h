// The names of one sink's files. Without rotation the name is the path exactly as given; with it a
// number of six digits stands before the extension:
//
//     out/records.jsonl      out/records-000001.jsonl      out/records-000001.jsonl.partial
//
// No part of a name ever comes from a document. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace khabar {

class FileNames {
 public:
  FileNames(const std::string& path, bool rotated);

  bool rotated() const { return rotated_; }
  std::string folder() const;                        // "." for a bare name
  std::string finished(std::uint64_t number) const;  // without rotation the number does not count
  std::string partial(std::uint64_t number) const { return finished(number) + ".partial"; }

  struct Found {
    std::vector<std::uint64_t> finished;  // rising
    std::uint64_t number = 1;             // to write next: of the newest partial, if unfinished
  };
  // What lies in the folder. Only with rotation.
  Result<Found> find() const;

 private:
  // Of "records-000017.jsonl" + `ending`, 17; else 0.
  std::uint64_t number_of(std::string_view name, std::string_view ending) const;

  bool rotated_;
  std::string folder_, stem_, extension_;  // "out/", "records", ".jsonl"
};

}  // namespace khabar
