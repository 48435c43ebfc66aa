// FaultList: what was ill-formed in one document, told in few lines however often it occurred.
// A value; one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/web/xml_reader.h"

namespace khabar {

class FaultList {
 public:
  static constexpr std::size_t kKindsMax = 16;
  static constexpr std::size_t kSampleBytesMax = 80;

  // `what` names the fault and what was done ("no address: passed over"); the first of each kind
  // keeps its offset (in the decoded text) and a sample of what stood there.
  void note(std::string_view what, std::size_t offset, std::string_view sample = {});
  // What the reader came across so far.
  void note_xml(const XmlReader& reader);

  // "3 times, first at offset 812: no address: passed over ("ftp://...")"
  std::vector<std::string> lines() const;
  bool empty() const { return kinds_.empty(); }

 private:
  struct Kind {
    std::string what, sample;
    std::size_t offset = 0, times = 0;
  };
  std::vector<Kind> kinds_;
};

}  // namespace khabar
