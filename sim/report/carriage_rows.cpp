#include <algorithm>
#include <cmath>
#include <set>

#include "report/carriage_parts.hpp"

namespace corridor {

namespace {

/// A tenth of a cent on a container: beyond the resolution of any tariff.
constexpr double least_change_usd_t = 0.01;

bool goes(const Tally& tally) { return tally.t_yr > 0 || tally.tkm_yr > 0; }

double mean_usd_t(const PairCarriage& pair, double penalty_usd_t) {
  if (pair.demand_t_yr <= 0) return 0;
  return (pair.carried_t_yr * pair.generalised_usd_t + pair.unmet_t_yr() * penalty_usd_t) /
         pair.demand_t_yr;
}

double per_tonne(double sum, const Carriage& side) {
  return side.carried_t_yr > 0 ? sum / side.carried_t_yr : 0;
}

}  // namespace

std::vector<CarriageTotal> totals_of(const CarriageResult& result) {
  const Carriage& a = result.baseline;
  const Carriage& b = result.changed;
  return {
      {"demand_t_yr", "demand, Mt", "t/yr", a.demand_t_yr, b.demand_t_yr, 1e-6, 2},
      {"carried_t_yr", "carried, Mt", "t/yr", a.carried_t_yr, b.carried_t_yr, 1e-6, 2},
      {"unmet_t_yr", "not carried, Mt", "t/yr", a.unmet_t_yr(), b.unmet_t_yr(), 1e-6, 2},
      {"tkm_yr", "tonne-kilometres, Gtkm", "tkm/yr", a.tkm_yr, b.tkm_yr, 1e-9, 1},
      {"cost_usd_yr", "cost, M USD", "USD/yr", a.usd_yr, b.usd_yr, 1e-6, 0},
      {"generalised_usd_yr", "generalised cost, M USD", "USD/yr", a.generalised_usd_yr,
       b.generalised_usd_yr, 1e-6, 0},
      {"emissions_t_yr", "emissions, kt CO2e", "t/yr", a.emissions_t_yr, b.emissions_t_yr, 1e-3, 0},
      {"mean_cost_usd_t", "cost, USD/t", "USD/t", per_tonne(a.usd_yr, a), per_tonne(b.usd_yr, b), 1,
       2},
      {"mean_distance_km", "distance, km", "km", per_tonne(a.tkm_yr, a), per_tonne(b.tkm_yr, b), 1,
       0},
      {"mean_time_h", "time, d", "h", per_tonne(a.time_t_h_yr, a), per_tonne(b.time_t_h_yr, b),
       1.0 / 24, 2},
  };
}

std::vector<TallyRow> rows_by_mode(const Network& network, const CarriageResult& result) {
  std::vector<TallyRow> rows;
  for (const ModeId mode : network.modes.keys()) {
    const Tally& before = result.baseline.by_mode[mode];
    const Tally& after = result.changed.by_mode[mode];
    if (goes(before) || goes(after)) {
      rows.push_back({network.modes[mode].id, network.modes[mode].name, before, after});
    }
  }
  return rows;
}

std::vector<TallyRow> rows_by_country(const Network& network, const CarriageResult& result) {
  std::set<std::string> ids;
  for (const auto& [id, tally] : result.baseline.by_country) ids.insert(id);
  for (const auto& [id, tally] : result.changed.by_country) ids.insert(id);
  const auto tally_in = [](const Carriage& side, const std::string& id) {
    const auto found = side.by_country.find(id);
    return found == side.by_country.end() ? Tally{} : found->second;
  };
  std::vector<TallyRow> rows;
  for (const std::string& id : ids) {
    const auto country = std::ranges::find(network.countries, id, &Country::id);
    rows.push_back({id, country == network.countries.end() ? id : country->name,
                    tally_in(result.baseline, id), tally_in(result.changed, id)});
  }
  return rows;
}

std::vector<TallyRow> rows_by_corridor(const Network& network, const CarriageResult& result) {
  std::vector<TallyRow> rows;
  for (const CorridorId corridor : network.corridors.keys()) {
    const Tally& before = result.baseline.by_corridor[corridor];
    const Tally& after = result.changed.by_corridor[corridor];
    if (goes(before) || goes(after)) {
      rows.push_back(
          {network.corridors[corridor].id, network.corridors[corridor].name, before, after});
    }
  }
  return rows;
}

std::vector<PairChange> changes_of(const CarriageResult& result, double penalty_usd_t) {
  std::vector<PairChange> changes;
  for (std::size_t i = 0; i < result.changed.pairs.size(); ++i) {
    PairChange change{&result.baseline.pairs[i], &result.changed.pairs[i], 0, 0};
    if (change.before->demand_t_yr <= 0 || change.after->demand_t_yr <= 0) continue;
    change.before_usd_t = mean_usd_t(*change.before, penalty_usd_t);
    change.after_usd_t = mean_usd_t(*change.after, penalty_usd_t);
    if (std::abs(change.after_usd_t - change.before_usd_t) >= least_change_usd_t) {
      changes.push_back(change);
    }
  }
  std::ranges::stable_sort(
      changes, [](const PairChange& a, const PairChange& b) { return a.usd_yr() < b.usd_yr(); });
  return changes;
}

std::string use_text(const Network& network, const CapacityUse& use) {
  std::string text;
  if (use.node.valid()) {
    const Node& node = network.nodes[use.node];
    const bool port = node.has_kind("seaport") || node.has_kind("caspian_port");
    text = node.name + (port ? ", port" : ", gauge change");
  } else {
    text = network.link_name(link_of(use.way)) + ", to " + network.to_node(use.way).name;
  }
  return use.cargoes.empty() ? text : text + ", cargo counted " + use.cargoes;
}

std::string use_id(const Network& network, const CapacityUse& use) {
  if (use.node.valid()) return "node:" + network.nodes[use.node].id;
  return "link:" + network.links[link_of(use.way)].id +
         (is_forward(use.way) ? ":forward" : ":backward");
}

const CapacityUse* find_use(const std::vector<CapacityUse>& uses, const CapacityUse& like) {
  const auto found = std::ranges::find_if(uses, [&](const CapacityUse& use) {
    return use.way == like.way && use.node == like.node && use.cargoes == like.cargoes;
  });
  return found == uses.end() ? nullptr : &*found;
}

const char* reason_text(UnmetReason reason) {
  switch (reason) {
    case UnmetReason::no_path:
      return "no open route";
    case UnmetReason::too_dear:
      return "dearer than the penalty";
    case UnmetReason::capacity:
      break;
  }
  return "no capacity left";
}

const char* reason_key(UnmetReason reason) {
  switch (reason) {
    case UnmetReason::no_path:
      return "no_path";
    case UnmetReason::too_dear:
      return "too_dear";
    case UnmetReason::capacity:
      break;
  }
  return "capacity";
}

const char* method_text(CarriageMethod method) {
  switch (method) {
    case CarriageMethod::least_cost:
      return "least cost within the capacities";
    case CarriageMethod::equilibrium:
      return "user equilibrium";
    case CarriageMethod::logit:
      return "route choice by logit";
    case CarriageMethod::path_size_logit:
      return "route choice by path-size logit";
    case CarriageMethod::system_optimum:
      break;
  }
  return "system optimum";
}

const char* method_key(CarriageMethod method) {
  switch (method) {
    case CarriageMethod::least_cost:
      return "least-cost";
    case CarriageMethod::equilibrium:
      return "equilibrium";
    case CarriageMethod::logit:
      return "logit";
    case CarriageMethod::path_size_logit:
      return "path-size-logit";
    case CarriageMethod::system_optimum:
      break;
  }
  return "system-optimum";
}

}  // namespace corridor
