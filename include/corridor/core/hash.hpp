#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace corridor {

/// Content hash of text, by FNV-1a with 64 bits (Fowler, Noll, Vo). It tells versions of a file
/// apart; it is no protection against somebody who wants two files to collide.
class ContentHash {
 public:
  void add(std::string_view bytes);
  std::uint64_t value() const { return value_; }
  /// Sixteen hexadecimal digits.
  std::string text() const;

 private:
  std::uint64_t value_ = 14695981039346656037ULL;
};

}  // namespace corridor
