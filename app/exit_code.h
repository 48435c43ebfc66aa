// What the program tells its caller; documented in README and --help. Constants.
#pragma once

namespace khabar {

enum ExitCode : int {
  kExitOk = 0,
  kExitFailure = 1,      // the work could not be done
  kExitUsage = 2,        // the command line or the configuration is wrong
  kExitDeadLetters = 3,  // done, but some input was rejected: see the dead letters
};

}  // namespace khabar
