// What the kernel says of this process: memory, descriptors, threads, processor time. Reads
// /proc/self; any thread.
#pragma once

#include <cstdint>
#include <string>

namespace khabar {

struct ProcessFigures {
  std::uint64_t resident_bytes = 0;
  std::uint64_t open_files = 0;
  std::uint64_t threads = 0;
  double processor_seconds = 0;
};

// Zeros where /proc is not to be read.
ProcessFigures read_process_figures();

// The process_* families that Prometheus' own client libraries export, in its text format.
std::string prometheus_text(const ProcessFigures& figures, std::int64_t start_time_s);

}  // namespace khabar
