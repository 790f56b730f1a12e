#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/graph/graph.hpp"
#include "corridor/graph/metric.hpp"

#include "route/length_heap.hpp"
#include "route/radix_arcs.hpp"
#include "route/radix_buckets.hpp"
#include "route/radix_key.hpp"

namespace corridor {

/// What steers a search, or listens to it: nothing. `estimate` is a lower bound on what is left to
/// the target, the same for a vertex throughout a search; it must be consistent (no arc takes it
/// down by more than it costs), and infinite_weight keeps a vertex out. `scanned` hears of a label
/// whose arcs are about to be followed.
template <class Key>
struct Unguided {
  Weight estimate(std::uint32_t) const { return 0; }
  void scanned(std::uint32_t, Key) const {}
};

/// Dijkstra's algorithm, or A* with a guide, on a queue of buckets. A bucket holds what lies within
/// a stretch of distances that is short beside the weights of most arcs, so that few arcs lead from
/// a bucket into itself; where one does and improves a label that has been scanned, the vertex is
/// scanned again. Should that happen often, the bucket goes on in exact order by a heap, which
/// bounds the whole by O(m + n log n) queue operations. Labels are lengths in the sense of
/// TreeKeys: an arc adds at least one to a length, so arcs of no weight are nothing special. Among
/// the arcs that give a label its length the lowest is the parent: a rule on the lengths alone,
/// since every arc is followed once with its tail's final label.
///
/// Vertices go by their places in memory order. A RadixSearch keeps its arrays for the next
/// question, and resets the parts that it has used.
template <class Keys>
class RadixSearch {
 public:
  using Key = typename Keys::Key;
  static constexpr std::uint32_t no_vertex = UINT32_MAX;
  static constexpr std::uint32_t no_arc = UINT32_MAX;

  /// How much narrower than a typical arc a bucket is, in powers of two. An estimate that is nearly
  /// exact leaves little of an arc's length, and asks for buckets as much narrower.
  static constexpr int narrow = 2;
  static constexpr int narrow_for_estimates = 4;

  /// A search is made anew when the metric changes.
  RadixSearch(std::size_t vertices, const WeightRange& range, int narrowness = narrow)
      : keys_{vertices},
        unit_shift_{keys_.shift() + std::max(range.typical_bits - narrowness, 0)},
        label_(vertices, keys_.none()),
        parent_(Keys::counts_arcs ? vertices : 0, std::uint32_t{no_arc}),
        used_(vertices / block + 1, 0) {}

  const Keys& keys() const { return keys_; }

  template <class Guide = Unguided<Key>>
  void start(std::uint32_t origin, const Guide& guide = {}) {
    reset();
    settled_units_ = 0;
    const Weight estimate = guide.estimate(origin);
    if (estimate >= keys_.most()) return;
    label_[origin] = 0;
    used_[origin / block] = 1;
    queue_.push({origin, mark_of(0)}, unit_of(keys_.of(estimate)));
  }

  /// Settles what lies in the next bucket; false if there is none.
  template <class Arcs, class Guide = Unguided<Key>>
  bool step(const Arcs& arcs, Guide&& guide = {}) {
    const bool any = queue_.open_next([&](RadixBuckets::Entry entry) {
      const Key label = label_[entry.vertex];
      if (mark_of(label) != entry.mark) return RadixBuckets::overtaken;
      const std::uint64_t unit = unit_of(label + keys_.of(guide.estimate(entry.vertex)));
      return unit < settled_units_ ? RadixBuckets::overtaken : unit;
    });
    if (!any) {
      settled_units_ = UINT64_MAX;
      return false;
    }
    std::size_t budget = 64 + 4 * queue_.open_size();
    RadixBuckets::Entry entry;
    while (queue_.pop(entry)) {
      arcs.expect(queue_.glimpse(4));
      __builtin_prefetch(label_.data() + queue_.glimpse(4));
      arcs.expect_arcs(queue_.glimpse(2));
      const Key label = label_[entry.vertex];
      if (mark_of(label) != entry.mark) continue;
      scan(arcs, guide, entry.vertex, label);
      if (--budget == 0) {
        step_by_heap(arcs, guide);
        break;
      }
    }
    settled_units_ = queue_.open_unit() + 1;
    return true;
  }

  /// Labels every vertex, or, given targets, at least those no farther than the farthest of them.
  template <class Arcs>
  void run(const Arcs& arcs, std::uint32_t origin, std::span<const std::uint32_t> targets = {}) {
    start(origin);
    std::size_t open = targets.size();
    while (step(arcs)) {
      while (open > 0 && is_settled(label_[targets[open - 1]])) --open;
      if (open == 0 && !targets.empty()) break;
    }
  }

