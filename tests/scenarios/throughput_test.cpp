// What `flow` promises of the shipped network, held against what comes of keeping the promise.

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/scenario/places.hpp"
#include "corridor/study/fitting_share.hpp"
#include "corridor/study/most_of_all.hpp"

#include "scenarios/shipped.hpp"

namespace corridor::test {
namespace {

Worlds standing() { return {shipped().compiled(), nullptr, latest_date(shipped().network())}; }

std::vector<NodeId> places(const std::vector<std::string>& names) {
  Diagnostics diagnostics;
  std::vector<NodeId> result;
  for (const std::string& name : names) {
    for (const NodeId node : places_of(shipped().network(), {name, {}}, diagnostics)) {
      result.push_back(node);
    }
  }
  EXPECT_FALSE(diagnostics.has_errors());
  return result;
}

Scenario wider(LinkId link, double t_yr) {
  Edit edit;
  edit.attribute = Attribute::capacity;
  edit.kind = EditKind::add;
  edit.value = t_yr;
  Selector where;
  where.links = {{shipped().network().links[link].id, {}}};
  Change change;
  change.what = SetChange{where, {edit}, {}};
  Scenario scenario;
  scenario.id = "wider";
  scenario.changes = {change};
  return scenario;
}

TEST(ShippedThroughput, AWiderLinkBringsWhatIsPromised) {
  const Compiled& compiled = shipped().compiled();
  Worlds worlds = standing();
  const World& world = worlds.of(CargoId{0});
  std::size_t kept = 0;
  for (const auto& [from, to] :
       std::vector<std::pair<std::string, std::string>>{{"aktau", "istanbul"},
                                                        {"baku", "istanbul"},
                                                        {"xian", "duisburg"},
                                                        {"tehran", "moscow"}}) {
    SCOPED_TRACE(from + " -> " + to);
    const std::vector<NodeId> sources = places({from});
    const std::vector<NodeId> sinks = places({to});
    const MostAnswer before = most_between(compiled, world, {sources, sinks, true});
    EXPECT_TRUE(before.most.certified.value());
    for (const BottleneckWidening& one : before.widenings) {
      if (one.unlimited || !one.at.link.valid()) continue;
      const Scenario change = wider(one.at.link, one.rise_t_yr);
      Worlds after{compiled, &change, worlds.date()};
      EXPECT_EQ(
          most_between(compiled, after.of(CargoId{0}), {sources, sinks, false}).most.value_t_yr,
          before.most.value_t_yr + one.rise_t_yr);
      ++kept;
    }
  }
  EXPECT_GT(kept, 5U);
}

TEST(ShippedThroughput, CountriesExchangeAtLeastWhatAnyOfTheirPlacesDo) {
  const Compiled& compiled = shipped().compiled();
  Worlds worlds = standing();
  const World& world = worlds.of(CargoId{0});
  const std::vector<NodeId> sources = places({"GE"});
  const std::vector<NodeId> sinks = places({"TR"});
  const Throughput together = most_between(compiled, world, {sources, sinks, true}).most;
  EXPECT_TRUE(together.certified.value());
  EXPECT_FALSE(together.unlimited);
  for (const NodeId from : sources) {
    for (const NodeId to : sinks) {
      EXPECT_LE(most_throughput(compiled, world, from, to, false).value_t_yr, together.value_t_yr);
    }
  }
}

TEST(ShippedThroughput, HasATreeOfCutsThatAgreesWithEveryPair) {
  Worlds worlds = standing();
  const MostOfAll all =
      most_of_all(shipped().compiled(), worlds.of(CargoId{0}),
                  places({"aktau", "baku", "poti", "istanbul", "tehran", "moscow", "xian"}), true);
  EXPECT_TRUE(all.certified.value());
  EXPECT_EQ(all.tree.size(), 6U) << all.no_tree;
  for (std::size_t from = 0; from < all.places.size(); ++from) {
    for (std::size_t to = 0; to < from; ++to) {
      double least = std::numeric_limits<double>::infinity();
      for (const CutTreeEdge& edge : all.tree) {
        const auto has = [&](std::size_t i) {
          return std::ranges::count(edge.side, all.places[i]) > 0;
        };
        if (has(from) != has(to)) least = std::min(least, edge.t_yr);
      }
      EXPECT_EQ(all.between(from, to), least);
      EXPECT_EQ(all.between(to, from), least);
    }
  }
}

TEST(ShippedThroughput, TheWholeDemandFitsWhereAllOfItIsCarried) {
  Diagnostics diagnostics;
  const Demand demand = spread(
      shipped().network(),
      read_demand(shipped_folder() / "demand" / "2024.yaml", shipped().network(), diagnostics),
      diagnostics);
  CarriageOptions options;
  options.certify = true;
  for (const Scenario& scenario : shipped().scenarios()) {
    if (scenario.id != "hormuz_closed" && scenario.id != "georgia_closed") continue;
    SCOPED_TRACE(scenario.id);
    const Demands demands{demand, demand};
    const ShareResult found = fitting_share(shipped().compiled(), &scenario, demands, options);
    const CarriageResult carried = carry(shipped().compiled(), &scenario, demands, options);
    EXPECT_TRUE(found.baseline.certificate->holds);
    EXPECT_TRUE(found.changed.certificate->holds);
    for (const auto& [share, carriage] : {std::pair{&found.baseline, &carried.baseline},
                                          std::pair{&found.changed, &carried.changed}}) {
      EXPECT_EQ(share->share >= 1, carriage->unmet_t_yr() - share->left_out_t_yr() < 1);
    }
  }
}

}  // namespace
}  // namespace corridor::test
