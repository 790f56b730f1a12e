#include <set>
#include <string>
#include <variant>
#include <vector>

#include "corridor/scenario/check.hpp"

#include "scenario/change_run.hpp"
#include "scenario/lookup.hpp"

namespace corridor {

namespace {

/// Looks names up, but for those that could not be read: they are reported already.
class NameCheck {
 public:
  NameCheck(const Network& network, Diagnostics& diagnostics)
      : network_{network}, diagnostics_{diagnostics} {}

  template <class LookUp>
  void all(LookUp look_up, const std::vector<Name>& names) {
    for (const Name& name : names) one(look_up, name);
  }
  template <class LookUp>
  void one(LookUp look_up, const Name& name) {
    if (!name.text.empty()) look_up(network_, name, diagnostics_);
  }
  template <class LookUp>
  void one(LookUp look_up, const std::optional<Name>& name) {
    if (name) one(look_up, *name);
  }

 private:
  const Network& network_;
  Diagnostics& diagnostics_;
};

/// The links that the scenario builds itself, which a change may name though no network has them.
std::set<std::string> links_built(const Scenario& scenario) {
  std::set<std::string> ids;
  for (const Change& change : scenario.changes) {
    if (const auto* build = std::get_if<BuildChange>(&change.what)) ids.insert(build->link.id);
  }
  return ids;
}

void check_selector(const DemandSelector& where, NameCheck& names) {
  names.all(look_up_area, where.from);
  names.all(look_up_area, where.to);
  names.all(look_up_area, where.between);
  names.all(look_up_node, where.places);
  names.all(look_up_countries, where.countries);
  names.all(look_up_cargo, where.cargoes);
}

void check_selector(const Selector& where, const std::set<std::string>& built, NameCheck& names) {
  for (const Name& link : where.links) {
    if (!built.contains(link.text)) names.one(look_up_link, link);
  }
  names.all(look_up_node, where.nodes);
  names.all(look_up_mode, where.modes);
  names.all(look_up_countries, where.touching);
  names.all(look_up_countries, where.inside);
  names.one(look_up_countries, where.crossing_from);
  names.one(look_up_countries, where.crossing_to);
  names.all(look_up_corridor, where.corridors);
  names.all(look_up_cargo, where.cargoes);
  names.one(look_up_node, where.towards);
}

}  // namespace

void check_names(const Network& network, const Scenario& scenario, Diagnostics& diagnostics) {
  NameCheck names{network, diagnostics};
  const std::set<std::string> built = links_built(scenario);
  for (const Change& change : scenario.changes) {
    if (const Selector* where = selector_of(change)) check_selector(*where, built, names);
    if (const auto* policy = std::get_if<PolicyChange>(&change.what)) {
      names.one(look_up_policy, policy->policy);
    }
    if (const auto* demand = std::get_if<DemandChange>(&change.what)) {
      check_selector(demand->where, names);
    }
  }
  for (const Trip& trip : scenario.trips) {
    names.one(look_up_node, trip.from);
    names.one(look_up_node, trip.to);
    names.one(look_up_cargo, trip.cargo);
    names.all(look_up_node, trip.via);
    names.all(look_up_mode, trip.modes);
    names.one(look_up_corridor, trip.by_corridor);
  }
  names.all(look_up_corridor, scenario.corridors);
  for (const Expectation& expectation : scenario.expectations) {
    names.one(look_up_corridor, expectation.corridor);
    names.one(look_up_corridor, expectation.against);
  }
}

}  // namespace corridor
