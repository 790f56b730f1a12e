#pragma once

#include <cstddef>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/flow/assignment.hpp"

#include "support/congested.hpp"
#include "support/random_graph.hpp"

namespace corridor::test {

inline AssignmentOptions options_for(double gap) {
  AssignmentOptions options;
  options.method = AssignmentMethod::biconjugate_frank_wolfe;
  options.gap = gap;
  return options;
}

inline Assignment solved(const Congested& on, double gap, Principle principle = {}) {
  AssignmentOptions options = options_for(gap);
  options.principle = principle;
  Assignment answer = assign(on.network, on.classes, options);
  EXPECT_TRUE(answer.converged) << answer.relative_gap;
  return answer;
}

inline double real(Dice& dice, double least, double most) {
  return least + (most - least) * static_cast<double>(dice.roll(1001)) / 1000;
}

inline LinkDelay random_delay(Dice& dice) {
  const double time = real(dice, 1, 5);
  const double capacity = real(dice, 5, 20);
  switch (dice.roll(5)) {
    case 0:
      return {DelayForm::conical, time, capacity, real(dice, 1.5, 5), 0};
    case 1:
      return {DelayForm::davidson, time, capacity, real(dice, 0.05, 0.5), 0};
    case 2:
      return {DelayForm::queue, time, capacity, real(dice, 0.5, 1), real(dice, 1, 4)};
    case 3:
      return {DelayForm::bpr, time, capacity, real(dice, 0.1, 2), real(dice, 1, 3)};
    default:
      return {DelayForm::bpr, time, capacity, 0.15, 4};
  }
}

/// A ring both ways, so that all is joined, and chords.
inline std::vector<SketchLink> random_links(Dice& dice, std::size_t vertices) {
  std::vector<SketchLink> links;
  for (std::size_t v = 0; v < vertices; ++v) {
    links.push_back({v, (v + 1) % vertices, random_delay(dice)});
    links.push_back({(v + 1) % vertices, v, random_delay(dice)});
    const std::size_t other = (v + 1 + dice.roll(vertices - 1)) % vertices;
    links.push_back({v, other, random_delay(dice)});
  }
  return links;
}

inline std::vector<OdVolume> random_demand(Dice& dice, std::size_t vertices, std::size_t pairs) {
  std::vector<OdVolume> demand;
  for (std::size_t i = 0; i < pairs; ++i) {
    demand.push_back(
        {VertexId{dice.roll(vertices)}, VertexId{dice.roll(vertices)}, real(dice, 0, 6)});
  }
  return demand;
}

inline double total_time(const Congested& on, const Assignment& answer) {
  double sum = 0;
  for (const ArcId arc : on.graph.arcs()) {
    sum += answer.volume[arc] * time_at(on.network.delay[arc], answer.volume[arc]);
  }
  return sum;
}

}  // namespace corridor::test
