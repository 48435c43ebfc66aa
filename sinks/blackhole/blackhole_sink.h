// Blackhole: takes every record, writes it to memory and forgets it. For measuring all that comes
// before a sink. One thread; never blocks.
#pragma once

#include <memory>
#include <string>

#include "core/flow/catalog.h"
#include "core/flow/metrics.h"
#include "core/flow/sink.h"

namespace khabar {

class BlackholeSink final : public Sink {
 public:
  // Both counters must outlive the sink.
  BlackholeSink(Counter& records, Counter& bytes) : records_(records), bytes_(bytes) {}

  Status open() override { return {}; }
  Result<std::vector<Rejection>> write(std::span<const Document* const> batch) override;

 private:
  Counter& records_;
  Counter& bytes_;  // of the lines that the records would be
  std::string lines_;
};

Result<std::unique_ptr<Sink>> make_blackhole_sink(Settings& settings, const Services& services);

}  // namespace khabar
