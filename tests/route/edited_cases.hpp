#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "corridor/route/edited_tables.hpp"

#include "support/random_graph.hpp"

namespace corridor::test {

using Column = std::vector<Weight>;

/// What edits do to a base.
enum class Kind { nothing, dearer, cheaper, closed, opened, mixed };

inline Weight edited(Dice& dice, Weight weight, Kind kind) {
  switch (kind) {
    case Kind::nothing:
      return weight;
    case Kind::dearer:
      return weight >= infinite_weight ? weight : weight + static_cast<Weight>(dice.roll(3));
    case Kind::cheaper:
      return weight >= infinite_weight
                 ? weight
                 : std::max<Weight>(0, weight - static_cast<Weight>(dice.roll(3)));
    case Kind::closed:
      return infinite_weight;
    case Kind::opened:
      return weight >= infinite_weight ? static_cast<Weight>(dice.roll(4)) : weight;
    case Kind::mixed:
      break;
  }
  return dice.roll(3) == 0 ? infinite_weight : static_cast<Weight>(dice.roll(6));
}

/// A base, its edits as such and as whole columns, and pairs to ask.
struct Family {
  Column base;
  std::vector<std::vector<ArcEdit>> edits;
  std::vector<Column> columns;
  std::vector<Ends> ends;

  void add(const std::vector<ArcEdit>& more) {
    edits.push_back(more);
    columns.push_back(base);
    for (const ArcEdit& edit : more) columns.back()[edit.arc.index()] = edit.weight;
  }
  MetricFamily asked() const { return {base, {edits.begin(), edits.end()}, ends}; }
  std::vector<std::span<const Weight>> metrics() const { return {columns.begin(), columns.end()}; }
};

inline Family random_family(Dice& dice, const WeightedGraph& graph) {
  Family family;
  for (const Weight weight : graph.weights()) {
    family.base.push_back(dice.roll(6) == 0 ? infinite_weight : weight);
  }
  const std::size_t metrics = dice.roll(12);
  for (std::size_t i = 0; i < metrics; ++i) {
    if (i > 0 && dice.roll(4) == 0) {
      family.add(std::vector<ArcEdit>{family.edits[dice.roll(i)]});
      continue;
    }
    const auto kind = static_cast<Kind>(dice.roll(6));
    const std::size_t rarity = 1 + dice.roll(8);
    std::vector<ArcEdit> edits;
    for (const ArcId arc : graph.graph.arcs()) {
      if (dice.roll(rarity) != 0) continue;
      edits.push_back({arc, edited(dice, family.base[arc.index()], kind)});
    }
    family.add(edits);
  }
  const std::size_t vertices = graph.graph.vertex_count();
  family.ends.resize(dice.roll(6));
  for (Ends& pair : family.ends) {
    pair = {VertexId{dice.roll(vertices)}, VertexId{dice.roll(vertices)}};
  }
  return family;
}

}  // namespace corridor::test
