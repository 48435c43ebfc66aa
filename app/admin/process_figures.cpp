#include "app/admin/process_figures.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <sys/resource.h>
#include <unistd.h>

namespace khabar {
namespace {

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

std::uint64_t entries_of(const char* folder) {
  std::error_code error;
  const std::filesystem::directory_iterator entries(folder, error);
  return error ? 0 : static_cast<std::uint64_t>(std::distance(begin(entries), end(entries)));
}

std::string family(const char* name, const char* type, const char* help, double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.17g", value);
  return std::string("# HELP ") + name + " " + help + "\n# TYPE " + name + " " + type + "\n" +
         name + " " + text + "\n";
}

}  // namespace

ProcessFigures read_process_figures() {
  ProcessFigures figures;
  // proc(5): "(2) resident: resident set size", in pages.
  std::ifstream statm("/proc/self/statm");
  std::uint64_t size = 0, resident = 0;
  if (statm >> size >> resident) {
    figures.resident_bytes = resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  }
  // The folder of descriptors is itself open while we read it.
  const std::uint64_t files = entries_of("/proc/self/fd");
  figures.open_files = files > 0 ? files - 1 : 0;
  figures.threads = entries_of("/proc/self/task");
  rusage usage{};
  if (getrusage(RUSAGE_SELF, &usage) == 0) {
    figures.processor_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
  }
  return figures;
}

std::string prometheus_text(const ProcessFigures& figures, std::int64_t start_time_s) {
  return family("process_cpu_seconds_total", "counter", "Processor time, user and system",
                figures.processor_seconds) +
         family("process_open_fds", "gauge", "Open file descriptors",
                static_cast<double>(figures.open_files)) +
         family("process_resident_memory_bytes", "gauge", "Resident memory",
                static_cast<double>(figures.resident_bytes)) +
         family("process_start_time_seconds", "gauge", "Start, in seconds since 1970",
                static_cast<double>(start_time_s)) +
         family("process_threads", "gauge", "Threads", static_cast<double>(figures.threads));
}

}  // namespace khabar
