#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/alternatives.hpp"

namespace corridor::detail {

/// The pieces of a path of which others must leave one out: the shortest that are long enough, by
/// where they begin. A path that leaves out a longer piece leaves out one of these. Sets of pieces
/// are bits, in so many words.
class Pieces {
 public:
  Pieces(const Graph& graph, const Path& path, const Difference& difference);

  /// A path over no road has no piece that could be left out.
  bool empty() const { return count_ == 0; }
  std::size_t words() const { return all_.size(); }
  std::span<const std::uint64_t> all() const { return all_; }

  /// Takes those away whose roads the arc is on.
  void touch(ArcId arc, std::span<std::uint64_t> pieces) const {
    const std::size_t row = row_[arc.index()] * words();
    for (std::size_t word = 0; word < words(); ++word) pieces[word] &= ~touched_[row + word];
  }
  /// Whether a path over these arcs leaves a piece out.
  bool are_avoided_by(std::span<const ArcId> arcs) const;

  /// The arcs on the roads of each piece.
  std::vector<std::vector<ArcId>> arcs() const;

 private:
  std::size_t count_ = 0;
  std::vector<std::uint64_t> all_;
  std::vector<std::uint32_t> row_;      // by arc; 0 of arcs on other roads
  std::vector<std::uint64_t> touched_;  // by row, then by word
};

inline bool any(std::span<const std::uint64_t> pieces) {
  for (const std::uint64_t word : pieces) {
    if (word != 0) return true;
  }
  return false;
}

}  // namespace corridor::detail