  /// Whether a length (with its estimate) is below all that may still come up.
  bool is_settled(Key length) const {
    return length < keys_.none() && unit_of(length) < settled_units_;
  }
  /// Every vertex nearer than this (in distance plus estimate) has its final label.
  Weight radius() const {
    return exhausted() ? infinite_weight
                       : keys_.distance(static_cast<Key>(settled_units_) << unit_shift_);
  }
  /// Whether all that can be reached has its final label.
  bool exhausted() const { return queue_.empty(); }

  Key label(std::uint32_t vertex) const { return label_[vertex]; }
  bool reached(std::uint32_t vertex) const { return label_[vertex] < keys_.none(); }
  Weight distance(std::uint32_t vertex) const { return keys_.distance(label_[vertex]); }
  std::uint32_t hops(std::uint32_t vertex) const {
    return reached(vertex) ? keys_.hops(label_[vertex]) : 0;
  }
  /// Position among the arcs of the last one to a vertex; no_arc at the origin and beyond reach.
  std::uint32_t parent(std::uint32_t vertex) const { return parent_[vertex]; }

  std::size_t memory() const {
    return label_.capacity() * sizeof(Key) + parent_.capacity() * sizeof(std::uint32_t) +
           used_.capacity() + queue_.memory();
  }

 private:
  static constexpr std::size_t block = 256;  // vertices that are reset together

  std::uint64_t unit_of(Key length) const {
    return static_cast<std::uint64_t>(length >> unit_shift_);
  }
  /// A digest by which an entry shows that it has been overtaken. Equal digests of different labels
  /// cost a scan in vain and nothing else.
  static std::uint32_t mark_of(Key label) {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;  // 2^64 by the golden ratio, odd
    auto digest = static_cast<std::uint64_t>(label);
    if constexpr (sizeof(Key) > sizeof digest) {
      digest += static_cast<std::uint64_t>(label >> 64) * golden;
    }
    return static_cast<std::uint32_t>((digest * golden) >> 32);
  }

  template <class Arcs, class Guide>
  void scan(const Arcs& arcs, Guide& guide, std::uint32_t vertex, Key label) {
    guide.scanned(vertex, label);
    const std::uint32_t end = arcs.first(vertex + 1);
    for (std::uint32_t at = arcs.first(vertex); at != end; ++at) {
      const auto& arc = arcs.arc(at);
      const Key length = label + keys_.step(static_cast<std::uint64_t>(arc.weight));
      const Key known = label_[arc.head];
      if (length > known) continue;
      if (length == known) {
        if constexpr (Keys::counts_arcs) keep_lower(arcs, arc.head, at);
        continue;
      }
      const Weight estimate = guide.estimate(arc.head);
      if (estimate >= keys_.most()) continue;
      label_[arc.head] = length;
      if constexpr (Keys::counts_arcs) parent_[arc.head] = at;
      used_[arc.head / block] = 1;
      queue_.push({arc.head, mark_of(length)}, unit_of(length + keys_.of(estimate)));
    }
  }

  template <class Arcs>
  void keep_lower(const Arcs& arcs, std::uint32_t vertex, std::uint32_t at) {
    if (arcs.id(at) < arcs.id(parent_[vertex])) parent_[vertex] = at;
  }

  /// The rest of the open bucket, shortest first.
  template <class Arcs, class Guide>
  void step_by_heap(const Arcs& arcs, Guide& guide) {
    heap_.clear();
    for (;;) {
      RadixBuckets::Entry entry;
      while (queue_.pop(entry)) {
        const Key label = label_[entry.vertex];
        if (mark_of(label) == entry.mark) heap_.push(heap_entry(guide, entry.vertex, label));
      }
      if (heap_.empty()) return;
      const QueueEntry top = heap_.top();
      heap_.pop();
      const Key label = label_[top.state()];
      if (heap_entry(guide, top.state(), label) < top) continue;
      scan(arcs, guide, top.state(), label);
    }
  }

  template <class Guide>
  QueueEntry heap_entry(const Guide& guide, std::uint32_t vertex, Key label) const {
    return {keys_.distance(label) + guide.estimate(vertex), keys_.hops(label), vertex};
  }

  void reset() {
    queue_.clear();
    for (std::size_t i = 0; i < used_.size(); ++i) {
      if (used_[i] == 0) continue;
      used_[i] = 0;
      const std::size_t first = i * block;
      const std::size_t count = std::min(block, label_.size() - first);
      std::fill_n(label_.begin() + static_cast<std::ptrdiff_t>(first), count, keys_.none());
      if constexpr (Keys::counts_arcs) {
        std::fill_n(parent_.begin() + static_cast<std::ptrdiff_t>(first), count,
                    std::uint32_t{no_arc});
      }
    }
  }

  Keys keys_;
  int unit_shift_;
  std::vector<Key> label_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint8_t> used_;  // by block
  RadixBuckets queue_;
  std::uint64_t settled_units_ = 0;
  LengthHeap heap_;
};

}  // namespace corridor
