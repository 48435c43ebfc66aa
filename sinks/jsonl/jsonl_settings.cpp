#include <algorithm>

#include "core/flow/settings.h"
#include "sinks/jsonl/jsonl_sink.h"
#include "sinks/jsonl/stream_sink.h"

namespace khabar {

Result<std::unique_ptr<Sink>> make_jsonl_sink(Settings& settings, const Services& services) {
  JsonlOptions options;
  options.path = settings.text(
      "path", "records.jsonl",
      "The file; \"-\" is standard output. With rotation a number stands before the extension.");
  const std::string compression =
      settings.one_of("compression", {"auto", "none", "zstd"}, "auto",
                      "auto: zstd when the path ends in .zst. Frames hold 4 MiB of lines each.");
  const auto level = settings.integer("zstd_level", 3, 1, 19, "How hard zstd tries.");
  const auto mebibytes = settings.integer(
      "rotate_mebibytes", 0, 0, 1 << 20,
      "Begin a new file before this one would hold more MiB of lines, not compressed; 0: never.");
  const auto seconds =
      settings.integer("rotate_s", 0, 0, 366 * 86400,
                       "Begin a new file with the first batch after this one is so old; 0: never.");
  options.file.fsync = settings.flag(
      "fsync", true, "Wait for the disk after each batch, so that a power cut loses nothing.");
  const bool zstd =
      compression == "zstd" || (compression == "auto" && options.path.ends_with(".zst"));
  if (zstd) options.file.zstd_level = static_cast<int>(level);
  options.rotate_bytes = static_cast<std::uint64_t>(mebibytes) << 20;
  options.rotate_age = std::chrono::seconds(seconds);
  options.keeps_state = !services.state_dir.empty();
  options.keys_max = std::max(kHeldKeysLeast, services.replay_documents_max);
  if (options.path.empty() || options.path.ends_with('/')) {
    settings.fault("path", "must name a file");
  }
  if (!StreamSink::takes(options.path)) {
    return std::make_unique<JsonlSink>(std::move(options), services.clock);
  }
  if (compression == "zstd") settings.fault("compression", "a stream is written plain: pipe it");
  if (options.rotated()) settings.fault("path", "a stream cannot be rotated");
  return std::make_unique<StreamSink>(std::move(options.path));
}

}  // namespace khabar
