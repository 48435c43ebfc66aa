// Decoded: what came out of a compressed body held in memory. Values; any thread.
#pragma once

#include <string>

namespace khabar {

enum class DecodeEnd : unsigned char {
  whole,      // the encoding ended where it should
  truncated,  // the input ended first; `bytes` is all it gave
  corrupt,    // `bytes` is what came before the damage
  too_large,  // stopped at the caller's bound
};

struct Decoded {
  std::string bytes;
  DecodeEnd end = DecodeEnd::whole;
};

}  // namespace khabar
