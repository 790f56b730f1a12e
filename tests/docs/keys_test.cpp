// The tables of keys in the format pages hold what the readers know, no more and no less. A reader
// that meets a key it does not know lists those that it knows.

#include <filesystem>
#include <fstream>
#include <functional>
#include <ostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "corridor/core/diagnostic.hpp"
#include "corridor/input/read.hpp"

#include "docs/markdown.hpp"

namespace corridor::test {
namespace {

namespace fs = std::filesystem;
using Keys = std::set<std::string>;

constexpr const char* network_page = "docs/network-format.md";
constexpr const char* scenario_page = "docs/scenario-format.md";
constexpr const char* demand_page = "docs/demand-format.md";
constexpr const char* unknown_key = "zzzzzzzzzzzzzzzz";  // like no key, so that all are listed

/// The words in `text` after `mark` up to the end of the line, which commas part.
Keys listed_after(const std::string& text, const std::string& mark) {
  Keys keys;
  const auto at = text.find(mark);
  if (at == std::string::npos) return keys;
  std::istringstream stream{text.substr(at + mark.size())};
  for (std::string key; std::getline(stream, key, ',');) {
    keys.insert(key.substr(key.find_first_not_of(' ')));
  }
  return keys;
}

/// What the reader lists when it meets the unknown key.
Keys known_keys(const std::function<void()>& read) {
  try {
    read();
  } catch (const InputError& error) {
    for (const Diagnostic& diagnostic : error.diagnostics()) {
      if (diagnostic.message.find(unknown_key) == std::string::npos) continue;
      const Keys keys = listed_after(diagnostic.hint, "known keys:");
      return keys.empty() ? listed_after(diagnostic.hint, "known columns:") : keys;
    }
  }
  return {};
}

void try_network(const std::string& yaml) {
  Diagnostics warnings;
  read_network_text("version: 1\nnetwork: probe\n" + yaml, "probe.yaml", fs::temp_directory_path(),
                    warnings);
}

void try_scenario(const std::string& yaml) {
  Diagnostics warnings;
  read_scenario_text("version: 1\nscenario: probe\n" + yaml, "probe.yaml",
                     fs::temp_directory_path(), warnings);
}

void try_demand(const std::string& yaml) {
  Diagnostics warnings;
  read_demand_text("version: 1\ndemand: probe\n" + yaml, "probe.yaml", Network{}, warnings);
}

/// The keys in the first columns of the tables under some headings.
Keys keys_of(const std::string& page, const Keys& headings) {
  Keys keys;
  for (const PageTable& table : tables(page)) {
    const std::string& column = table.headings.at(0);
    if (!headings.contains(table.heading) || (column != "key" && column != "attribute")) continue;
    for (const std::vector<std::string>& row : table.rows) {
      for (const std::string& word : code_words(row.at(0))) keys.insert(word);
    }
  }
  return keys;
}

/// The columns of a CSV table: the keys, but where a row says "table: `name`".
Keys columns_of(const std::string& heading) {
  Keys columns;
  for (const PageTable& table : tables(network_page)) {
    if (table.heading != heading) continue;
    for (const std::vector<std::string>& row : table.rows) {
      const auto at = row.back().find("table: ");
      columns.insert(code_words(at == std::string::npos ? row.at(0) : row.back().substr(at)).at(0));
    }
  }
  return columns;
}

/// Headings, and YAML in which the thing that they describe has the unknown key in the place of a
/// question mark. `besides` are keys that the page explains in words.
struct Probe {
  Keys headings;
  std::string yaml;
  Keys besides = {};
};

void PrintTo(const Probe& probe, std::ostream* out) { *out << probe.yaml; }

std::string with_unknown_key(std::string yaml) {
  yaml.replace(yaml.find('?'), 1, std::string{unknown_key} + ": 1");
  return yaml + '\n';
}

Keys shown(const std::string& page, const Probe& probe) {
  Keys keys = keys_of(page, probe.headings);
  keys.insert(probe.besides.begin(), probe.besides.end());
  return keys;
}

class NetworkKeys : public testing::TestWithParam<Probe> {};

TEST_P(NetworkKeys, OfThePageAreThoseOfTheReader) {
  const Keys read = known_keys([] { try_network(with_unknown_key(GetParam().yaml)); });
  EXPECT_FALSE(read.empty()) << "the reader lists no keys";
  EXPECT_EQ(shown(network_page, GetParam()), read);
}

constexpr const char* every = "Every entry";
constexpr const char* a_node = "A node (`nodes.csv`, or inline)";
constexpr const char* a_link = "A link (`links.csv`, or inline)";
constexpr const char* history = "The history (`history.csv`)";

INSTANTIATE_TEST_SUITE_P(
    Page, NetworkKeys,
    testing::Values(Probe{{"`network.yaml`"}, "?"},
                    Probe{{"Values"}, "gauge_change: {time: {value: 1 h, ?}}"},
                    Probe{{every, "A mode"}, "modes: [{id: rail, ?}]"},
                    Probe{{every, "A cargo"}, "cargoes: [{id: container, ?}]"},
                    Probe{{every, "A transfer"}, "transfers: [{between: [rail, road], ?}]"},
                    Probe{{every, "A border rule"}, "borders: [{from: AA, to: BB, ?}]"},
                    Probe{{every, a_node}, "nodes: [{id: a, ?}]"},
                    Probe{{every, a_link}, "links: [{id: a, ?}]"},
                    Probe{{every, "Figures of a node"}, "node_figures: [{node: a, ?}]"},
                    Probe{{every, "Figures of a link"}, "link_figures: [{link: a, ?}]"},
                    Probe{{"A corridor"}, "corridors: [{id: a, ?}]"},
                    Probe{{every, "A policy"}, "policies: [{id: a, ?}]"},
                    Probe{{every, history}, "history: [{date: 2026-01-01, ?}]"}));

struct TableProbe {
  std::string table;
  std::string heading;
};

void PrintTo(const TableProbe& probe, std::ostream* out) { *out << probe.table; }

class TableColumns : public testing::TestWithParam<TableProbe> {};

TEST_P(TableColumns, OfThePageAreThoseOfTheReader) {
  const std::string file = "corridor-" + GetParam().table + std::to_string(getpid()) + ".csv";
  std::ofstream{fs::temp_directory_path() / file} << unknown_key << "\n1\n";
  const Keys read =
      known_keys([&] { try_network("tables: {" + GetParam().table + ": " + file + "}\n"); });
  fs::remove(fs::temp_directory_path() / file);
  EXPECT_FALSE(read.empty()) << "the reader lists no columns";
  EXPECT_EQ(columns_of(GetParam().heading), read);
}

INSTANTIATE_TEST_SUITE_P(Page, TableColumns,
                         testing::Values(TableProbe{"nodes", a_node}, TableProbe{"links", a_link},
                                         TableProbe{"history", history}));

class ScenarioKeys : public testing::TestWithParam<Probe> {};

TEST_P(ScenarioKeys, OfThePageAreThoseOfTheReader) {
  const Keys read = known_keys([] { try_scenario(with_unknown_key(GetParam().yaml)); });
  EXPECT_FALSE(read.empty()) << "the reader lists no keys";
  EXPECT_EQ(shown(scenario_page, GetParam()), read);
}

const Keys around{"where", "was"};

INSTANTIATE_TEST_SUITE_P(
    Page, ScenarioKeys,
    testing::Values(Probe{{"Scenario format"}, "?"},
                    Probe{{"Selectors"}, "changes: [{open: {where: {mode: rail, ?}}}]"},
                    Probe{{"Selectors"}, "changes: [{close: {mode: rail, ?}}]", around},
                    Probe{{"Selectors", "Attributes"}, "changes: [{set: {mode: rail, ?}}]", around},
                    Probe{{"Selectors", "Tolls"}, "changes: [{toll: {mode: rail, ?}}]", around},
                    Probe{{"Demand"}, "changes: [{demand: {where: {from: a, ?}, scale: 1%}}]"},
                    Probe{{"Trips"}, "trips: [{from: a, to: b, ?}]"},
                    Probe{{"Expectations"}, "expect: [{claim: a, ?}]"}));

class DemandKeys : public testing::TestWithParam<Probe> {};

TEST_P(DemandKeys, OfThePageAreThoseOfTheReader) {
  const Keys read = known_keys([] { try_demand(with_unknown_key(GetParam().yaml)); });
  EXPECT_FALSE(read.empty()) << "the reader lists no keys";
  EXPECT_EQ(shown(demand_page, GetParam()), read);
}

INSTANTIATE_TEST_SUITE_P(Page, DemandKeys,
                         testing::Values(Probe{{"Demand format"}, "?"},
                                         Probe{{"A region"}, "regions: [{id: a, ?}]"},
                                         Probe{{"A total"}, "totals: [{id: a, ?}]"}));

TEST(BuildKeys, OfABuiltLinkAreThoseOfALink) {
  const Keys read =
      known_keys([] { try_scenario(with_unknown_key("changes: [{build: {id: a, ?}}]")); });
  EXPECT_EQ(keys_of(network_page, {every, a_link}), read);
}

}  // namespace
}  // namespace corridor::test
