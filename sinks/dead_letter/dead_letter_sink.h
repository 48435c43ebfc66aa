// Dead letters: the inputs that could not become documents, one JSON line each with the reason and
// the place where the input lies (docs/RECORD.md). The file only grows, run after run, and is not
// made before there is something to write. One thread; calls block on the disk.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/flow/catalog.h"
#include "core/flow/sink.h"
#include "core/io/append_file.h"
#include "core/model/held_keys.h"

namespace khabar {

class DeadLetterSink final : public Sink {
 public:
  // `lines_max`: of how many of the newest lines it knows that they stand already.
  DeadLetterSink(std::string path, bool fsync, std::size_t lines_max = kHeldKeysLeast);

  // Reads back what the file holds, and cuts a line that a kill had torn.
  Status open() override;
  // Passes over documents without a fault. A line that stands already is not written twice: the
  // same input that fails again for the same reason is the same dead letter.
  Result<std::vector<Rejection>> write(std::span<const Document* const> batch) override;
  bool wants_faults() const override { return true; }

 private:
  Status open_file();

  std::string path_;
  bool fsync_;
  std::optional<AppendFile> file_;
  HeldKeys held_;  // digests of whole lines
};

Result<std::unique_ptr<Sink>> make_dead_letter_sink(Settings& settings, const Services& services);

}  // namespace khabar
