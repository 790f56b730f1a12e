#include "corridor/route/solver.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "route/solver_parts.hpp"

namespace corridor {

namespace {

/// In the order of the variant.
constexpr std::array names{"dijkstra",       "bidirectional",      "alt",         "hierarchy",
                           "boost-dijkstra", "boost-bellman-ford", "boost-a-star"};
static_assert(names.size() == std::variant_size_v<SolverOptions>);

template <std::size_t... i>
SolverOptions options_at(std::size_t index, std::index_sequence<i...>) {
  SolverOptions options;
  ((i == index ? static_cast<void>(options.emplace<i>()) : static_cast<void>(0)), ...);
  return options;
}

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

}  // namespace

std::vector<std::string> solver_names() { return {names.begin(), names.end()}; }

std::optional<SolverOptions> solver_by_name(std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return options_at(static_cast<std::size_t>(at - names.begin()),
                    std::make_index_sequence<names.size()>{});
}

std::string name_of(const SolverOptions& options) { return names[options.index()]; }

std::unique_ptr<RouteSolver> make_solver(const Graph& graph, std::span<const Point> points,
                                         const SolverOptions& options) {
  return std::visit(
      Overloaded{
          [&](const Dijkstra&) { return make_dijkstra(graph); },
          [&](const BidirectionalDijkstra&) { return make_bidirectional(graph); },
          [&](const AStarLandmarks& a_star) { return make_a_star(graph, a_star.landmarks); },
          [&](const ContractionHierarchy&) { return make_hierarchy(graph, points); },
          [&](const BoostDijkstra&) { return make_boost_dijkstra(graph); },
          [&](const BoostBellmanFord&) { return make_boost_bellman_ford(graph); },
          [&](const BoostAStar& a_star) { return make_boost_a_star(graph, a_star.landmarks); },
      },
      options);
}

}  // namespace corridor
