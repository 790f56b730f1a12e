#include "corridor/route/alternatives.hpp"

#include "route/search.hpp"
#include "route/space.hpp"

namespace corridor {

std::vector<Path> replacement_paths(const Graph& graph, std::span<const Weight> weight,
                                    const PathQuery& query,
                                    std::span<const std::vector<ArcId>> groups) {
  const Stages stages{graph, query};
  Search backward{stages.state_count()};
  backward.run(StagedBackward{graph, stages}, weight, stages.target(), Search::no_target);
  const ExactRemainder remainder{backward.labels()};

  std::vector<Path> paths;
  paths.reserve(groups.size());
  Search forward{stages.state_count()};
  std::vector<Weight> without{weight.begin(), weight.end()};
  for (const std::vector<ArcId>& group : groups) {
    for (const ArcId arc : group) without[arc.index()] = infinite_weight;
    forward.run(StagedForward{graph, stages}, without, stages.start(), stages.target(), remainder);
    paths.push_back(path_found(stages, forward));
    for (const ArcId arc : group) without[arc.index()] = weight[arc.index()];
  }
  return paths;
}

}  // namespace corridor
