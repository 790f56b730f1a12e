#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace corridor {

/// A priority queue, least entry first, as an implicit heap with four children a node: half as deep
/// as a binary one, and the children share a cache line or two (Johnson 1975). Entries are never
/// changed in place; whoever pushes a better one skips the older when it comes up.
template <class Entry>
class QuaternaryHeap {
 public:
  bool empty() const { return entries_.empty(); }
  const Entry& top() const { return entries_.front(); }
  void clear() { entries_.clear(); }

  void push(const Entry& entry) {
    std::size_t hole = entries_.size();
    entries_.push_back(entry);
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!(entry < entries_[parent])) break;
      entries_[hole] = entries_[parent];
      hole = parent;
    }
    entries_[hole] = entry;
  }

  void pop() {
    const Entry last = entries_.back();
    entries_.pop_back();
    if (entries_.empty()) return;
    std::size_t hole = 0;
    for (std::size_t child = least_child(hole); child < entries_.size();
         child = least_child(hole)) {
      if (!(entries_[child] < last)) break;
      entries_[hole] = entries_[child];
      hole = child;
    }
    entries_[hole] = last;
  }

 private:
  /// The least child of a node; a position past the end if it has none.
  std::size_t least_child(std::size_t node) const {
    const std::size_t first = 4 * node + 1;
    const std::size_t last = std::min(first + 4, entries_.size());
    std::size_t least = first;
    for (std::size_t child = first + 1; child < last; ++child) {
      if (entries_[child] < entries_[least]) least = child;
    }
    return least;
  }

  std::vector<Entry> entries_;
};

}  // namespace corridor
