#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corridor/graph/metric.hpp"

namespace corridor {

/// A length (weight, then arcs) with the state that it leads to, in one number of 128 bits: lengths
/// then compare without a branch that the processor could guess wrong.
class QueueEntry {
 public:
  QueueEntry() = default;
  QueueEntry(Weight distance, std::uint32_t hops, std::uint32_t state)
      : bits_{static_cast<Bits>(distance) << 64 | static_cast<Bits>(hops) << 32 | state} {}

  Weight weight() const { return static_cast<Weight>(bits_ >> 64); }
  std::uint32_t state() const { return static_cast<std::uint32_t>(bits_); }
  bool is_longer_than(const QueueEntry& other) const { return bits_ >> 32 > other.bits_ >> 32; }
  /// Shorter first; of one length, the lower state.
  friend bool operator<(const QueueEntry& a, const QueueEntry& b) { return a.bits_ < b.bits_; }

 private:
  __extension__ using Bits = unsigned __int128;
  Bits bits_ = 0;
};

/// A priority queue, shortest length first, as an implicit heap with four children a node: half as
/// deep as a binary one, and the children share a cache line or two (Johnson 1975). Entries are
/// never changed in place; whoever pushes a better one skips the older when it comes up.
class LengthHeap {
 public:
  bool empty() const { return entries_.empty(); }
  const QueueEntry& top() const { return entries_.front(); }
  void clear() { entries_.clear(); }

  void push(const QueueEntry& entry) {
    std::size_t hole = entries_.size();
    entries_.push_back(entry);
    QueueEntry* const entries = entries_.data();
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!(entry < entries[parent])) break;
      entries[hole] = entries[parent];
      hole = parent;
    }
    entries[hole] = entry;
  }

  void pop() {
    const QueueEntry last = entries_.back();
    entries_.pop_back();
    if (!entries_.empty()) replace_top(last);
  }

  /// Pops and pushes in one.
  void replace_top(const QueueEntry& entry) {
    QueueEntry* const entries = entries_.data();
    const std::size_t size = entries_.size();
    std::size_t hole = 0;
    for (std::size_t child = 1; child < size; child = 4 * hole + 1) {
      child = least_of_four(entries, child, size);
      if (!(entries[child] < entry)) break;
      entries[hole] = entries[child];
      hole = child;
    }
    entries[hole] = entry;
  }

 private:
  /// The least of the siblings from `first` on that exist.
  static std::size_t least_of_four(const QueueEntry* entries, std::size_t first, std::size_t size) {
    if (first + 4 <= size) {
      const std::size_t a = first + (entries[first + 1] < entries[first] ? 1 : 0);
      const std::size_t b = first + 2 + (entries[first + 3] < entries[first + 2] ? 1 : 0);
      return entries[b] < entries[a] ? b : a;
    }
    std::size_t least = first;
    for (std::size_t child = first + 1; child < size; ++child) {
      if (entries[child] < entries[least]) least = child;
    }
    return least;
  }

  std::vector<QueueEntry> entries_;
};

}  // namespace corridor
