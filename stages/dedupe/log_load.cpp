#include "stages/dedupe/log_load.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "core/io/append_file.h"

namespace khabar {
namespace {

namespace fs = std::filesystem;

Result<std::vector<SegmentReport>> list_segments(const std::string& folder) {
  std::vector<SegmentReport> out;
  std::error_code error;
  if (!fs::exists(folder, error)) return out;
  fs::directory_iterator files(folder, error);
  if (error) return invalid(folder + ": cannot be listed: " + error.message());
  for (const fs::directory_entry& file : files) {
    const auto id = parse_segment_name(file.path().filename().string());
    if (!id) continue;
    SegmentReport segment;
    segment.id = *id;
    segment.path = file.path().string();
    out.push_back(std::move(segment));
  }
  std::sort(out.begin(), out.end(), [](const SegmentReport& a, const SegmentReport& b) {
    return a.id.kind != b.id.kind ? a.id.kind > b.id.kind : a.id.number < b.id.number;
  });
  return out;
}

// The near segments, walked along with the exact ones: both rise.
class NearCursor {
 public:
  explicit NearCursor(std::vector<SegmentReport*> segments) : segments_(std::move(segments)) {}

  // Fills claim.sketch; false when there is no whole record of it.
  Result<bool> fetch(Claim& claim) {
    const std::uint64_t number = segment_number(SegmentKind::near, claim.sequence);
    while (current_ < segments_.size() && segments_[current_]->id.number < number) next_segment();
    if (current_ == segments_.size() || segments_[current_]->id.number != number) return false;
    if (!file_) {
      if (auto opened = open(); !opened) return tl::unexpected(opened.error());
    }
    SegmentReport& segment = *segments_[current_];
    const std::size_t size = record_bytes(SegmentKind::near);
    for (; at_ + size <= segment.extent.end; at_ += size) {
      const std::string_view record = file_->bytes().substr(at_, size);
      const auto sequence = near_sequence(record, segment.id);
      if (sequence && *sequence > claim.sequence) return false;
      if (!sequence || *sequence < claim.sequence) continue;
      at_ += size;
      segment.kept = at_;
      return read_near_record(record, segment.id, claim);
    }
    return false;
  }

 private:
  Status open() {
    SegmentReport& segment = *segments_[current_];
    auto file = MappedFile::open(segment.path);
    if (!file) return tl::unexpected(file.error());
    segment.bytes = file->bytes().size();
    at_ = kLogHeaderBytes;
    if (segment.bytes < kLogHeaderBytes) {
      segment.worthless = true;
    } else {
      if (auto status = check_header(file->bytes(), segment.id, segment.path); !status)
        return status;
      segment.extent = measure_segment(file->bytes(), segment.id);
      segment.kept = kLogHeaderBytes;
    }
    file_.emplace(std::move(*file));
    return {};
  }
  void next_segment() {
    file_.reset();
    ++current_;
  }

  std::vector<SegmentReport*> segments_;
  std::size_t current_ = 0, at_ = kLogHeaderBytes;
  std::optional<MappedFile> file_;
};

class Loading {
 public:
  Loading(LoadReport& report, const std::function<void(const Claim&)>& visit)
      : report_(report), visit_(visit), near_(near_segments(report)) {}

  Status run() {
    for (std::size_t i = 0; i < report_.segments.size(); ++i) {
      SegmentReport& segment = report_.segments[i];
      if (segment.id.kind != SegmentKind::exact) break;
      const bool newest =
          i + 1 == report_.segments.size() || report_.segments[i + 1].id.kind != SegmentKind::exact;
      if (auto status = read(segment, newest); !status) return status;
    }
    return finish_near();
  }

 private:
  static std::vector<SegmentReport*> near_segments(LoadReport& report) {
    std::vector<SegmentReport*> out;
    for (SegmentReport& segment : report.segments) {
      if (segment.id.kind == SegmentKind::near) out.push_back(&segment);
    }
    return out;
  }

  Status read(SegmentReport& segment, bool newest) {
    auto file = MappedFile::open(segment.path);
    if (!file) return tl::unexpected(file.error());
    const std::string_view bytes = file->bytes();
    segment.bytes = bytes.size();
    if (bytes.size() < kLogHeaderBytes && newest) {  // killed while it began the file
      segment.worthless = true;
      return {};
    }
    if (auto status = check_header(bytes, segment.id, segment.path); !status) return status;
    segment.extent = measure_segment(bytes, segment.id);
    segment.kept = segment.extent.end;
    const std::size_t size = record_bytes(SegmentKind::exact);
    for (std::size_t at = kLogHeaderBytes; at < segment.extent.end; at += size) {
      auto claim = read_exact_record(bytes.substr(at, size), segment.id);
      if (!claim) continue;  // counted as spoilt
      if (auto status = visit(*claim); !status) return status;
    }
    return {};
  }

