#include <set>
#include <utility>

#include <fmt/format.h>

#include "corridor/scenario/names.hpp"

#include "input/map_reader.hpp"
#include "input/network_parts.hpp"
#include "input/read_change.hpp"
#include "input/scenario_draft.hpp"
#include "input/yaml_document.hpp"

namespace corridor {

namespace {

void read_trips(const MapReader& map, ScenarioDraft& draft) {
  std::set<std::string> seen;
  draft.has_trips = map.find("trips") != nullptr;
  for (const FileValue* entry : map.list("trips")) {
    auto trip = read_trip(map.reading(), *entry);
    if (!trip) continue;
    if (!seen.insert(trip->id).second) {
      map.reading().error(entry->at(), fmt::format("trip {} is there twice", in_quotes(trip->id)),
                          "give one of them an 'id'");
    }
    draft.scenario.trips.push_back(std::move(*trip));
  }
}

void read_expectations(const MapReader& map, ScenarioDraft& draft) {
  std::set<std::string> seen;
  for (const FileValue* entry : map.list("expect")) {
    std::optional<Per> per;
    auto expectation = read_expectation(map.reading(), *entry, per);
    if (!expectation) continue;
    if (!seen.insert(expectation->claim).second) {
      map.reading().error(entry->at(),
                          fmt::format("claim {} is there twice", in_quotes(expectation->claim)));
    }
    draft.scenario.expectations.push_back(std::move(*expectation));
    draft.bound_per.push_back(per);
  }
}

/// The values of a text or a list of texts.
std::vector<const FileValue*> texts_under(const MapReader& map, std::string_view key) {
  const FileValue* value = map.find(key);
  if (value == nullptr) return {};
  if (!value->is_list()) return {value};
  return map.list(key);
}

}  // namespace

std::optional<ScenarioDraft> read_scenario_draft(Reading& reading, const SourceFile& source,
                                                 const std::filesystem::path& folder,
                                                 const std::filesystem::path& root) {
  static const std::vector<std::string> keys = {"version",   "scenario",  "title",   "description",
                                                "network",   "baseline",  "extends", "requires",
                                                "conflicts", "as_of",     "changes", "trips",
                                                "corridors", "objective", "expect",  "demand"};
  const FileValue* document = parse_yaml(source, reading);
  if (document == nullptr) return {};
  const MapReader map{reading, *document, "a scenario", keys};
  if (!map.is_map()) return {};
  check_version(map);
  ScenarioDraft draft;
  draft.source = &source;
  draft.folder = folder;
  draft.root = root;
  Scenario& scenario = draft.scenario;
  scenario.id = map.id("scenario").value_or("");
  scenario.title = map.text("title").value_or(scenario.id);
  scenario.description = map.text("description").value_or("");
  scenario.file = source.name;
  scenario.at = map.find("scenario") != nullptr ? map.find("scenario")->at() : map.at();
  draft.network = map.find("network");
  draft.baseline = map.find("baseline");
  draft.demand = map.find("demand");
  draft.extends = texts_under(map, "extends");
  scenario.requires_ids = map.names("requires");
  scenario.conflicts = map.names("conflicts");
  scenario.as_of = map.date("as_of");
  for (const FileValue* entry : map.list("changes")) {
    for (Change& change : read_change(reading, *entry, ChangesOf::scenario)) {
      scenario.changes.push_back(std::move(change));
    }
  }
  read_trips(map, draft);
  scenario.corridors = map.names("corridors");
  scenario.objective = map.one_of<Objective>("objective", objective_names());
  read_expectations(map, draft);
  draft.has_faults = map.has_faults();
  return draft;
}

}  // namespace corridor
