#include <algorithm>
#include <utility>

#include "report/carriage_parts.hpp"
#include "report/json.hpp"
#include "report/number.hpp"
#include "report/share_parts.hpp"

namespace corridor {

namespace {

Json json_binding(const Network& network, const ShareBinding& one) {
  return {{"capacity", use_id(network, one.use)},
          {"cargoes", one.use.cargoes.empty() ? "all" : one.use.cargoes},
          {"volume_t_yr", json_number(one.use.volume_t_yr)},
          {"capacity_t_yr", json_number(one.use.capacity_t_yr)},
          {"assumed", one.use.assumed},
          {"share_per_mt_yr", json_number(one.rise_t_yr * 1e6)}};
}

Json json_side(const Network& network, const FittingShare& side) {
  const auto share = [&](double value) {
    return side.unlimited ? Json(nullptr) : Json(rounded(value, 9));
  };
  Json out{{"date", to_string(side.date)},
           {"demand_t_yr", json_number(side.demand_t_yr)},
           {"left_out_t_yr", json_number(side.left_out_t_yr())},
           {"fitting_t_yr", json_number(side.fitting_t_yr())},
           {"unlimited", side.unlimited},
           {"share", share(side.share)},
           {"bound", share(side.bound)},
           {"relative_gap", shown_gap(side.relative_gap)},
           {"converged", side.converged}};
  if (side.certificate) out["certificate"] = json_certificate(*side.certificate);
  out["binding"] = Json::array();
  for (const ShareBinding& one : side.binding) out["binding"].push_back(json_binding(network, one));
  out["left_out"] = Json::array();
  for (const PairCarriage& pair : side.left_out) {
    out["left_out"].push_back({{"from", network.nodes[pair.from].id},
                               {"to", network.nodes[pair.to].id},
                               {"cargo", network.cargoes[pair.cargo].id},
                               {"demand_t_yr", json_number(pair.demand_t_yr)}});
  }
  return out;
}

double rise_of(const FittingShare& side, const CapacityUse& like) {
  for (const ShareBinding& one : side.binding) {
    if (one.use.way == like.way && one.use.node == like.node && one.use.cargoes == like.cargoes) {
      return one.rise_t_yr * 1e6;
    }
  }
  return 0;
}

void add_rows(const Network& network, const ShareResult& result, Table& table) {
  const FittingShare& a = result.baseline;
  const FittingShare& b = result.changed;
  const auto add = [&](const std::string& what, const std::string& id, const std::string& measure,
                       const std::string& before, const std::string& after) {
    table.rows.push_back(
        {result.scenario == nullptr ? "" : result.scenario->id, what, id, measure, before, after});
  };
  const auto both = [&](const std::string& measure, double before, double after) {
    add("total", "", measure, plain_number(before, 6), plain_number(after, 6));
  };
  both("demand_t_yr", a.demand_t_yr, b.demand_t_yr);
  both("left_out_t_yr", a.left_out_t_yr(), b.left_out_t_yr());
  both("left_out_pairs", static_cast<double>(a.left_out.size()),
       static_cast<double>(b.left_out.size()));
  add("total", "", "share", a.unlimited ? "" : plain_number(a.share, 9),
      b.unlimited ? "" : plain_number(b.share, 9));
  both("fitting_t_yr", a.fitting_t_yr(), b.fitting_t_yr());
  for (const ShareBinding& one : b.binding) {
    const std::string id =
        use_id(network, one.use) + (one.use.cargoes.empty() ? "" : ":" + one.use.cargoes);
    add("capacity", id, "share_per_mt_yr", plain_number(rise_of(a, one.use), 6),
        plain_number(one.rise_t_yr * 1e6, 6));
  }
  for (const PairCarriage& pair : b.left_out) {
    add("left_out",
        network.nodes[pair.from].id + ":" + network.nodes[pair.to].id + ":" +
            network.cargoes[pair.cargo].id,
        "demand_t_yr", "", plain_number(pair.demand_t_yr, 6));
  }
}

}  // namespace

Table share_table(const Compiled& compiled, const ShareReport& report) {
  Table table;
  table.headings = {"scenario", "what", "id", "measure", "baseline", "value"};
  for (const ShareResult& result : report.results) add_rows(compiled.network, result, table);
  return table;
}

std::string share_json(const Compiled& compiled, const ShareReport& report) {
  const Network& network = compiled.network;
  Json out = json_head(network, "flow");
  out["records"] = Json::array();
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const ShareResult& result = report.results[i];
    Json record{
        {"scenario", result.scenario == nullptr ? Json(nullptr) : Json(result.scenario->id)},
        {"demand", result.demand},
        {"method", "concurrent"},
        {"baseline", json_side(network, result.baseline)},
        {"changed", json_side(network, result.changed)}};
    if (i < report.causes.size()) {
      record["unmet"] = json_causes(network, result.changed.left_out, report.causes[i]);
    }
    out["records"].push_back(std::move(record));
  }
  return dump(out);
}

}  // namespace corridor
