#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "flow/assignment_parts.hpp"
#include "flow/bush_network.hpp"
#include "flow/bush_tree.hpp"

namespace corridor::detail {

/// The trips of one class from one origin.
struct Bush {
  std::uint32_t of_class;
  std::uint32_t origin;
  std::span<const ProblemPair> demand;
  double dust;  // a volume so small that only rounding can have left it
};

/// What bushes carried, in link volume by the arcs of the network.
struct BushMemory {
  struct Row {
    std::uint32_t of_class;
    std::uint32_t origin;
    friend auto operator<=>(const Row&, const Row&) = default;
  };
  std::uint32_t vertex_count = 0;
  std::vector<ArcId> arcs;           // the columns
  std::vector<Row> rows;             // ascending
  std::vector<double> carried;       // by row and column
  std::vector<std::uint32_t> order;  // by row: the vertices as Bushes has them
};

/// What every bush carries on every arc: a row a bush, in link volume.
class Bushes {
 public:
  using Index = BushNetwork::Index;

  /// All carry nothing. Keeps references to both.
  Bushes(const AssignmentProblem& problem, BushNetwork& network);

  std::size_t size() const { return bushes_.size(); }
  const Bush& operator[](std::size_t bush) const { return bushes_[bush]; }
  std::span<double> carried(std::size_t bush) {
    return {carried_.data() + bush * network_->arc_count(), network_->arc_count()};
  }
  std::span<const double> carried(std::size_t bush) const {
    return {carried_.data() + bush * network_->arc_count(), network_->arc_count()};
  }
  /// All vertices, by distance from the origin when last seen.
  std::span<Index> order(std::size_t bush) {
    return {order_.data() + bush * network_->vertex_count(), network_->vertex_count()};
  }

  /// Carries the demand of a bush afresh, exact but for one rounding an arc: each vertex is entered
  /// in the proportions of before. What went in circles or over closed arcs is dropped. True if
  /// there are vertices in need that nothing enters: these wait for bring_by_tree.
  bool reload(std::size_t bush);
  /// `tree` holds the cheapest paths from the bush's origin, with its order.
  void bring_by_tree(std::size_t bush, const BushTree& tree);
  /// Adds a bush to the volumes of the network.
  void add_to_volumes(std::size_t bush);
  /// Sets the volumes of the network to the sums over the bushes.
  void add_up();

  /// By class and arc of the problem, as answer_of takes it.
  ClassVolumes by_class() const;
  /// Takes over what was carried, as far as the arcs are here; it need not carry the demand. False
  /// for bushes of another problem.
  bool take_over(const BushMemory& memory);
  /// Moves all away.
  std::shared_ptr<const BushMemory> memory() &&;

 private:
  void sort_by_flow(std::size_t bush);
  bool sort_by_feeders(std::span<const double> carried);
  void drop_a_cycle(std::span<double> carried);
  void take_over(const BushMemory& memory, std::span<const Index> column);

  const AssignmentProblem* problem_;
  BushNetwork* network_;
  std::vector<Bush> bushes_;
  std::vector<double> carried_;
  std::vector<Index> order_;
  // Of the bush at hand:
  std::vector<Index> by_flow_;   // the vertices, each after all that feed it
  std::vector<Index> feeders_;   // by vertex: arcs in from vertices not yet sorted
  std::vector<double> need_;     // by vertex
  std::vector<double> by_tree_;  // by vertex: what the tree has to bring
};

}  // namespace corridor::detail
