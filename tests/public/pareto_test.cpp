// Pareto sets by length and travel time on the streets of New York, against published counts.

#include "corridor/route/pareto.hpp"

#include <algorithm>
#include <fstream>
#include <vector>

#include "public/public_data.hpp"

namespace corridor::test {
namespace {

struct Pair {
  VertexId from;
  VertexId to;
  std::size_t points = 0;
};

/// Those with the fewest points first.
std::vector<Pair> known_pairs() {
  std::vector<Pair> pairs;
  std::ifstream file{public_data().value() / "dimacs-ny" / "pareto-pairs.csv"};
  std::string header;
  std::getline(file, header);
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t points = 0;
  for (char comma = 0; file >> from >> comma >> to >> comma >> points;) {
    pairs.push_back({VertexId{from - 1}, VertexId{to - 1}, points});
  }
  std::ranges::stable_sort(pairs, {}, &Pair::points);
  return pairs;
}

TEST(PublicPareto, SetsOfNewYorkHaveThePublishedNumbersOfPoints) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  const RoadGraph length = new_york(NewYork::by_length);
  const RoadGraph time = new_york(NewYork::by_time);
  const std::vector<std::span<const Weight>> columns{length.weight.values(), time.weight.values()};
  std::vector<Pair> pairs = known_pairs();
  ASSERT_EQ(pairs.size(), 50U);
  if (is_slow_build) pairs.resize(20);
  ParetoSolver solver{length.graph, columns};
  std::size_t points = 0;
  for (const Pair& pair : pairs) {
    const ParetoSet set = solver.solve({pair.from, pair.to, {}});
    ASSERT_EQ(set.paths.size(), pair.points) << pair.from.index() << " to " << pair.to.index();
    points += set.paths.size();
  }
  if (!is_slow_build) {
    EXPECT_EQ(points, 9935U);
  }
}

TEST(PublicPareto, SetsOfNewYorkAreCertified) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  const RoadGraph length = new_york(NewYork::by_length);
  const RoadGraph time = new_york(NewYork::by_time);
  const std::vector<std::span<const Weight>> columns{length.weight.values(), time.weight.values()};
  ParetoSolver solver{length.graph, columns};
  const std::vector<Pair> pairs = known_pairs();
  for (std::size_t i = 0; i < 6; ++i) {
    const PathQuery query{pairs[i].from, pairs[i].to, {}};
    const ParetoCertificate certificate =
        certify(length.graph, columns, query, solver.solve(query));
    EXPECT_TRUE(certificate.holds()) << pairs[i].from.index() << " to " << pairs[i].to.index();
  }
}

}  // namespace
}  // namespace corridor::test
