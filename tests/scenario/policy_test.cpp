#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corridor/scenario/check.hpp"
#include "corridor/scenario/state.hpp"

#include "scenario/changes.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::after;
using test::bundle;
using test::close;
using test::edit;
using test::links;
using test::policy;
using test::scale;
using test::set;
using test::sketch;
using test::told;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Network with(std::vector<Policy> policies) {
  Network network = sketch("a-rail- b 100 km id=one\n b-rail- c 100 km id=two");
  for (Policy& entry : policies) network.policies.add(std::move(entry));
  network.index();
  return network;
}

const std::vector<Change> dear_and_slow = {scale(links({"one"}), Attribute::cost, 1.1),
                                           set(links({"one"}), edit(Attribute::speed, 7))};

TEST(Policy, TurnedOnAppliesItsChangesAtThatPlace) {
  const Network network = with({bundle("levy", dear_and_slow)});
  const State state =
      after(network, {set(links({"one"}), edit(Attribute::speed, 20)), policy("levy", true),
                      set(links({"one"}), edit(Attribute::cost, 0.05))});
  EXPECT_EQ(state.ways[WayId{0}].speed_km_h.value, 7);
  EXPECT_EQ(state.ways[WayId{0}].rate_usd_tkm.value, 0.05);
  EXPECT_EQ(state.policies[PolicyId{0}], 1);
}

TEST(Policy, TurnedOnIsTheSameAsActiveFromTheStart) {
  const Network off = with({bundle("levy", dear_and_slow)});
  const Network on = with({bundle("levy", dear_and_slow, true)});
  EXPECT_EQ(after(off, {policy("levy", true)}), after(on, {}));
}

TEST(Policy, TurnedOffRestoresExactlyWhatItDid) {
  const Network off = with({bundle("levy", dear_and_slow)});
  const Network on = with({bundle("levy", dear_and_slow, true)});
  EXPECT_EQ(after(on, {policy("levy", false)}), after(off, {}));
  EXPECT_EQ(after(off, {policy("levy", true), policy("levy", false)}), after(off, {}));
}

TEST(Policy, TurnedOffLeavesTheChangesBeforeIt) {
  const Network on = with({bundle("levy", dear_and_slow, true)});
  const Network off = with({bundle("levy", dear_and_slow)});
  const std::vector<Change> others = {scale(links({"one"}), Attribute::cost, 2),
                                      close(links({"two"}))};
  EXPECT_EQ(after(on, {others[0], others[1], policy("levy", false)}), after(off, others));
  EXPECT_EQ(after(off, {others[0], policy("levy", true), others[1], policy("levy", false)}),
            after(off, others));
}

TEST(Policy, OffAndOnAndOffAgainIsOff) {
  const Network on =
      with({bundle("levy", dear_and_slow, true), bundle("bar", {close(links({"two"}))})});
  const State state = after(on, {policy("bar", true), policy("levy", false), policy("levy", true),
                                 policy("levy", false)});
  EXPECT_EQ(state.ways[WayId{0}].speed_km_h.value, 40);
  EXPECT_FALSE(state.ways[WayId{2}].open) << "the other policy stays";
  EXPECT_EQ(state, after(on, {policy("levy", false), policy("bar", true)}));
}

TEST(Policy, TurnedOnWhereItIsOnHasNoEffectAndDoesNotComeBack) {
  const Network on = with({bundle("levy", dear_and_slow, true)});
  Diagnostics diagnostics;
  const State state = after(on, {policy("levy", true), policy("levy", false)}, &diagnostics);
  EXPECT_EQ(state.ways[WayId{0}].speed_km_h.value, 40);
  EXPECT_THAT(told(diagnostics), ElementsAre("warning: the change has no effect"));
}

TEST(Policy, WhatItSetsRestsOnItsSource) {
  Policy guess = bundle("levy", dear_and_slow, true);
  guess.provenance.assumption = true;
  const State state = after(with({guess}), {});
  EXPECT_EQ(state.ways[WayId{0}].speed_km_h.basis, Basis::assumed);
}

TEST(Policy, UnknownNamesAreErrors) {
  Diagnostics diagnostics;
  after(with({bundle("levy", dear_and_slow)}), {policy("lewy", true)}, &diagnostics);
  EXPECT_THAT(told(diagnostics), ElementsAre("error: unknown policy 'lewy'"));
  EXPECT_EQ(diagnostics.list()[0].hint, "did you mean 'levy'?");
}

TEST(CheckPolicies, TriesTheirChangesOnTheNetwork) {
  Diagnostics diagnostics;
  check_policies(with({bundle("levy", dear_and_slow), bundle("bar", {close(links({"three"}))}),
                       bundle("empty", {}), bundle("nested", {policy("levy", true)})}),
                 diagnostics);
  EXPECT_THAT(told(diagnostics),
              ElementsAre("error: unknown link 'three'", "error: policy 'empty' has no changes",
                          "error: policy 'nested' turns a policy on or off"));
  Diagnostics none;
  check_policies(with({bundle("levy", dear_and_slow, true)}), none);
  EXPECT_THAT(told(none), IsEmpty());
}

}  // namespace
}  // namespace corridor
