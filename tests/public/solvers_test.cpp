// Every solver gives the distances of Boost's Dijkstra on real graphs, and paths that have them.

#include <algorithm>
#include <random>
#include <string>

#include "corridor/route/boost_distances.hpp"
#include "corridor/route/certificate.hpp"
#include "corridor/route/solver.hpp"
#include "corridor/route/tree_certificate.hpp"
#include "corridor/route/tree_search.hpp"

#include "public/public_data.hpp"

namespace corridor::test {
namespace {

/// From some origins to some targets each; the first pair is proved, too.
struct Questions {
  std::size_t origins = 5;
  std::size_t targets = 10;
};

/// Boost's Bellman-Ford takes seconds for a question on large graphs.
bool is_too_slow(const std::string& solver, const RoadGraph& read) {
  return solver == "boost-bellman-ford" && read.graph.vertex_count() > 50'000;
}

Weight weight_of(const RoadGraph& read, const Path& path, VertexId from, VertexId to) {
  Weight weight = 0;
  VertexId at = from;
  for (const ArcId arc : path.arcs) {
    EXPECT_EQ(read.graph.tail(arc), at);
    at = read.graph.head(arc);
    weight += read.weight[arc];
  }
  EXPECT_EQ(at, to);
  return weight;
}

void expect_answer(RouteSolver& solver, const RoadGraph& read, VertexId from, VertexId to,
                   Weight expected) {
  EXPECT_EQ(solver.distance(from, to), expected);
  const Path path = solver.path(from, to);
  ASSERT_EQ(path.found, expected < infinite_weight);
  EXPECT_EQ(path.weight, expected);
  if (path.found) {
    EXPECT_EQ(weight_of(read, path, from, to), expected);
  } else {
    EXPECT_TRUE(path.arcs.empty());
  }
}

void expect_agreement(RouteSolver& solver, const RoadGraph& read, const Questions& questions) {
  solver.customise(read.weight.values());
  std::mt19937 engine{7};
  const auto vertex = [&] { return VertexId{engine() % read.graph.vertex_count()}; };
  for (std::size_t i = 0; i < questions.origins; ++i) {
    const VertexId from = vertex();
    const auto expected = boost_distances(read.graph, read.weight.values(), from);
    for (std::size_t j = 0; j < questions.targets; ++j) {
      const VertexId to = vertex();
      SCOPED_TRACE(std::to_string(from.index() + 1) + " -> " + std::to_string(to.index() + 1));
      expect_answer(solver, read, from, to, expected[to]);
      if (i > 0 || j > 0) continue;
      const ProvedPath proved = solver.prove(from, to);
      EXPECT_EQ(proved.path.weight, expected[to]);
      EXPECT_TRUE(certify(read.graph, read.weight.values(), {from, to, {}}, proved).holds());
    }
  }
}

class PublicSolver : public testing::TestWithParam<std::string> {
 protected:
  std::unique_ptr<RouteSolver> solver_on(const RoadGraph& read) const {
    return make_solver(read.graph, read.points, *solver_by_name(GetParam()));
  }
};

TEST_P(PublicSolver, AgreesOnNewYorkByTimeAndByLength) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  if (is_slow_build && GetParam() == "hierarchy") GTEST_SKIP() << "takes too long in this build";
  const RoadGraph time = new_york(NewYork::by_time);
  if (is_too_slow(GetParam(), time)) GTEST_SKIP() << "takes too long on so large a graph";
  const auto solver = solver_on(time);
  const Questions questions = is_slow_build ? Questions{1, 2} : Questions{5, 10};
  expect_agreement(*solver, time, questions);
  // The same solver, as the arcs are the same.
  expect_agreement(*solver, new_york(NewYork::by_length), questions);
}

TEST_P(PublicSolver, AgreesOnFreightNetworksInSeveralParts) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  const Questions questions = is_slow_build ? Questions{1, 5} : Questions{5, 10};
  for (const char* name : {"us_freeway", "north_america_rail", "marnet", "oak_ridge_maritime"}) {
    SCOPED_TRACE(name);
    const RoadGraph read = freight_network(name);
    expect_agreement(*solver_on(read), read, questions);
    if (is_slow_build) return;
  }
  const RoadGraph read = intermodal_network();
  if (!is_too_slow(GetParam(), read)) expect_agreement(*solver_on(read), read, questions);
}

TEST_P(PublicSolver, AgreesOnFloridaWithoutCoordinates) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  if (is_slow_build) GTEST_SKIP() << "takes too long in this build";
  const RoadGraph read = florida();
  if (is_too_slow(GetParam(), read)) GTEST_SKIP() << "takes too long on so large a graph";
  expect_agreement(*solver_on(read), read, {2, 10});
}

INSTANTIATE_TEST_SUITE_P(Solvers, PublicSolver, testing::ValuesIn(solver_names()),
                         [](const testing::TestParamInfo<std::string>& solver) {
                           std::string name = solver.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(PublicTrees, AreThoseOfBoostAndHold) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  for (const NewYork weight : {NewYork::by_time, NewYork::by_length}) {
    const RoadGraph read = new_york(weight);
    TreeSearch search{read.graph, read.weight.values()};
    for (const std::size_t origin : {0U, 100'000U, 264'345U}) {
      search.run(VertexId{origin});
      const PathTree tree = search.tree();
      EXPECT_EQ(tree.distance, boost_distances(read.graph, read.weight.values(), VertexId{origin}));
      EXPECT_TRUE(certify(read.graph, read.weight.values(), tree).holds());
      if (is_slow_build) break;
    }
  }
}

}  // namespace
}  // namespace corridor::test
