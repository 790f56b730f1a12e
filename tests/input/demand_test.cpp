#include "corridor/scenario/demand.hpp"

#include <gtest/gtest.h>

#include "corridor/input/read.hpp"

#include "input/demand_file.hpp"
#include "input/reading_support.hpp"

namespace corridor {
namespace {

using test::TemporaryFolder;
using test::trouble_of;

const std::string network_text = R"(version: 1
network: n
modes: [{id: rail, speed: 40 km/h, cost: 0.04 USD/tkm}]
cargoes: [{id: container, unit: TEU, tonnes_per_teu: 10 t/TEU}, {id: grain}]
nodes:
  - {id: a, country: XA, lat: 40, lon: 45}
  - {id: b, country: XA, lat: 40, lon: 46}
  - {id: c, country: XB, lat: 40, lon: 47}
links:
  - {id: ab, from: a, to: b, mode: rail, length: 100 km, status: planned}
  - {id: bc, from: b, to: c, mode: rail, length: 100 km}
)";

const std::string every_key = R"(version: 1
demand: every_key
title: All that a file can say
description: For a test.
year: 2024
decay: {value: 500 km, range: [100 km, 900 km], source: guess, confidence: low, assumption: true}
regions:
  - {id: west, places: {a: 3, b: 1}, source: census, confidence: medium, assumption: on, note: x}
  - {id: both, places: [b, c], source: census}
totals:
  - {id: one, from: west, to: c, cargo: grain, amount: 2 Mt/yr, source: customs, confidence: high,
     note: bulk}
  - {id: two, from: a, to: both, cargo: container, source: press, confidence: low, assumption: true,
     amount: {value: 5 kTEU/yr, range: [4 kTEU/yr, 8 kTEU/yr], source: port}, decay: 50 km}
)";

DemandPlan read(const std::string& yaml) {
  Reading reading{ReadOptions{}};
  auto plan = read_demand_plan(reading, *reading.load_text("f", yaml));
  EXPECT_EQ(to_string(reading.diagnostics().list()), "");
  return plan.value_or(DemandPlan{});
}

TEST(DemandFile, IsReadWithEveryKey) {
  const DemandPlan plan = read(every_key);
  EXPECT_EQ(plan.id, "every_key");
  EXPECT_EQ(plan.title, "All that a file can say");
  EXPECT_EQ(plan.year, 2024);
  EXPECT_EQ(plan.file, "f");
  EXPECT_DOUBLE_EQ(plan.decay->high.value, 900);
  EXPECT_TRUE(plan.decay->provenance.assumption);
  ASSERT_EQ(plan.regions.size(), 2U);
  const DemandRegion& west = plan.regions[0];
  EXPECT_EQ(west.places[1].text, "b");
  EXPECT_EQ(west.places[1].at, (SourcePos{"f", 8, 31}));
  EXPECT_EQ(west.weights, (std::vector<double>{3, 1}));
  EXPECT_EQ(west.provenance, (Provenance{"census", Confidence::medium, true}));
  EXPECT_EQ(plan.regions[1].weights, (std::vector<double>{1, 1}));
  ASSERT_EQ(plan.totals.size(), 2U);
  const DemandTotal& one = plan.totals[0];
  EXPECT_EQ(one.from.text, "west");
  EXPECT_EQ(one.to.text, "c");
  EXPECT_EQ(one.cargo.text, "grain");
  EXPECT_DOUBLE_EQ(one.amount.value.value, 2e6);
  EXPECT_DOUBLE_EQ(one.amount.low.value, 2e6);
  EXPECT_EQ(one.amount.per, Per::tonne);
  EXPECT_EQ(one.amount.provenance, (Provenance{"customs", Confidence::high, false}));
  EXPECT_FALSE(one.decay.has_value());
  const DemandTotal& two = plan.totals[1];
  EXPECT_DOUBLE_EQ(two.amount.value.value, 5000);
  EXPECT_DOUBLE_EQ(two.amount.high.value, 8000);
  EXPECT_EQ(two.amount.per, Per::teu);
  EXPECT_EQ(two.amount.provenance, (Provenance{"port", Confidence::low, true}));
  EXPECT_DOUBLE_EQ(two.decay->value.value, 50);
  EXPECT_EQ(two.decay->provenance.source, "press");
}

