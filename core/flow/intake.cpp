#include "core/flow/intake.h"

#include <exception>
#include <utility>

#include "core/base/check.h"

namespace khabar {
namespace {

Result<std::vector<Parcel>> read_guarded(Source& source, std::size_t max, const Stop& stop) {
  try {
    return source.read(max, stop);
  } catch (const std::exception& thrown) {
    return invalid(std::string("exception: ") + thrown.what());
  }
}

}  // namespace

void Intake::run() {
  const Stop stop = control_.stop();
  for (Inlet& inlet : sources_) {
    while (!stop.soft.stop_requested() && read_once(inlet, stop)) {
    }
  }
}

bool Intake::read_once(Inlet& inlet, const Stop& stop) {
  const std::size_t room = ledger_.reserve(gate_, batch_documents_, stop.soft);
  if (room == 0) return false;
  auto parcels = read_guarded(*inlet.source, room, stop);
  const std::size_t got = parcels ? parcels->size() : 0;
  CHECK_THAT(got <= room, inlet.name);
  ledger_.unreserve(gate_, room - got);
  if (!parcels) {
    // A source that gives up because it was asked to stop has not failed.
    const bool obeys = parcels.error().kind == ErrorKind::cancelled && stop.soft.stop_requested();
    if (!obeys) {
      control_.fail_soft(
          {parcels.error().kind, "source " + inlet.name + ": " + parcels.error().message});
    }
    return false;
  }
  if (got == 0) return false;
  inlet.read_total->add(got);
  std::vector<Transit> items;
  items.reserve(got);
  for (Parcel& parcel : *parcels) {
    items.push_back(ledger_.admit(gate_, std::move(parcel)));
    if (items.back().document != nullptr) faults_.note(*items.back().document);
  }
  return out_.send(items, stop);
}

}  // namespace khabar
