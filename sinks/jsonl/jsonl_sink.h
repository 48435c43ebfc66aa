// JSON lines: one record (docs/RECORD.md) a line, in files or on standard output.
//
//   open() ── keys of what is held ──> write() ── NAME.partial ──> rotation, finish() ── NAME
//
// A reader sees NAME only when it is whole. With a state directory a run goes on where the one
// before it stopped, appending to NAME.partial, or to NAME when that run had finished; without one
// it begins anew and replaces NAME at its end. Rotated files are final once they have their name.
// One thread; calls block on the disk.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/flow/catalog.h"
#include "core/flow/sink.h"
#include "core/model/held_keys.h"
#include "sinks/jsonl/file_names.h"
#include "sinks/jsonl/record_file.h"

namespace khabar {

struct JsonlOptions {
  std::string path;
  RecordFileOptions file;
  std::uint64_t rotate_bytes = 0;  // of lines, not compressed; 0: no bound
  Milliseconds rotate_age{0};      // 0: no bound
  bool keeps_state = false;
  std::size_t keys_max = kHeldKeysLeast;  // records to recognise when they come again

  bool rotated() const { return rotate_bytes != 0 || rotate_age.count() != 0; }
};

// Errors of open() and write() name the file, the call and errno; a full disk is `unavailable`.
class JsonlSink final : public Sink {
 public:
  // `clock` must outlive the sink.
  JsonlSink(JsonlOptions options, const Clock& clock);

  Status open() override;
  Result<std::vector<Rejection>> write(std::span<const Document* const> batch) override;
  Status finish() override;

 private:
  Status open_active();
  Status commit();     // lines_ to the active file
  Status next_file();  // gives the active file its name
  bool is_old() const;

  JsonlOptions options_;
  const Clock& clock_;
  FileNames names_;
  std::uint64_t number_ = 1;  // of the active file
  HeldKeys held_;
  std::unique_ptr<RecordFile> active_;  // opened by the first write that needs it
  bool anew_;                           // what a partial holds already is not ours
  SteadyPoint active_since_{};

  std::string lines_;                // of the batch, not yet in a file
  std::vector<std::uint64_t> keys_;  // of these lines
};

// Path "-" is standard output, which is neither renamed nor mended.
Result<std::unique_ptr<Sink>> make_jsonl_sink(Settings& settings, const Services& services);

}  // namespace khabar
