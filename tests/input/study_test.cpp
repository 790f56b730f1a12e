#include <gtest/gtest.h>

#include "corridor/input/read.hpp"

#include "input/reading_support.hpp"

namespace corridor {
namespace {

using test::TemporaryFolder;
using test::trouble_of;

const std::string network = R"(version: 1
network: n
modes: [{id: rail, speed: 40 km/h, cost: 0.04 USD/tkm}]
cargoes: [{id: container, unit: TEU, tonnes_per_teu: 10 t/TEU}, {id: grain}]
nodes:
  - {id: a, country: XA, lat: 40, lon: 45}
  - {id: b, country: XA, lat: 40, lon: 46}
links:
  - {id: ab, from: a, to: b, mode: rail, length: 100 km, status: planned, tags: [x]}
)";

const std::string head = "version: 1\nscenario: ";

class StudyFolder : public TemporaryFolder {
 public:
  StudyFolder() { write("network.yaml", network); }

  Study read(const std::vector<std::string>& names, const ReadOptions& options = {}) const {
    std::vector<std::filesystem::path> files;
    for (const std::string& name : names) files.push_back(path() / name);
    Diagnostics warnings;
    return read_study(files, warnings, options);
  }
  std::string trouble(const std::vector<std::string>& names) const {
    return trouble_of([&] { read(names); }, path());
  }
};

TEST(Study, FoldsWhatAScenarioExtendsInOrderAndOnce) {
  const StudyFolder folder;
  folder.write("base-one.yaml", head +
                                    "base_one\nnetwork: network.yaml\nchanges:\n"
                                    "  - open: {link: ab}\ntrips: [{from: a, to: b}]\n");
  folder.write("left.yaml",
               head + "left\nextends: base_one\nchanges: [{set: {link: ab, wait: 1 h}}]\n");
  folder.write("right.yaml",
               head + "right\nextends: [base_one]\nchanges: [{set: {link: ab, wait: 2 h}}]\n");
  folder.write("top.yaml", head +
                               "top\nextends: [left, right.yaml]\nbaseline: base_one\n"
                               "requires: [left]\nconflicts: [other]\n");
  const Study study = folder.read({"top.yaml"});
  const Scenario& top = study.scenarios.at(0);
  ASSERT_EQ(top.changes.size(), 3U);
  EXPECT_EQ(top.changes[0].text, "open: {link: ab}");
  EXPECT_EQ(top.changes[1].text, "set: {link: ab, wait: 1 h}");
  EXPECT_EQ(top.changes[2].text, "set: {link: ab, wait: 2 h}");
  EXPECT_EQ(top.extends, (std::vector<std::string>{"base_one", "left", "right"}));
  ASSERT_EQ(top.trips.size(), 1U);
  EXPECT_EQ(top.trips[0].cargo.text, "container");  // the network's first
  EXPECT_EQ(top.baseline.at(0).id, "base_one");
}

TEST(Study, CountsBoundsByTheUnitOfTheCargo) {
  const StudyFolder folder;
  folder.write("s.yaml", head + R"(s
network: network.yaml
changes: [{open: {link: ab}}]
trips: [{from: a, to: b}, {id: g, from: a, to: b, cargo: grain}]
expect:
  - {claim: c1, trip: a -> b, measure: cost, value: "<= 5 USD/t"}
  - {claim: c2, trip: g, measure: cost, value: "<= 50 USD/TEU"}
  - {claim: c3, trip: a -> b, measure: throughput, value: ">= 1 kTEU/yr"}
)");
  const Study study = folder.read({"s.yaml"});
  const std::vector<Expectation>& claims = study.scenarios.at(0).expectations;
  EXPECT_DOUBLE_EQ(claims[0].bound, 50);         // a TEU of containers weighs 10 t
  EXPECT_DOUBLE_EQ(claims[1].bound, 50.0 / 14);  // a TEU of grain 14 t, where nothing is said
  EXPECT_DOUBLE_EQ(claims[2].bound, 1e4);
}

TEST(Study, HashesAScenarioWithWhatItStandsOn) {
  const StudyFolder folder;
  const std::string base = head +
                           "base\nnetwork: network.yaml\nchanges: [{open: {link: ab}}]\n"
                           "trips: [{from: a, to: b}]\n";
  folder.write("base.yaml", base);
  folder.write("top.yaml", head + "top\nextends: base\n");
  const std::string before = folder.read({"top.yaml"}).scenarios.at(0).content_hash;
  EXPECT_EQ(folder.read({"top.yaml"}).scenarios.at(0).content_hash, before);
  folder.write("base.yaml", base + "# more\n");
  EXPECT_NE(folder.read({"top.yaml"}).scenarios.at(0).content_hash, before);
}

TEST(Study, RefusesCyclesWhereTheyAreNamed) {
  const StudyFolder folder;
  folder.write("one.yaml", head + "one\nnetwork: network.yaml\nextends: [two]\n");
  folder.write("two.yaml", head + "two\nextends: [one]\n");
  EXPECT_EQ(folder.trouble({"one.yaml"}),
            "two.yaml:3:11: error: a scenario extends itself\n  extends: [one]\n"
            "            ^\n  hint: one extends two extends one\n");
  folder.write("self.yaml", head + "self\nnetwork: network.yaml\nbaseline: self\n");
  EXPECT_EQ(folder.trouble({"self.yaml"}),
            "self.yaml:4:11: error: a scenario is its own baseline\n  baseline: self\n"
            "            ^\n  hint: self stands on self\n");
}

TEST(Study, RefusesScenariosOnDifferentNetworks) {
  const StudyFolder folder;
  folder.write("other.yaml", network);
  folder.write("one.yaml", head + "one\nnetwork: network.yaml\n");
  folder.write("two.yaml", head + "two\nnetwork: other.yaml\n");
  EXPECT_NE(folder.trouble({"one.yaml", "two.yaml"})
                .find("two.yaml:3:10: error: two.yaml stands on another network than one.yaml"),
            std::string::npos);
}

TEST(Study, KeepsToTheFolderOfTheScenarioUnlessAllowed) {
  const StudyFolder folder;
  folder.write("sub/s.yaml", head +
                                 "s\nnetwork: ../network.yaml\nchanges: [{open: {link: ab}}]\n"
                                 "trips: [{from: a, to: b}]\n");
  EXPECT_NE(
      folder.trouble({"sub/s.yaml"}).find("sub/s.yaml:3:10: error: '../network.yaml' leads out of"),
      std::string::npos);
  ReadOptions options;
  options.allow_outside = true;
  EXPECT_EQ(folder.read({"sub/s.yaml"}, options).network.id, "n");
  // A link is where it leads to.
  std::filesystem::create_symlink(folder.path() / "network.yaml",
                                  folder.path() / "sub" / "link.yaml");
  folder.write("sub/s.yaml", head + "s\nnetwork: link.yaml\n");
  EXPECT_NE(folder.trouble({"sub/s.yaml"}).find("leads out of the folder"), std::string::npos);
}

TEST(Study, SaysWhatIsMissing) {
  const StudyFolder folder;
  EXPECT_EQ(folder.trouble({"none.yaml"}).find("none.yaml: error: no such file"), 0U);
  folder.write("s.yaml", head + "s\nnetwork: netwrk.yaml\nbaseline: status_quo\n");
  const std::string trouble = folder.trouble({"s.yaml"});
  EXPECT_NE(trouble.find("s.yaml:3:10: error: no such file"), std::string::npos);
  EXPECT_NE(trouble.find("hint: did you mean 'network.yaml'?"), std::string::npos);
  EXPECT_NE(trouble.find("s.yaml:4:11: error: no such file"), std::string::npos);
}

TEST(KindOfFile, GoesByTheFirstKeys) {
  const StudyFolder folder;
  EXPECT_EQ(kind_of_file(folder.path() / "network.yaml"), "network");
  EXPECT_EQ(kind_of_file(folder.path()), "network");
  EXPECT_EQ(kind_of_file(folder.write("s.yaml", head + "s\nnetwork: network.yaml\n")), "scenario");
  EXPECT_EQ(kind_of_file(folder.write("t.txt", "hello\n")), "");
  EXPECT_EQ(kind_of_file(folder.path() / "none"), "");
}

}  // namespace
}  // namespace corridor
