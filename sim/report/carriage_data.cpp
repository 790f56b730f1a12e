#include <utility>

#include "report/carriage_parts.hpp"
#include "report/number.hpp"

namespace corridor {

Json json_certificate(const CarriageCertificate& certificate) {
  return {{"holds", certificate.holds},
          {"relative_gap", shown_gap(certificate.gap)},
          {"worst_overload", certificate.worst_overload},
          {"worst_imbalance", certificate.worst_imbalance}};
}

namespace {

Json json_tally(const Tally& tally) {
  return {{"t_yr", json_number(tally.t_yr)},
          {"tkm_yr", json_number(tally.tkm_yr)},
          {"cost_usd_yr", json_number(tally.usd_yr)}};
}

Json json_tallies(const std::vector<TallyRow>& rows) {
  Json out = Json::array();
  for (const TallyRow& row : rows) {
    out.push_back({{"id", row.id},
                   {"baseline", json_tally(row.before)},
                   {"scenario", json_tally(row.after)}});
  }
  return out;
}

Json json_uses(const Network& network, const std::vector<CapacityUse>& uses, bool prices) {
  Json out = Json::array();
  for (const CapacityUse& use : uses) {
    out.push_back({{"capacity", use_id(network, use)},
                   {"cargoes", use.cargoes.empty() ? "all" : use.cargoes},
                   {"volume_t_yr", json_number(use.volume_t_yr)},
                   {"capacity_t_yr", json_number(use.capacity_t_yr)},
                   {"assumed", use.assumed},
                   {"shadow_price_usd_t", prices ? json_number(use.price_usd_t) : Json(nullptr)}});
  }
  return out;
}

Json json_pairs(const Network& network, const Carriage& side) {
  Json out = Json::array();
  for (const PairCarriage& pair : side.pairs) {
    const bool unmet = pair.unmet_t_yr() > 0;
    out.push_back({{"from", network.nodes[pair.from].id},
                   {"to", network.nodes[pair.to].id},
                   {"cargo", network.cargoes[pair.cargo].id},
                   {"demand_t_yr", json_number(pair.demand_t_yr)},
                   {"carried_t_yr", json_number(pair.carried_t_yr)},
                   {"generalised_usd_t", json_number(pair.generalised_usd_t)},
                   {"unmet_because", unmet ? Json(reason_key(pair.reason)) : Json(nullptr)}});
  }
  return out;
}

Json json_side(const Network& network, const Carriage& side, bool prices) {
  Json out{{"date", to_string(side.date)},
           {"relative_gap", shown_gap(side.relative_gap)},
           {"converged", side.converged}};
  if (side.certificate) out["certificate"] = json_certificate(*side.certificate);
  out["pairs"] = json_pairs(network, side);
  out["capacities"] = json_uses(network, side.uses, prices);
  return out;
}

Json json_result(const Network& network, const CarriageReport& report,
                 const CarriageResult& result) {
  const bool prices = report.options.method == CarriageMethod::least_cost;
  Json out{{"scenario", result.scenario == nullptr ? Json(nullptr) : Json(result.scenario->id)},
           {"demand", result.demand},
           {"method", method_key(report.options.method)}};
  if (is_choice(report.options.method)) out["theta_t_usd"] = report.options.theta_t_usd;
  out["totals"] = Json::array();
  for (const CarriageTotal& total : totals_of(result)) {
    out["totals"].push_back({{"measure", total.key},
                             {"baseline", json_number(total.before)},
                             {"scenario", json_number(total.after)}});
  }
  out["modes"] = json_tallies(rows_by_mode(network, result));
  out["corridors"] = json_tallies(rows_by_corridor(network, result));
  out["countries"] = json_tallies(rows_by_country(network, result));
  out["baseline"] = json_side(network, result.baseline, prices);
  out["changed"] = json_side(network, result.changed, prices);
  return out;
}

/// Rows of one result in long form.
class LongTable {
 public:
  LongTable(Table& table, const CarriageResult& result)
      : table_{table}, scenario_{result.scenario == nullptr ? "" : result.scenario->id} {}

  void add(const std::string& what, const std::string& id, const std::string& measure,
           std::pair<double, double> values) {
    table_.rows.push_back({scenario_, what, id, measure, plain_number(values.first, 6),
                           plain_number(values.second, 6)});
  }
  void add(const std::string& what, const std::vector<TallyRow>& rows) {
    for (const TallyRow& row : rows) {
      add(what, row.id, "t_yr", {row.before.t_yr, row.after.t_yr});
      add(what, row.id, "tkm_yr", {row.before.tkm_yr, row.after.tkm_yr});
      add(what, row.id, "cost_usd_yr", {row.before.usd_yr, row.after.usd_yr});
    }
  }

 private:
  Table& table_;
  std::string scenario_;
};

void add_uses(const Network& network, const CarriageResult& result, LongTable& table) {
  for (const CapacityUse& use : result.changed.uses) {
    const CapacityUse* before = find_use(result.baseline.uses, use);
    const std::string id = use_id(network, use) + (use.cargoes.empty() ? "" : ":" + use.cargoes);
    table.add("capacity", id, "volume_t_yr",
              {before == nullptr ? 0 : before->volume_t_yr, use.volume_t_yr});
    table.add("capacity", id, "volume_capacity_ratio",
              {before == nullptr ? 0 : before->fullness(), use.fullness()});
    table.add("capacity", id, "shadow_price_usd_t",
              {before == nullptr ? 0 : before->price_usd_t, use.price_usd_t});
  }
}

void add_pairs(const Network& network, const CarriageResult& result, LongTable& table) {
  for (std::size_t i = 0; i < result.changed.pairs.size(); ++i) {
    const PairCarriage& before = result.baseline.pairs[i];
    const PairCarriage& after = result.changed.pairs[i];
    const std::string id = network.nodes[after.from].id + ":" + network.nodes[after.to].id + ":" +
                           network.cargoes[after.cargo].id;
    table.add("pair", id, "demand_t_yr", {before.demand_t_yr, after.demand_t_yr});
    table.add("pair", id, "carried_t_yr", {before.carried_t_yr, after.carried_t_yr});
    table.add("pair", id, "generalised_usd_t", {before.generalised_usd_t, after.generalised_usd_t});
  }
}

}  // namespace

double shown_gap(double gap) { return gap < 1e-13 ? 0 : gap; }

Table carriage_table(const Compiled& compiled, const CarriageReport& report) {
  const Network& network = compiled.network;
  Table table;
  table.headings = {"scenario", "what", "id", "measure", "baseline", "value"};
  for (const CarriageResult& result : report.results) {
    LongTable rows{table, result};
    for (const CarriageTotal& total : totals_of(result)) {
      rows.add("total", "", total.key, {total.before, total.after});
    }
    rows.add("mode", rows_by_mode(network, result));
    rows.add("corridor", rows_by_corridor(network, result));
    rows.add("country", rows_by_country(network, result));
    add_uses(network, result, rows);
    add_pairs(network, result, rows);
  }
  return table;
}

Json carriage_records(const Compiled& compiled, const CarriageReport& report) {
  Json records = Json::array();
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const CarriageResult& result = report.results[i];
    records.push_back(json_result(compiled.network, report, result));
    if (i >= report.causes.size()) continue;
    records.back()["unmet"] = json_causes(compiled.network, result.changed.pairs, report.causes[i]);
  }
  return records;
}

std::string carriage_json(const Compiled& compiled, const CarriageReport& report) {
  Json out = json_head(compiled.network, "flow");
  out["records"] = carriage_records(compiled, report);
  return dump(out);
}

}  // namespace corridor
