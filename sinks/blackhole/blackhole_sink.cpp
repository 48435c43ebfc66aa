#include "sinks/blackhole/blackhole_sink.h"

#include "core/flow/settings.h"
#include "core/model/document_json.h"

namespace khabar {

Result<std::vector<Rejection>> BlackholeSink::write(std::span<const Document* const> batch) {
  for (const Document* document : batch) {
    lines_.clear();
    append_record(*document, lines_);
    bytes_.add(lines_.size() + 1);
  }
  records_.add(batch.size());
  return std::vector<Rejection>{};
}

Result<std::unique_ptr<Sink>> make_blackhole_sink(Settings& settings, const Services& services) {
  const Labels labels{{"sink", settings.path()}};
  return std::make_unique<BlackholeSink>(
      services.metrics.counter("khabar_blackhole_records_total", labels,
                               "Records that a blackhole sink took and forgot."),
      services.metrics.counter("khabar_blackhole_bytes_total", labels,
                               "Bytes of JSON lines that a blackhole sink took and forgot."));
}

}  // namespace khabar
