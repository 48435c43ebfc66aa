// What the runner's threads pass to each other. Values that move; one thread at a time holds each,
// but for the document of a Delivery, which the sinks share and none changes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "core/flow/receipt.h"

namespace khabar {

// Why a document was dropped or rejected; written by whoever holds its Transit, read when it
// settles. Empty for a rejection: a sink's (several may reject at once, so none writes).
struct Outcome {
  std::string reason;
};

// A document between source and sinks. Numbers are dense, from 0: each passes every ordered point,
// so a dropped document leaves its number and its receipt to travel on, a tombstone.
struct Transit {
  std::uint64_t number = 0;
  Fate fate = Fate::delivered;         // so far
  std::shared_ptr<Document> document;  // null once dropped
  Receipt receipt;
  std::shared_ptr<Outcome> outcome;
};

// A document on its way into one sink: from the last stage to a sink that takes records, and from
// each of these on to the sinks that take faults.
struct Delivery {
  std::uint64_t number = 0;
  Fate fate = Fate::delivered;
  std::shared_ptr<const Document> document;  // null once dropped
  Receipt receipt;

  // What another sink says of the same document: the worse counts, and of two faults the lesser
  // text, so that the order of coming does not show.
  void merge(Delivery&& part) {
    const bool takes_its_fault =
        part.has_fault() && (!has_fault() || part.fault_text() < fault_text());
    if (takes_its_fault) document = std::move(part.document);
    fate = std::max(fate, part.fate);
    std::move(part.receipt).settle(part.fate);  // a branch: the source hears when all have
  }

  bool has_fault() const { return document != nullptr && document->fault.has_value(); }

 private:
  std::tuple<const std::string&, const std::string&> fault_text() const {
    return {document->fault->reason, document->fault->detail};
  }
};

}  // namespace khabar
