#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "route/dissection_part.hpp"

namespace corridor::detail {

/// Orders small parts by elimination of the vertex with the fewest neighbours left, those outside
/// the part included (Amestoy, Davis and Duff 1996: minimum degree; with a halo: Pellegrini, Roman
/// and Amestoy 2000). Neighbourhoods are sets of bits.
class LeafOrder {
 public:
  static constexpr std::size_t most_vertices = 64;

  /// Puts the vertices of `part` into the places from part.place on of `order`.
  void place(const Part& part, std::vector<std::uint32_t>& order);

 private:
  struct Row {
    std::uint64_t inside = 0;
    std::uint64_t outside = 0;
  };

  void collect_rows(const Part& part);
  std::uint32_t best(std::uint64_t left) const;
  void eliminate(std::uint32_t vertex);

  std::array<Row, most_vertices> row_;
};

}  // namespace corridor::detail
