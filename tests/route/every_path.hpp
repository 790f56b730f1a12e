#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "corridor/route/shortest_path.hpp"

#include "support/random_graph.hpp"

namespace corridor::test {

/// How many vias somebody has passed who was in `stage` and is now at `vertex`.
inline std::size_t stage_at(const PathQuery& query, VertexId vertex, std::size_t stage) {
  while (stage < query.via.size() && std::ranges::count(query.via[stage], vertex) > 0) ++stage;
  return stage;
}

/// All paths that pass no vertex twice in one stage, by trying every arc out of every end; sorted
/// by weight, then arcs, then from the end back by the lowest arc and the earlier stage.
class EveryPath {
 public:
  EveryPath(const WeightedGraph& graph, const PathQuery& query) : graph_{graph}, query_{query} {
    go(query.from, stage_at(query, query.from, 0));
    std::ranges::sort(paths_, [](const Path& a, const Path& b) { return key(a) < key(b); });
  }
  const std::vector<Path>& paths() const { return paths_; }

 private:
  using Steps = std::vector<std::pair<ArcId, std::uint32_t>>;
  static std::tuple<Weight, std::size_t, Steps> key(const Path& path) {
    Steps backwards;
    for (std::size_t i = path.arcs.size(); i > 0; --i) {
      backwards.emplace_back(path.arcs[i - 1], path.stage[i - 1]);
    }
    return {path.weight, path.arcs.size(), backwards};
  }

  void go(VertexId vertex, std::size_t stage) {
    if (!passed_.insert({vertex, stage}).second) return;
    if (vertex == query_.to && stage == query_.via.size()) {
      paths_.push_back(path_);
    } else {
      for (const ArcId arc : graph_.graph.out(vertex)) {
        if (graph_.weight[arc] >= infinite_weight) continue;
        path_.weight += graph_.weight[arc];
        path_.arcs.push_back(arc);
        path_.stage.push_back(static_cast<std::uint32_t>(stage));
        go(graph_.graph.head(arc), stage_at(query_, graph_.graph.head(arc), stage));
        path_.stage.pop_back();
        path_.arcs.pop_back();
        path_.weight -= graph_.weight[arc];
      }
    }
    passed_.erase({vertex, stage});
  }

  const WeightedGraph& graph_;
  const PathQuery& query_;
  std::set<std::pair<VertexId, std::size_t>> passed_;
  Path path_{true, 0, {}, {}};
  std::vector<Path> paths_;
};

}  // namespace corridor::test