TEST(DemandFile, IsHeldAgainstItsNetwork) {
  Diagnostics warnings;
  const Network network = read_network_text(network_text, "n", "/nonexistent", warnings);
  const DemandPlan plan = read_demand_text(every_key, "f", network, warnings);
  Diagnostics diagnostics;
  const Demand demand = spread(network, plan, diagnostics);
  // West goes to c by its shares of 3 and 1; 5,000 TEU of 10 t go to b and c alike.
  ASSERT_EQ(demand.entries.size(), 4U);
  EXPECT_NEAR(demand.entries[0].t_yr(), 1.5e6, 1e-3);
  EXPECT_NEAR(demand.entries[1].t_yr(), 0.5e6, 1e-3);
  EXPECT_NEAR(demand.entries[2].t_yr(), 25'000, 1e-3);
  EXPECT_NEAR(demand.entries[3].high_t_yr, 40'000, 1e-3);
  std::string wrong = every_key;
  wrong.replace(wrong.find("to: c"), 5, "to: d");
  EXPECT_EQ(trouble_of([&] { read_demand_text(wrong, "f", network, warnings); }),
            "f:11:31: error: unknown place 'd'\n"
            "    - {id: one, from: west, to: d, cargo: grain, amount: 2 Mt/yr, source: customs, "
            "confidence: high,\n"
            "                                ^\n"
            "  hint: the id of a node, or of a region of this file\n");
}

TEST(DemandFile, IsToldFromScenariosAndNetworks) {
  const TemporaryFolder folder;
  EXPECT_EQ(kind_of_file(folder.write("demand.yaml", every_key)), "demand");
  EXPECT_EQ(kind_of_file(folder.write("total.yaml", "version: 1\ntotals: []\n")), "demand");
  EXPECT_EQ(kind_of_file(folder.write("s.yaml", "demand: demand.yaml\nscenario: s\n")), "scenario");
  EXPECT_EQ(kind_of_file(folder.write("n.yaml", network_text)), "network");
}

/// A network, two demands, and scenarios that stand on them.
class DemandFolder : public TemporaryFolder {
 public:
  DemandFolder() {
    write("network.yaml", network_text);
    write("demand/one.yaml", demand("one", "2 Mt/yr"));
    write("demand/two.yaml", demand("two", "3 Mt/yr"));
  }

  static std::string demand(const std::string& id, const std::string& amount) {
    return "version: 1\ndemand: " + id + "\nyear: 2024\ntotals:\n" +
           "  - {id: t, from: a, to: c, cargo: grain, source: book, amount: " + amount + "}\n";
  }

  void scenario(const std::string& id, const std::string& rest) const {
    write(id + ".yaml", "version: 1\nscenario: " + id + "\ntrips: [{from: a, to: b}]\n" + rest);
  }

  Scenario read(const std::string& id) const {
    Diagnostics warnings;
    return read_study({path() / (id + ".yaml")}, warnings).scenarios.at(0);
  }
};

TEST(DemandOfScenario, IsItsOwnOrThatOfWhatItExtendsOrOfItsBaseline) {
  const DemandFolder folder;
  folder.scenario("base", "network: network.yaml\ndemand: demand/one.yaml\n");
  EXPECT_EQ(folder.read("base").demand->id, "one");
  folder.scenario("above", "extends: base\n");
  EXPECT_EQ(folder.read("above").demand->id, "one");
  folder.scenario("beside", "baseline: base\n");
  EXPECT_EQ(folder.read("beside").demand->id, "one");
  folder.scenario("own", "extends: base\nbaseline: base\ndemand: demand/two.yaml\n");
  const Scenario own = folder.read("own");
  EXPECT_EQ(own.demand->id, "two");
  EXPECT_EQ(own.baseline.at(0).demand->id, "one");
}

TEST(DemandOfScenario, IsThatOfABaselineThatNamesNone) {
  const DemandFolder folder;
  folder.scenario("bottom", "network: network.yaml\n");
  folder.scenario("base", "baseline: bottom\n");
  folder.scenario("top", "baseline: base\ndemand: demand/one.yaml\n");
  const Scenario top = folder.read("top");
  EXPECT_EQ(top.baseline.at(0).demand->id, "one");
  EXPECT_EQ(top.baseline.at(0).baseline.at(0).demand->id, "one");
  EXPECT_FALSE(folder.read("base").demand.has_value());
}

TEST(DemandOfScenario, MayBeNamedTwiceIfItIsTheSame) {
  const DemandFolder folder;
  folder.scenario("left", "network: network.yaml\ndemand: demand/one.yaml\n");
  folder.scenario("right", "network: network.yaml\ndemand: demand/../demand/one.yaml\n");
  folder.scenario("top", "extends: [left, right]\n");
  EXPECT_EQ(folder.read("top").demand->id, "one");
}

TEST(DemandOfScenario, IsPartOfItsHash) {
  const DemandFolder folder;
  folder.scenario("s", "network: network.yaml\ndemand: demand/one.yaml\n");
  const std::string before = folder.read("s").content_hash;
  EXPECT_EQ(folder.read("s").content_hash, before);
  folder.write("demand/one.yaml", DemandFolder::demand("one", "2.5 Mt/yr"));
  EXPECT_NE(folder.read("s").content_hash, before);
}

TEST(DemandOfScenario, KeepsToTheFolderOfTheScenarioUnlessAllowed) {
  const DemandFolder folder;
  folder.write("sub/s.yaml",
               "version: 1\nscenario: s\nnetwork: ../network.yaml\n"
               "demand: ../demand/one.yaml\ntrips: [{from: a, to: b}]\n");
  Diagnostics warnings;
  const std::string told =
      trouble_of([&] { read_study({folder.path() / "sub/s.yaml"}, warnings); });
  EXPECT_NE(told.find("s.yaml:4:9: error: '../demand/one.yaml' leads out of"), std::string::npos);
  ReadOptions options;
  options.allow_outside = true;
  const Study study = read_study({folder.path() / "sub/s.yaml"}, warnings, options);
  EXPECT_EQ(study.scenarios.at(0).demand->id, "one");
}

TEST(DemandOfScenario, ChangesWithTheScenariosThatItExtends) {
  // +50% by the base and -50% by the scenario above it: 2 Mt x 1.5 x 0.5.
  const DemandFolder folder;
  folder.scenario("base",
                  "network: network.yaml\ndemand: demand/one.yaml\n"
                  "changes: [{demand: {where: {from: XA, to: XB}, scale: +50%}}]\n");
  folder.scenario("above",
                  "extends: base\nbaseline: base\n"
                  "changes: [{demand: {where: {cargo: grain}, scale: -50%}}]\n");
  Diagnostics warnings;
  const Study study = read_study({folder.path() / "above.yaml"}, warnings);
  Diagnostics diagnostics;
  const Scenario& above = study.scenarios.at(0);
  const auto of_above = demand_of(study.network, above, diagnostics);
  const auto of_base = demand_of(study.network, above.baseline.at(0), diagnostics);
  EXPECT_DOUBLE_EQ(of_above->entries.at(0).t_yr(), 1.5e6);
  EXPECT_DOUBLE_EQ(of_base->entries.at(0).t_yr(), 3e6);
  EXPECT_EQ(to_string(warnings.list()), "");
}

}  // namespace
}  // namespace corridor
