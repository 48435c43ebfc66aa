// Intake: the thread of one source, or of several that are read in turn. Reads, numbers, sends on.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/flow/control.h"
#include "core/flow/fault_log.h"
#include "core/flow/ledger.h"
#include "core/flow/outflow.h"
#include "core/flow/source.h"

namespace khabar {

class Intake final : public Task {
 public:
  struct Inlet {
    std::string name;
    Source* source;
    Counter* read_total;
  };

  Intake(std::vector<Inlet> sources, std::size_t batch_documents, Ledger& ledger,
         Ledger::Gate& gate, Control& control, FaultLog& faults, Outflow out)
      : sources_(std::move(sources)),
        batch_documents_(batch_documents),
        ledger_(ledger),
        gate_(gate),
        control_(control),
        faults_(faults),
        out_(std::move(out)) {}

  void run() override;

 private:
  bool read_once(Inlet& inlet, const Stop& stop);  // false: no more of this one

  std::vector<Inlet> sources_;
  const std::size_t batch_documents_;
  Ledger& ledger_;
  Ledger::Gate& gate_;
  Control& control_;
  FaultLog& faults_;
  Outflow out_;
};

}  // namespace khabar
