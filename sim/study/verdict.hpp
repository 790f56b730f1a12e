#pragma once

#include <string>

#include <fmt/format.h>

namespace corridor {

/// One part of a certificate in words: with its own verdict where the whole does not hold.
inline std::string verdict(bool holds, bool part, const char* words) {
  return holds ? words : fmt::format("{} {}", words, part);
}

}  // namespace corridor
