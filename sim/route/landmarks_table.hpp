#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <variant>
#include <vector>

#include "corridor/route/landmarks.hpp"

#include "route/radix_arcs.hpp"

namespace corridor {

/// Distances from and to landmarks, by landmark and then by place in memory order: what a search
/// reads for one vertex lies beside what it reads for the neighbours.
template <class Word>
class LandmarkTable {
 public:
  static constexpr Word none = std::numeric_limits<Word>::max();

  struct Cell {
    Word from = none;  // the landmark
    Word to = none;
  };

  LandmarkTable(std::size_t places, std::size_t landmarks)
      : places_{places}, cells_(places * landmarks) {}

  Cell& at(std::uint32_t place, std::size_t landmark) { return cells_[landmark * places_ + place]; }
  const Cell& at(std::uint32_t place, std::size_t landmark) const {
    return cells_[landmark * places_ + place];
  }

  /// What a landmark tells of the distance between two vertices, given their cells. Where a
  /// landmark reaches the first but not the second, or the second reaches it but the first does
  /// not, there is no path; where it does not reach the first or is not reached by the second, it
  /// tells nothing. An arc can only lead from the former case to itself and into the latter from
  /// anywhere, so that the bound stays consistent.
  static Weight bound(const Cell& cell, const Cell& target) {
    Weight bound = 0;
    if (cell.from != none) {
      if (target.from == none) return infinite_weight;
      bound = std::max(bound, static_cast<Weight>(target.from) - static_cast<Weight>(cell.from));
    }
    if (target.to != none) {
      if (cell.to == none) return infinite_weight;
      bound = std::max(bound, static_cast<Weight>(cell.to) - static_cast<Weight>(target.to));
    }
    return bound;
  }

  std::size_t memory() const { return cells_.capacity() * sizeof(Cell); }

 private:
  std::size_t places_;
  std::vector<Cell> cells_;
};

class Landmarks::Tables {
 public:
  std::shared_ptr<const MemoryOrder> order;
  std::vector<VertexId> vertices;
  std::variant<LandmarkTable<std::uint32_t>, LandmarkTable<Weight>> table;
};

/// Guides a search to a target by a few landmarks.
template <class Word>
class LandmarkGuide {
 public:
  LandmarkGuide(const LandmarkTable<Word>& table, std::span<const std::size_t> active,
                std::uint32_t target)
      : table_{table}, active_{active} {
    for (std::size_t i = 0; i < active.size(); ++i) target_[i] = table.at(target, active[i]);
  }
  static constexpr std::size_t most_active = 8;

  Weight estimate(std::uint32_t vertex) const {
    Weight bound = 0;
    for (std::size_t i = 0; i < active_.size(); ++i) {
      bound =
          std::max(bound, LandmarkTable<Word>::bound(table_.at(vertex, active_[i]), target_[i]));
    }
    return bound;
  }
  template <class Key>
  void scanned(std::uint32_t, Key) const {}

 private:
  const LandmarkTable<Word>& table_;
  std::span<const std::size_t> active_;
  typename LandmarkTable<Word>::Cell target_[most_active];
};

}  // namespace corridor
