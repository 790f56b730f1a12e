// The demand that is shipped: it can be carried by the network that it is about, and its parts add
// up to what is published of the corridors.

#include "corridor/scenario/demand.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "scenarios/shipped.hpp"

namespace corridor {
namespace {

using test::shipped;

const DemandPlan& shipped_plan() {
  static const DemandPlan once = [] {
    Diagnostics warnings;
    return read_demand(test::shipped_folder() / "demand" / "2024.yaml", shipped().network(),
                       warnings);
  }();
  return once;
}

Demand shipped_demand() {
  Diagnostics diagnostics;
  return spread(shipped().network(), shipped_plan(), diagnostics);
}

/// The sum of the amounts of some totals, and of their ranges, in their units.
struct Sum {
  double low = 0;
  double value = 0;
  double high = 0;
};

Sum sum_of(const std::vector<std::string>& ids) {
  Sum sum;
  for (const std::string& id : ids) {
    const auto& totals = shipped_plan().totals;
    const auto found =
        std::ranges::find_if(totals, [&](const DemandTotal& total) { return total.id == id; });
    EXPECT_NE(found, totals.end()) << id;
    if (found == totals.end()) continue;
    sum.low += found->amount.low.value;
    sum.value += found->amount.value.value;
    sum.high += found->amount.high.value;
  }
  return sum;
}

double benchmark(const std::string& id) {
  const auto& benchmarks = shipped().network().benchmarks;
  const auto found =
      std::ranges::find_if(benchmarks, [&](const Benchmark& b) { return b.id == id; });
  EXPECT_NE(found, benchmarks.end()) << id;
  return found != benchmarks.end() ? found->value : 0;
}

TEST(ShippedDemand, HasARangeAndASourceForEveryFigure) {
  EXPECT_GE(shipped_plan().totals.size(), 40U);
  EXPECT_LE(shipped_plan().totals.size(), 120U);
  for (const DemandTotal& total : shipped_plan().totals) {
    EXPECT_LT(total.amount.low.value, total.amount.value.value) << total.id;
    EXPECT_GT(total.amount.high.value, total.amount.value.value) << total.id;
    EXPECT_FALSE(total.amount.provenance.source.empty()) << total.id;
    const bool sure = total.amount.provenance.confidence == Confidence::high;
    EXPECT_FALSE(sure && total.amount.provenance.assumption) << total.id;
  }
  for (const DemandRegion& region : shipped_plan().regions) {
    EXPECT_GE(region.places.size(), 2U) << region.id;
    EXPECT_FALSE(region.provenance.source.empty()) << region.id;
  }
}

TEST(ShippedDemand, UsesEveryRegionOfItsFile) {
  for (const DemandRegion& region : shipped_plan().regions) {
    EXPECT_TRUE(std::ranges::any_of(shipped_plan().totals, [&](const DemandTotal& total) {
      return total.from.text == region.id || total.to.text == region.id;
    })) << region.id;
  }
}

TEST(ShippedDemand, AddsUpToItsTotals) {
  const Demand demand = shipped_demand();
  std::vector<double> sums(demand.totals.size(), 0);
  for (const DemandEntry& entry : demand.entries) sums[entry.total] += entry.t_yr();
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const DemandTotal& total = shipped_plan().totals[i];
    const Cargo& cargo =
        shipped().network().cargoes[*shipped().network().find_cargo(total.cargo.text)];
    const double wanted = in_tonnes(total.amount, cargo).value;
    EXPECT_NEAR(sums[i], wanted, 1e-9 * wanted) << total.id;
  }
}

TEST(ShippedDemand, HoldsThePublishedBoxesOfTheMiddleCorridor) {
  const Sum boxes =
      sum_of({"middle_china_boxes", "middle_central_asia_boxes", "middle_eastbound_boxes"});
  const double published_teu = benchmark("middle_containers_2024");
  EXPECT_LE(boxes.low, published_teu);
  EXPECT_GE(boxes.high, published_teu);
  EXPECT_NEAR(boxes.value, published_teu, 0.05 * published_teu);
}

TEST(ShippedDemand, HoldsNoMoreThanIsPublishedOfTheMiddleCorridor) {
  const Sum bulk =
      sum_of({"middle_oil", "middle_metals", "middle_grain_azerbaijan", "middle_grain_turkey"});
  const double published_t = 1e6 * benchmark("middle_volume_2024");
  const double boxes_t = 14 * benchmark("middle_containers_2024");
  EXPECT_LE(bulk.value + boxes_t, published_t);
  EXPECT_GE(bulk.high + boxes_t, 0.9 * published_t);
}

TEST(ShippedDemand, HoldsThePublishedBoxesOfTheSea) {
  // 10.22 + 3.01 + 3.35 = 16.58 MTEU to Europe, and 6.47 back (JMC for 2023).
  EXPECT_NEAR(
      sum_of({"asia_north_europe", "asia_west_mediterranean", "asia_east_mediterranean"}).value,
      16.58e6, 1);
  EXPECT_NEAR(
      sum_of({"north_europe_asia", "west_mediterranean_asia", "east_mediterranean_asia"}).value,
      6.467e6, 1);
}

TEST(ShippedDemand, CanGoByTheNetworkOfItsYear) {
  const Network& network = shipped().network();
  Worlds worlds{shipped().compiled(), nullptr, {shipped_plan().year, 12, 31}};
  for (const PairDemand& pair : by_pair(shipped_demand())) {
    Trip trip;
    trip.from.text = network.nodes[pair.from].id;
    trip.to.text = network.nodes[pair.to].id;
    trip.cargo.text = network.cargoes[pair.cargo].id;
    const TripQuery query = resolve_trip(shipped().compiled(), trip, Objective::generalised);
    const TripAnswer answer = solve_trip(shipped().compiled(), worlds.of(pair.cargo), query, false);
    EXPECT_TRUE(answer.evaluation.reachable)
        << trip.from.text << " -> " << trip.to.text << ", " << trip.cargo.text;
  }
}

}  // namespace
}  // namespace corridor
