#include "core/flow/receipt.h"

#include <array>
#include <utility>

namespace khabar {

const char* fate_name(Fate fate) {
  static constexpr std::array kNames{"delivered", "dropped", "rejected", "lost"};
  return kNames.at(static_cast<std::size_t>(fate));
}

struct Receipt::Shared {
  explicit Shared(OnSettled f) : on_settled(std::move(f)) {}
  Shared(const Shared&) = delete;
  Shared& operator=(const Shared&) = delete;
  // The last holder is gone. The shared_ptr's count orders every worsen() before this.
  ~Shared() { on_settled(worst.load(std::memory_order_relaxed)); }

  void worsen(Fate to) {
    Fate now = worst.load(std::memory_order_relaxed);
    while (now < to && !worst.compare_exchange_weak(now, to, std::memory_order_relaxed)) {
    }
  }

  std::atomic<Fate> worst{Fate::delivered};
  OnSettled on_settled;
};

Receipt::Receipt(OnSettled on_settled)
    : shared_(on_settled ? std::make_shared<Shared>(std::move(on_settled)) : nullptr) {}

Receipt& Receipt::operator=(Receipt&& other) noexcept {
  if (this == &other) return *this;
  std::move(*this).settle(Fate::lost);
  shared_ = std::exchange(other.shared_, nullptr);
  return *this;
}

Receipt::~Receipt() {
  std::move(*this).settle(Fate::lost);
}

Receipt Receipt::branch() const {
  Receipt twin;
  twin.shared_ = shared_;
  return twin;
}

Receipt Receipt::watched_by(OnSettled watcher) && {
  if (!watcher) return std::move(*this);
  // std::function wants a copyable callable, hence the shared_ptr round the inner receipt.
  return Receipt(
      [inner = std::make_shared<Receipt>(std::move(*this)), heard = std::move(watcher)](Fate fate) {
        heard(fate);
        std::move(*inner).settle(fate);
      });
}

void Receipt::settle(Fate fate) && {
  if (const auto shared = std::exchange(shared_, nullptr)) shared->worsen(fate);
}

}  // namespace khabar
