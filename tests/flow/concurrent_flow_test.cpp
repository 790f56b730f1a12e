#include "corridor/flow/concurrent_flow.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "flow/cargo_cases.hpp"

namespace corridor {
namespace {

using test::cargo;
using test::CargoCase;
using test::closed;
using test::demand;
using test::lay_out;

ConcurrentFlow solve(const CargoCase& asked) {
  ConcurrentFlow answer = concurrent_flow(asked.network, asked.classes);
  EXPECT_TRUE(answer.converged);
  EXPECT_TRUE(certify(asked.network, asked.classes, answer).holds());
  return answer;
}

// From 0 to 1 a link for 10, from 0 to 2 and on to 1 a detour for 5 that costs more. Two demands of
// 8 and, at half a unit of room each, 24 want 20 units of room: of those 15 fit, a share of 3/4.
// Another unit of room on the link raises the share by 1/20; on the detour it takes both arcs, and
// their prices add up to 1/20.
TEST(ConcurrentFlow, IsTheRoomThatThereIsOverTheRoomThatIsWanted) {
  CargoCase made;
  lay_out(made, 3, {{0, 1}, {0, 2}, {2, 1}});
  made.network.capacities = {{{ArcId{0}}, 10}, {{ArcId{1}}, 5}, {{ArcId{2}}, 5}};
  made.classes.push_back(cargo({demand(0, 1, 8)}, {1, 1, 1}));
  made.classes.push_back(cargo({demand(0, 1, 24)}, {1, 9, 9}, 0.5));
  const ConcurrentFlow answer = solve(made);
  EXPECT_NEAR(answer.share, 0.75, 1e-12);
  EXPECT_NEAR(answer.bound, 0.75, 1e-12);
  EXPECT_NEAR(answer.price[0], 0.05, 1e-12);
  EXPECT_NEAR(answer.price[1] + answer.price[2], 0.05, 1e-12);
  double carried = 0;
  for (const PathFlow& path : answer.paths) {
    if (path.demand.cargo == 1) carried += path.volume;
  }
  EXPECT_NEAR(carried, 18, 1e-9);
}

// Two demands meet on a link for 6 that is shared by both ways; one of them has a way round.
TEST(ConcurrentFlow, SendsRoundWhatCanGoRound) {
  CargoCase made;
  lay_out(made, 3, {{0, 1}, {1, 0}, {1, 2}, {2, 0}});
  made.network.capacities = {{{ArcId{0}, ArcId{1}}, 6}, {{ArcId{2}}, 2}};
  made.classes.push_back(cargo({demand(0, 1, 4), demand(1, 0, 4)}, {}));
  // 8 units want 6 + 2.
  EXPECT_NEAR(solve(made).share, 1, 1e-12);
  made.network.capacities[1].capacity = 100;
  // All that goes back goes round, so that 4 have the link's 6, and 4 the way round's 100.
  EXPECT_NEAR(solve(made).share, 1.5, 1e-12);
}

TEST(ConcurrentFlow, LeavesOutAndListsWhatNoPathJoins) {
  CargoCase made;
  lay_out(made, 4, {{0, 1}, {1, 2}, {1, 3}});
  made.network.capacities = {{{ArcId{0}}, 3}, {{ArcId{1}}, 0}};
  made.classes.push_back(
      cargo({demand(0, 2, 1), demand(0, 1, 4), demand(3, 0, 1), demand(0, 3, 1)}, {1, 1, closed}));
  const ConcurrentFlow answer = solve(made);
  EXPECT_NEAR(answer.share, 0.75, 1e-12);
  EXPECT_EQ(answer.left_out, (std::vector<DemandId>{{0, 0}, {0, 2}, {0, 3}}));
}

TEST(ConcurrentFlow, IsUnlimitedWhereNoDemandMeetsACapacity) {
  CargoCase made;
  lay_out(made, 2, {{0, 1}, {0, 1}});
  made.network.capacities = {{{ArcId{0}}, 3}};
  made.classes.push_back(cargo({demand(0, 1, 4), demand(1, 1, 4)}, {1, 1}));
  const ConcurrentFlow answer = solve(made);
  EXPECT_TRUE(answer.unlimited);
  EXPECT_NEAR(answer.flow[0][ArcId{1}], 4, 1e-12);
  CargoCase empty;
  lay_out(empty, 1, {});
  EXPECT_TRUE(solve(empty).unlimited);
}

TEST(ConcurrentFlow, FailsItsCertificateIfAnythingIsOff) {
  CargoCase made;
  lay_out(made, 3, {{0, 1}, {0, 2}, {2, 1}});
  made.network.capacities = {{{ArcId{0}}, 10}, {{ArcId{1}}, 5}};
  made.classes.push_back(cargo({demand(0, 1, 20)}, {1, 1, 1}));
  const ConcurrentFlow answer = solve(made);
  EXPECT_NEAR(answer.share, 0.75, 1e-12);
  const auto fails = [&](auto spoil) {
    ConcurrentFlow other = answer;
    spoil(other);
    EXPECT_FALSE(certify(made.network, made.classes, other).holds());
  };
  fails([](ConcurrentFlow& other) { other.share = 0.8; });
  fails([](ConcurrentFlow& other) { other.price[0] *= 2; });
  fails([](ConcurrentFlow& other) { other.price.pop_back(); });
  fails([](ConcurrentFlow& other) { other.paths[0].volume *= 2; });
  fails([](ConcurrentFlow& other) { other.flow[0][ArcId{2}] = 0; });
  fails([](ConcurrentFlow& other) { other.left_out.push_back({0, 0}); });
  fails([](ConcurrentFlow& other) { other.unlimited = true; });
}

}  // namespace
}  // namespace corridor
