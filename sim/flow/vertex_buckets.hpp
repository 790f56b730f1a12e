#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace corridor::detail {

/// A monotone priority queue of vertices in buckets (Dial 1969) by whole numbers that its user
/// calls units: nothing may be put below the unit that came out last. Vertices of one unit come
/// out first in, first out. What is too far ahead for the buckets waits in one more of them, and
/// is handed out once they are empty.
class VertexBuckets {
 public:
  explicit VertexBuckets(std::size_t vertices)
      : vertices_{static_cast<std::uint32_t>(vertices)},
        slot_(vertices, nowhere),
        unit_(vertices),
        next_(vertices + fan + 1),
        previous_(vertices + fan + 1) {
    // Lists are rings; each slot is a link in its own.
    for (std::uint32_t slot = 0; slot <= fan; ++slot) {
      next_[vertices_ + slot] = previous_[vertices_ + slot] = vertices_ + slot;
    }
  }

  /// Begins again, with units from 0; the queue must have been emptied.
  void restart() {
    first_unit_ = 0;
    word_ = 0;
  }

  /// Puts a vertex in, or moves it if it is there.
  void put(std::uint32_t vertex, std::uint64_t unit) {
    assert(unit >= first_unit_);
    const std::uint64_t ahead = unit - first_unit_;
    const std::uint32_t slot = ahead < fan ? static_cast<std::uint32_t>(ahead) : fan;
    unit_[vertex] = unit;
    if (slot_[vertex] == slot) return;
    if (slot_[vertex] != nowhere) unlink(vertex);
    link(vertex, slot);
  }

  /// Takes out the first vertex; false if there is none.
  bool pop(std::uint32_t& vertex) {
    std::uint32_t slot = first_filled();
    if (slot == fan) {
      if (!hand_out()) return false;
      slot = first_filled();
    }
    vertex = next_[vertices_ + slot];
    unlink(vertex);
    slot_[vertex] = nowhere;
    return true;
  }

 private:
  static constexpr std::uint32_t fan = 1024;
  static constexpr std::uint32_t nowhere = UINT32_MAX;

  std::uint32_t first_filled() {
    for (; word_ < fan / 64; ++word_) {
      if (filled_[word_] == 0) continue;
      return word_ * 64 + static_cast<std::uint32_t>(std::countr_zero(filled_[word_]));
    }
    return fan;
  }

  void link(std::uint32_t vertex, std::uint32_t slot) {
    const std::uint32_t ring = vertices_ + slot;
    next_[vertex] = ring;
    previous_[vertex] = previous_[ring];
    next_[previous_[ring]] = vertex;
    previous_[ring] = vertex;
    slot_[vertex] = slot;
    if (slot < fan) filled_[slot / 64] |= std::uint64_t{1} << (slot % 64);
  }

  void unlink(std::uint32_t vertex) {
    next_[previous_[vertex]] = next_[vertex];
    previous_[next_[vertex]] = previous_[vertex];
    const std::uint32_t slot = slot_[vertex];
    if (slot < fan && next_[vertices_ + slot] == vertices_ + slot) {
      filled_[slot / 64] &= ~(std::uint64_t{1} << (slot % 64));
    }
  }

  /// Moves the buckets on to the first vertex that waits; false if none does.
  bool hand_out() {
    const std::uint32_t waiting = vertices_ + fan;
    std::uint64_t first = UINT64_MAX;
    for (std::uint32_t v = next_[waiting]; v != waiting; v = next_[v]) {
      first = std::min(first, unit_[v]);
    }
    if (first == UINT64_MAX) return false;
    first_unit_ = first;
    word_ = 0;
    for (std::uint32_t v = next_[waiting]; v != waiting;) {
      const std::uint32_t vertex = v;
      v = next_[v];
      put(vertex, unit_[vertex]);
    }
    return true;
  }

  std::uint32_t vertices_;
  std::uint64_t first_unit_ = 0;
  std::array<std::uint64_t, fan / 64> filled_{};
  std::uint32_t word_ = 0;           // of `filled_`; those before are empty
  std::vector<std::uint32_t> slot_;  // of each vertex; `fan` while it waits
  std::vector<std::uint64_t> unit_;
  std::vector<std::uint32_t> next_;  // of vertices and, beyond them, slots
  std::vector<std::uint32_t> previous_;
};

}  // namespace corridor::detail
