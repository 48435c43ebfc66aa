// Receipt: the promise to tell a source what became of its document. A move-only resource that
// travels with the document in a Parcel. Only the runner settles; stages and sinks never see one.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

#include "core/model/document.h"

namespace khabar {

enum class Fate : std::uint8_t {  // worse is greater: of several sinks, the worst wins
  delivered,                      // every sink holds it durably
  dropped,                        // passed over for a counted reason: a copy, a skipped record
  rejected,                       // faulty; the dead letters hold it durably
  lost,                           // nobody can say: the source must give it again
};

const char* fate_name(Fate fate);

class Receipt {
 public:
  // Called once, on the last holder's thread; must neither throw nor block.
  using OnSettled = std::function<void(Fate)>;

  Receipt() = default;  // nobody waits for this one
  explicit Receipt(OnSettled on_settled);
  Receipt(Receipt&&) noexcept = default;
  Receipt& operator=(Receipt&& other) noexcept;
  ~Receipt();  // settles as lost: forgetting is never mistaken for success

  Receipt branch() const;  // one more holder, for each further sink
  // Hears the fate just before the source does: how dedupe commits or releases its claim.
  Receipt watched_by(OnSettled watcher) &&;
  void settle(Fate fate) &&;

 private:
  struct Shared;
  std::shared_ptr<Shared> shared_;
};

struct Parcel {
  Document document;
  Receipt receipt;
  std::uint64_t number = 0;  // the runner's: dense, from 0, in source order
};

}  // namespace khabar
