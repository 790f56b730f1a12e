#include "corridor/route/different_certificate.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "route/reference.hpp"
#include "route/roads.hpp"
#include "support/random_graph.hpp"

namespace corridor {
namespace {

using test::Roads;
using test::WeightedGraph;

/// A random graph with roads on it, and what is asked there.
struct Case {
  WeightedGraph graph;
  Roads roads;
  std::vector<PathQuery> queries;
  Difference difference;

  Case(std::uint32_t seed, std::size_t vertices, test::Dice dice)
      : graph{test::random_graph(seed, vertices, 4 * vertices, 9)},
        roads{dice, graph.graph.arc_count()},
        queries{test::random_query(dice, vertices, seed % 3)},
        difference{roads.difference()} {
    if (seed % 4 == 0) queries.push_back({queries[0].from, queries[0].to, {{VertexId{1}}}});
    difference.stretch = std::vector{1.3, 2.0, 5.0}[dice.roll(3)];
    difference.overlap = std::vector{0.0, 0.4, 0.75}[dice.roll(3)];
  }
  Case(const Case&) = delete;
  Case& operator=(const Case&) = delete;

  DifferentPaths solve() const {
    return different_paths(graph.graph, graph.weights(), queries, difference);
  }
  DifferenceCertificate check(const DifferentPaths& answer) const {
    return certify(graph.graph, graph.weights(), queries, difference, answer);
  }
};

TEST(DifferenceCertificate, HoldsForWhatIsProvedAndFailsForWhatIsLeftOut) {
  std::size_t left_out = 0;
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE(seed);
    const Case of{seed, 12 + seed % 20, test::Dice{seed}};
    const DifferentPaths good = of.solve();
    ASSERT_TRUE(of.check(good).holds());
    if (!good.exhausted) continue;
    // Without its last path the answer is not all there is.
    if (good.paths.empty()) continue;
    DifferentPaths bad = good;
    bad.paths.pop_back();
    bad.query.pop_back();
    bad.proved = bad.paths.size();
    const DifferenceCertificate certificate = of.check(bad);
    ASSERT_TRUE(certificate.sound && certificate.within && certificate.different);
    ASSERT_FALSE(certificate.none_missing);
    left_out += good.paths.size() > 1 ? 1U : 0U;
  }
  EXPECT_GT(left_out, 150U);
}

// The path that is dropped from the middle weighs less than the next, and differs from those
// before.
TEST(DifferenceCertificate, FailsWhereACheaperPathWasPassedOver) {
  std::size_t passed_over = 0;
  for (std::uint32_t seed = 0; seed < 600; ++seed) {
    SCOPED_TRACE(seed);
    const Case of{seed, 12 + seed % 20, test::Dice{seed}};
    const DifferentPaths good = of.solve();
    for (std::size_t i = 0; i + 1 < good.paths.size(); ++i) {
      if (good.paths[i].weight == good.paths[i + 1].weight) continue;
      DifferentPaths bad = good;
      bad.paths.erase(bad.paths.begin() + static_cast<std::ptrdiff_t>(i));
      bad.query.erase(bad.query.begin() + static_cast<std::ptrdiff_t>(i));
      bad.proved = i + 1;
      bad.exhausted = false;
      const DifferenceCertificate certificate = of.check(bad);
      ASSERT_FALSE(certificate.holds()) << i;
      passed_over += certificate.different && !certificate.none_missing ? 1U : 0U;
    }
  }
  EXPECT_GT(passed_over, 100U);
}

TEST(DifferenceCertificate, ChecksOfUnprovedPathsWhatTheyAre) {
  std::size_t unproved = 0;
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    Case of{seed, 60, test::Dice{seed}};
    of.difference.most_labels = 20;
    const DifferentPaths given = of.solve();
    ASSERT_TRUE(of.check(given).holds());
    unproved += given.paths.size() - given.proved;
  }
  EXPECT_GT(unproved, 20U);
}

TEST(DifferenceCertificate, FailsForWhateverIsTamperedWith) {
  const Case of{5, 30, test::Dice{5}};
  const DifferentPaths good = of.solve();
  ASSERT_TRUE(of.check(good).holds());
  ASSERT_GT(good.paths.size(), 1U);
  DifferentPaths bad = good;
  bad.paths.back().weight -= 1;
  EXPECT_FALSE(of.check(bad).sound);
  bad = good;
  bad.paths.back() = bad.paths.front();
  bad.query.back() = bad.query.front();
  EXPECT_FALSE(of.check(bad).different);
  bad = good;
  bad.paths.front().arcs.pop_back();
  bad.paths.front().stage.pop_back();
  EXPECT_FALSE(of.check(bad).sound);
  bad = good;
  bad.query.back() = of.queries.size();
  EXPECT_FALSE(of.check(bad).sound);
}

}  // namespace
}  // namespace corridor