  Status visit(Claim& claim) {
    if (claim.sequence <= last_) {
      ++report_.out_of_order;
      return {};
    }
    last_ = claim.sequence;
    if (claim.near) {
      auto fetched = near_.fetch(claim);
      if (!fetched) return tl::unexpected(fetched.error());
      claim.near = *fetched;
      ++(*fetched ? report_.sketches : report_.sketches_missing);
    }
    ++report_.claims;
    visit_(claim);
    return {};
  }

  // Sketches behind the last committed claim were never committed. A segment that no claim asked
  // for holds nothing else, when it lies behind; one that lies before is waiting to be removed.
  Status finish_near() {
    for (SegmentReport& segment : report_.segments) {
      if (segment.id.kind != SegmentKind::near || segment.bytes != 0) continue;
      auto file = MappedFile::open(segment.path);
      if (!file) return tl::unexpected(file.error());
      segment.bytes = file->bytes().size();
      if (segment.bytes >= kLogHeaderBytes) {
        if (auto status = check_header(file->bytes(), segment.id, segment.path); !status) {
          return status;
        }
        segment.extent = measure_segment(file->bytes(), segment.id);
      }
      segment.worthless = true;
    }
    const std::uint64_t newest = segment_number(SegmentKind::near, last_);
    for (SegmentReport& segment : report_.segments) {
      // Only the end of the newest may be uncommitted; inside the others a spoilt end is a loss.
      if (segment.id.kind == SegmentKind::near && segment.id.number < newest &&
          !segment.worthless) {
        segment.kept = segment.extent.end;
      }
    }
    return {};
  }

  LoadReport& report_;
  const std::function<void(const Claim&)>& visit_;
  NearCursor near_;
  std::uint64_t last_ = 0;
};

}  // namespace

std::uint64_t LoadReport::bytes() const {
  std::uint64_t sum = 0;
  for (const SegmentReport& segment : segments) sum += segment.bytes;
  return sum;
}

std::uint64_t LoadReport::spoilt() const {
  std::uint64_t sum = 0;
  for (const SegmentReport& segment : segments) sum += segment.extent.spoilt;
  return sum;
}

std::uint64_t LoadReport::cut_bytes() const {
  std::uint64_t sum = 0;
  for (const SegmentReport& segment : segments) {
    sum += segment.worthless ? segment.bytes : segment.bytes - segment.kept;
  }
  return sum;
}

std::vector<std::string> LoadReport::complaints() const {
  std::vector<std::string> out;
  for (const SegmentReport& segment : segments) {
    if (segment.extent.spoilt != 0) {
      out.push_back(segment.path + ": " + std::to_string(segment.extent.spoilt) + " of " +
                    std::to_string(segment.extent.records + segment.extent.spoilt) +
                    " records are spoilt and passed over");
    }
    if (segment.worthless && segment.bytes != 0) {
      out.push_back(segment.path + ": none of its " + std::to_string(segment.bytes) +
                    " bytes is needed");
    } else if (segment.bytes > segment.kept) {
      out.push_back(segment.path + ": " + std::to_string(segment.bytes - segment.kept) +
                    " bytes behind the last committed record, at " + std::to_string(segment.kept));
    }
  }
  if (out_of_order != 0) {
    out.push_back(std::to_string(out_of_order) + " records whose sequence does not rise");
  }
  return out;
}

Result<LoadReport> read_log(const std::string& folder,
                            const std::function<void(const Claim&)>& visit) {
  LoadReport report;
  auto segments = list_segments(folder);
  if (!segments) return tl::unexpected(segments.error());
  report.segments = std::move(*segments);
  if (auto status = Loading(report, visit).run(); !status) return tl::unexpected(status.error());
  return report;
}

Status mend_log(const LoadReport& report) {
  for (const SegmentReport& segment : report.segments) {
    std::error_code error;
    if (segment.worthless) {
      fs::remove(segment.path, error);
    } else if (segment.bytes > segment.kept) {
      fs::resize_file(segment.path, segment.kept, error);
    }
    if (error) return invalid(segment.path + ": cannot be mended: " + error.message());
  }
  return {};
}

}  // namespace khabar
