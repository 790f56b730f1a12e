#include <gtest/gtest.h>

#include "study/lab.hpp"

namespace corridor::test {
namespace {

/// What changing a question must do to its answer, on random networks.
class Metamorphic : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  Weight weight(const Scenario& asked, Objective objective = Objective::generalised) const {
    return answer(asked, objective).weight;
  }
  TripAnswer answer(const Scenario& asked, Objective objective = Objective::generalised) const {
    return solve_trip(lab.compiled(), lab.world(&asked), lab.query(sent, objective), false);
  }
  std::string id(LinkId link) const { return lab.network().links[link].id; }

  Lab lab{random_sketch(GetParam())};
  Trip sent = trip(lab.network().nodes[NodeId{0}].id, lab.network().nodes[NodeId{4}].id);
};

TEST_P(Metamorphic, ClosingNeverLowersACheapestCost) {
  const Weight before = weight(scenario({}));
  for (const LinkId link : lab.network().links.keys()) {
    if (lab.network().links[link].status != Status::operational) continue;
    EXPECT_GE(weight(scenario({close({id(link)})})), before);
  }
}

TEST_P(Metamorphic, OpeningNeverRaisesACheapestCost) {
  const Weight before = weight(scenario({}));
  for (const LinkId link : lab.network().links.keys()) {
    if (lab.network().links[link].status == Status::operational) continue;
    EXPECT_LE(weight(scenario({open({id(link)})})), before);
  }
}

TEST_P(Metamorphic, DoublingEveryCostDoublesItAndKeepsTheRoute) {
  // A sketch's charges at stops have no attribute that one change scales: they are doubled in the
  // network itself.
  Network doubled = lab.network();
  for (Mode& mode : doubled.modes) {
    mode.cost.value *= 2;
    mode.load_cost.value *= 2;
  }
  for (Transfer& transfer : doubled.transfers) transfer.cost.value *= 2;
  doubled.gauge_change.cost.value *= 2;
  doubled.port_defaults.handling.value *= 2;
  for (BorderRule& rule : doubled.borders) rule.cost->value *= 2;
  const Lab twice{doubled};
  const TripAnswer once = answer(scenario({}), Objective::cost);
  const TripAnswer double_cost =
      solve_trip(twice.compiled(), twice.world(), twice.query(sent, Objective::cost), false);
  ASSERT_EQ(once.evaluation.reachable, double_cost.evaluation.reachable);
  EXPECT_EQ(once.evaluation.arcs, double_cost.evaluation.arcs);
  EXPECT_NEAR(2 * once.evaluation.cost_usd_t, double_cost.evaluation.cost_usd_t, 1e-9);
}

TEST_P(Metamorphic, EditAndUndoChangesNothing) {
  std::vector<Change> there_and_back;
  for (const LinkId link : lab.network().links.keys()) {
    const bool is_open = lab.network().links[link].status == Status::operational;
    there_and_back.push_back(is_open ? close({id(link)}) : open({id(link)}));
    there_and_back.push_back(is_open ? open({id(link)}) : close({id(link)}));
  }
  const TripAnswer before = answer(scenario({}));
  const TripAnswer after = answer(scenario(there_and_back));
  EXPECT_EQ(before.evaluation.arcs, after.evaluation.arcs);
  EXPECT_EQ(before.evaluation.cost_usd_t, after.evaluation.cost_usd_t);
  EXPECT_EQ(before.evaluation.time_h, after.evaluation.time_h);
  EXPECT_EQ(before.weights, after.weights);
}

TEST_P(Metamorphic, TwoRunsAreEqual) {
  const Scenario asked = scenario({toll(modes({"rail"}), 3)}, {sent});
  const RunResult one = run(lab.compiled(), asked, {});
  const RunResult two = run(lab.compiled(), asked, {});
  const Side& a = one.subjects.at(0).scenario;
  const Side& b = two.subjects.at(0).scenario;
  EXPECT_EQ(a.route, b.route);
  EXPECT_EQ(a.evaluation.arcs, b.evaluation.arcs);
  EXPECT_EQ(a.evaluation.cost_usd_t, b.evaluation.cost_usd_t);
  EXPECT_EQ(a.runner_up_route, b.runner_up_route);
  EXPECT_EQ(a.most_throughput->cut, b.most_throughput->cut);
}

TEST_P(Metamorphic, TheRunnerUpIsNeverBetterThanTheBest) {
  const World world = lab.world();
  for (const Objective objective : {Objective::cost, Objective::time, Objective::distance}) {
    const TripQuery query = lab.query(sent, objective);
    const TripAnswer best = solve_trip(lab.compiled(), world, query, false);
    const RunnerUp second = runner_up(lab.compiled(), world, query, best);
    if (!second.found) continue;
    EXPECT_GE(second.margin, -1e-6);
    EXPECT_NE(second.evaluation.arcs, best.evaluation.arcs);
  }
}

TEST_P(Metamorphic, AViaNeverMakesATripCheaper) {
  const Weight direct = weight(scenario({}));
  for (const Node& node : lab.network().nodes) {
    Trip detour = sent;
    detour.via = name_list({node.id});
    EXPECT_GE(solve_trip(lab.compiled(), lab.world(), lab.query(detour), false).weight, direct);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Metamorphic, ::testing::Range(1U, 31U));

}  // namespace
}  // namespace corridor::test
