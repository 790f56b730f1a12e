#include <cmath>

#include "corridor/scenario/names.hpp"

#include "report/carriage_parts.hpp"
#include "report/number.hpp"
#include "report/run_parts.hpp"

namespace corridor {

namespace {

std::string join(const std::vector<std::string>& ids) {
  std::string result;
  for (const std::string& id : ids) result += (result.empty() ? "" : ";") + id;
  return result;
}

/// One row a measure of a subject, in the long form that spreadsheets and data frames pivot.
class LongTable {
 public:
  LongTable() {
    table_.headings = {"scenario",       "kind",   "id",       "cargo",          "objective",
                       "measure",        "unit",   "baseline", "scenario_value", "change",
                       "change_percent", "assumed"};
  }
  void start(const Scenario& scenario, const Subject& subject, const CargoUnit& unit) {
    lead_ = {scenario.id, subject.is_corridor ? "corridor" : "trip", subject.id, unit.cargo,
             to_string(subject.objective)};
  }
  /// Of a demand carried.
  void start(const Scenario& scenario, const std::string& demand, const std::string& method) {
    lead_ = {scenario.id, "demand", demand, "", method};
  }
  void add(const std::string& measure, const std::string& unit, double before, double after,
           int decimals, bool assumed = false) {
    const double change = printed_change(before, after, decimals);
    const bool relative = std::isfinite(before) && std::isfinite(after) && before != 0;
    add_text(measure, unit, plain_number(before, decimals), plain_number(after, decimals),
             plain_number(change, decimals),
             relative ? plain_number(100 * (after - before) / before, 2) : "", assumed);
  }
  void add_route(const std::string& before, const std::string& after) {
    add_text("route", "", before, after, "", "", false);
  }
  Table take() { return std::move(table_); }

 private:
  void add_text(const std::string& measure, const std::string& unit, std::string before,
                std::string after, std::string change, std::string percent_text, bool assumed) {
    std::vector<std::string> row = lead_;
    row.insert(row.end(), {measure, unit, std::move(before), std::move(after), std::move(change),
                           std::move(percent_text), assumed ? "yes" : "no"});
    table_.rows.push_back(std::move(row));
  }

  Table table_;
  std::vector<std::string> lead_;
};

/// A value of both sides, NaN where a side has no route.
struct Both {
  const Subject& subject;

  template <class Value>
  void add(LongTable& table, const std::string& measure, const std::string& unit, int decimals,
           const Value& value) const {
    const auto side = [&](const Evaluation& evaluation) {
      return evaluation.reachable ? value(evaluation) : std::nan("");
    };
    table.add(measure, unit, side(subject.baseline.evaluation), side(subject.scenario.evaluation),
              decimals);
  }
};

void add_measures(LongTable& table, const Subject& subject, const CargoUnit& unit) {
  const Evaluation& before = subject.baseline.evaluation;
  const Evaluation& after = subject.scenario.evaluation;
  table.add("reachable", "", before.reachable, after.reachable, 0);
  for (const Measure measure : all_measures()) {
    const auto value = [&](const Evaluation& evaluation) {
      return evaluation.reachable ? measure_of(evaluation, measure, unit.tonnes) : std::nan("");
    };
    const bool whole = measure == Measure::borders || measure == Measure::transfers ||
                       measure == Measure::gauge_breaks || measure == Measure::throughput;
    const bool assumed =
        measure == Measure::throughput && ((before.reachable && before.throughput_assumed) ||
                                           (after.reachable && after.throughput_assumed));
    table.add(to_string(measure), unit_of(measure, unit.per), value(before), value(after),
              whole ? 0 : 2, assumed);
  }
}

void add_components(LongTable& table, const Subject& subject, const CargoUnit& unit) {
  const Both both{subject};
  for (std::size_t i = 0; i < component_count; ++i) {
    const std::string& key = component_key(static_cast<Component>(i));
    both.add(table, "cost_" + key, "USD/" + unit.name, 2, [&](const Evaluation& evaluation) {
      return evaluation.cost_by_component[i] * unit.tonnes;
    });
    both.add(table, "time_" + key, "h", 2,
             [&](const Evaluation& evaluation) { return evaluation.time_by_component[i]; });
  }
  both.add(table, "weak_cost_share", "%", 1,
           [](const Evaluation& evaluation) { return 100 * weak_cost_share(evaluation); });
  both.add(table, "weak_time_share", "%", 1,
           [](const Evaluation& evaluation) { return 100 * weak_time_share(evaluation); });
}

double most_of(const Side& side) {
  if (!side.most_throughput || side.most_throughput->unlimited) return std::nan("");
  return side.most_throughput->value_t_yr;
}

void add_demand(LongTable& table, const CarriageReport& demand) {
  for (const CarriageResult& result : demand.results) {
    table.start(*result.scenario, result.demand, method_key(demand.options.method));
    for (const CarriageTotal& total : totals_of(result)) {
      table.add(total.key, total.unit, total.before, total.after, 2);
    }
  }
}

}  // namespace

Table run_table(const Compiled& compiled, const std::vector<RunResult>& runs,
                const CarriageReport* demand) {
  LongTable table;
  for (const RunResult& run : runs) {
    for (const Subject& subject : run.subjects) {
      const CargoUnit unit = cargo_unit(compiled.network, subject.cargo);
      table.start(*run.scenario, subject, unit);
      add_measures(table, subject, unit);
      add_components(table, subject, unit);
      if (subject.scenario.most_throughput) {
        const bool assumed = subject.scenario.most_throughput->assumed;
        table.add("max_flow", "t/yr", most_of(subject.baseline), most_of(subject.scenario), 0,
                  assumed);
      }
      table.add_route(join(link_ids(compiled, subject.baseline.evaluation.arcs, true)),
                      join(link_ids(compiled, subject.scenario.evaluation.arcs, true)));
    }
  }
  if (demand != nullptr) add_demand(table, *demand);
  return table.take();
}

}  // namespace corridor
