#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace corridor::detail {

/// A monotone priority queue of vertices in buckets (Dial 1969) by whole numbers that its user
/// calls units: nothing may be put below the unit that came out last. What is in a bucket when it
/// is opened comes out before what is put in meanwhile. What is too far ahead for the buckets waits
/// in one more of them, and is handed out once they are empty.
///
/// A vertex that moves leaves its entry behind, which is passed over later: that is cheaper than to
/// take it out.
class VertexBuckets {
 public:
  explicit VertexBuckets(std::size_t vertices) : slot_(vertices, nowhere), unit_(vertices) {
    newest_.fill(none);
  }

  /// Begins again, with units from 0; the queue must have been emptied.
  void restart() {
    entries_.clear();
    first_unit_ = 0;
    word_ = 0;
    open_ = nowhere;
  }

  /// Puts a vertex in, or moves it if it is there.
  void put(std::uint32_t vertex, std::uint64_t unit) {
    assert(unit >= first_unit_);
    const std::uint64_t ahead = unit - first_unit_;
    const std::uint32_t slot = ahead < fan ? static_cast<std::uint32_t>(ahead) : fan;
    if (slot == fan) [[unlikely]]
      unit_[vertex] = unit;
    if (slot_[vertex] == slot) return;
    slot_[vertex] = slot;
    entries_.push_back({vertex, newest_[slot]});
    newest_[slot] = static_cast<std::uint32_t>(entries_.size() - 1);
    filled_[slot / 64] |= std::uint64_t{1} << (slot % 64);
  }

  /// Takes out the next vertex; false if there is none.
  bool pop(std::uint32_t& vertex) {
    while (!pop_open(vertex)) {
      if (!open()) return false;
    }
    return true;
  }

 private:
  static constexpr std::uint32_t fan = 1024;
  static constexpr std::uint32_t none = UINT32_MAX;
  static constexpr std::uint32_t nowhere = UINT32_MAX;

  struct Entry {
    std::uint32_t vertex;
    std::uint32_t before;  // the entry that was put into the same bucket before
  };

  /// Opens the first bucket that is not empty; false if all are.
  bool open() {
    while (filled_[word_] == 0) {
      if (++word_ == filled_.size()) {
        word_ = 0;
        return false;
      }
    }
    open_ = word_ * 64 + static_cast<std::uint32_t>(std::countr_zero(filled_[word_]));
    filled_[word_] &= filled_[word_] - 1;
    next_ = std::exchange(newest_[open_], none);
    if (open_ == fan) hand_out();
    return true;
  }

  /// Moves the buckets on to the first of the vertices that wait.
  void hand_out() {
    std::vector<std::uint32_t> waiting;
    std::uint64_t first = UINT64_MAX;
    for (std::uint32_t vertex = 0; pop_open(vertex);) {
      waiting.push_back(vertex);
      first = std::min(first, unit_[vertex]);
    }
    first_unit_ = first;
    word_ = 0;
    for (const std::uint32_t vertex : waiting) put(vertex, unit_[vertex]);
  }

  bool pop_open(std::uint32_t& vertex) {
    while (next_ != none) {
      const Entry entry = entries_[next_];
      next_ = entry.before;
      if (slot_[entry.vertex] != open_) continue;
      slot_[entry.vertex] = nowhere;
      vertex = entry.vertex;
      return true;
    }
    return false;
  }

  std::uint64_t first_unit_ = 0;
  std::array<std::uint64_t, fan / 64 + 1> filled_{};  // the last is of those that wait
  std::uint32_t word_ = 0;                            // of `filled_`; those before are empty
  std::uint32_t open_ = nowhere;
  std::uint32_t next_ = none;  // entry of the open bucket
  std::array<std::uint32_t, fan + 1> newest_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slot_;  // of each vertex; `fan` while it waits
  std::vector<std::uint64_t> unit_;  // of vertices that wait
};

}  // namespace corridor::detail
