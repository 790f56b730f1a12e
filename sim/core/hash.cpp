#include "corridor/core/hash.hpp"

#include <fmt/format.h>

namespace corridor {

void ContentHash::add(std::string_view bytes) {
  constexpr std::uint64_t prime = 1099511628211ULL;
  for (const char c : bytes) {
    value_ ^= static_cast<unsigned char>(c);
    value_ *= prime;
  }
}

std::string ContentHash::text() const { return fmt::format("{:016x}", value_); }

}  // namespace corridor
