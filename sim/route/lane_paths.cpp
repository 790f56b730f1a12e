#include "corridor/route/lane_paths.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

#include "route/lane_sweep.hpp"
#include "route/space.hpp"

namespace corridor {

namespace {

using Sweep = LaneSweep<LanePaths::lanes>;

/// One sweep a stage; each starts from the vias of the one before, at what it cost to get there.
std::vector<Sweep> sweeps_of(const PathQuery& query, const Sweep& untouched) {
  std::vector<Sweep> sweeps;
  sweeps.reserve(query.via.size() + 1);
  sweeps.push_back(untouched);
  sweeps.back().start_from(query.from, {});
  sweeps.back().run();
  for (const std::vector<VertexId>& via : query.via) {
    Sweep next = untouched;
    for (const VertexId vertex : via) next.start_from(vertex, sweeps.back().distance(vertex));
    next.run();
    sweeps.push_back(std::move(next));
  }
  return sweeps;
}

/// Walks back from the target along arcs that account for the whole of its distance.
class Walk {
 public:
  Walk(const Graph& graph, const Stages& stages, const std::vector<Sweep>& sweeps,
       std::span<const Weight> weight, std::size_t lane)
      : graph_{graph}, stages_{stages}, sweeps_{sweeps}, weight_{weight}, lane_{lane} {}

  /// Every arc counts as a hop, so that the distance falls with every step, to 0 at the origin.
  std::vector<ArcId> arcs_to(VertexId vertex, std::size_t stage) const {
    std::vector<ArcId> arcs;
    Place place{{}, vertex, stage, distance(vertex, stage)};
    while (place.distance > 0) {
      place = before(place);
      arcs.push_back(place.arc);
    }
    std::ranges::reverse(arcs);
    return arcs;
  }

 private:
  struct Place {
    ArcId arc;  // that leads on from here
    VertexId vertex;
    std::size_t stage;
    Weight distance;
  };

  Weight distance(VertexId vertex, std::size_t stage) const {
    return sweeps_[stage].distance(vertex)[lane_];
  }

  Place before(const Place& place) const {
    std::size_t first = place.stage;
    while (first > 0 && stages_.passes(place.vertex, first - 1)) --first;
    for (const ArcId arc : graph_.in(place.vertex)) {
      const Weight left = place.distance - weight_[arc.index()];
      if (left < 0) continue;
      const VertexId tail = graph_.tail(arc);
      for (std::size_t stage = place.stage + 1; stage-- > first;) {
        if (stages_.passes(tail, stage) || distance(tail, stage) != left) continue;
        return {arc, tail, stage, left};
      }
    }
    assert(false && "a distance comes from somewhere");
    return {};
  }

  const Graph& graph_;
  const Stages& stages_;
  const std::vector<Sweep>& sweeps_;
  std::span<const Weight> weight_;
  std::size_t lane_;
};

void number_stages(const Graph& graph, const Stages& stages, const PathQuery& query, Path& path) {
  std::size_t stage = stages.stage_of(stages.arrive(query.from, 0));
  for (const ArcId arc : path.arcs) {
    path.stage.push_back(static_cast<std::uint32_t>(stage));
    stage = stages.stage_of(stages.arrive(graph.head(arc), stage));
  }
}

/// By stage, then by vertex; beyond the target the weight of the path bounds what is needed.
std::vector<IdVector<VertexId, Weight>> potentials(const Graph& graph,
                                                   const std::vector<Sweep>& sweeps,
                                                   std::size_t lane, int hop_bits, Weight bound) {
  std::vector<IdVector<VertexId, Weight>> result;
  for (const Sweep& sweep : sweeps) {
    auto& potential = result.emplace_back(graph.vertex_count());
    for (const VertexId vertex : graph.vertices()) {
      const Weight distance = sweep.distance(vertex)[lane];
      potential[vertex] =
          std::min(bound, distance >= infinite_weight ? infinite_weight : distance >> hop_bits);
    }
  }
  return result;
}

}  // namespace

LanePaths::LanePaths(const Graph& graph, const Hierarchy& hierarchy)
    : graph_{graph},
      hop_bits_{static_cast<int>(std::bit_width((most_vias + 1) * graph.vertex_count()))},
      metric_{hierarchy, lanes} {}

bool LanePaths::fits(std::span<const Weight> weight) const {
  const Weight most = (infinite_weight >> hop_bits_) / static_cast<Weight>(most_vias + 2);
  Weight total = 0;
  return std::ranges::all_of(weight, [&](Weight w) {
    if (w >= infinite_weight) return true;
    if (w > most) return false;
    total += w;
    return total <= most;
  });
}

void LanePaths::customise(std::span<const std::span<const Weight>> weights) {
  assert(weights.size() <= lanes);
  used_ = weights.size();
  packed_.resize(used_);
  std::vector<std::span<const Weight>> packed;
  for (std::size_t lane = 0; lane < used_; ++lane) {
    packed_[lane].resize(weights[lane].size());
    std::ranges::transform(weights[lane], packed_[lane].begin(), [&](Weight weight) {
      return weight >= infinite_weight ? infinite_weight : (weight << hop_bits_) + 1;
    });
    packed.emplace_back(packed_[lane]);
  }
  metric_.customise(packed);
}

std::vector<ProvedPath> LanePaths::solve(const PathQuery& query, Proof proof) const {
  assert(query.via.size() <= most_vias);
  const Stages stages{graph_, query};
  const std::vector<Sweep> sweeps = sweeps_of(query, Sweep{graph_, metric_, packed_});
  const LaneRow<lanes> ends = sweeps.back().distance(query.to);
  std::vector<ProvedPath> answers(used_);
  for (std::size_t lane = 0; lane < used_; ++lane) {
    Path& path = answers[lane].path;
    if (ends[lane] < infinite_weight) {
      path.found = true;
      path.weight = ends[lane] >> hop_bits_;
      path.arcs =
          Walk{graph_, stages, sweeps, packed_[lane], lane}.arcs_to(query.to, stages.last());
      number_stages(graph_, stages, query, path);
    }
    if (proof == Proof::none) continue;
    answers[lane].potential = potentials(graph_, sweeps, lane, hop_bits_, path.weight);
  }
  return answers;
}

}  // namespace corridor
