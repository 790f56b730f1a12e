#include <algorithm>
#include <cmath>

#include "corridor/scenario/names.hpp"

#include "report/number.hpp"
#include "report/run_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

constexpr const char* assumed_note = "* rests on a capacity that is assumed or of low confidence";

/// A measure as a table shows it; NaN where there is no route.
double shown(const Evaluation& evaluation, Measure measure, const CargoUnit& unit,
             const MeasureStyle& style) {
  if (!evaluation.reachable) return std::nan("");
  return style.scale * measure_of(evaluation, measure, unit.tonnes);
}

bool starred(const Evaluation& evaluation) {
  return evaluation.reachable && evaluation.throughput_assumed;
}

struct MeasureTable {
  const Subject& subject;
  CargoUnit unit;
  bool both_sides = true;
  Table table;

  void add(const std::string& label, double before, double after, int decimals) {
    add_row(label, number(before, decimals), number(after, decimals), before, after, decimals);
  }
  void add_row(const std::string& label, const std::string& before_text,
               const std::string& after_text, double before, double after, int decimals) {
    if (!both_sides) {
      table.rows.push_back({label, after_text});
      return;
    }
    const double change = printed_change(before, after, decimals);
    // A lifted or new limit has no finite change; "unlimited" would be said twice.
    const std::string change_text = std::isfinite(change) ? signed_number(change, decimals) : "-";
    table.rows.push_back(
        {label, before_text, after_text, change_text, change_percent(before, after)});
  }
};

void add_measures(MeasureTable& out) {
  const Evaluation& before = out.subject.baseline.evaluation;
  const Evaluation& after = out.subject.scenario.evaluation;
  for (const Measure measure : all_measures()) {
    const MeasureStyle style = style_of(measure, out.unit.per);
    const double a = shown(before, measure, out.unit, style);
    const double b = shown(after, measure, out.unit, style);
    if (measure != Measure::throughput) {
      out.add(with_unit(style), a, b, style.decimals);
      if (measure == Measure::time) out.add("time, d", a / 24, b / 24, 1);
      continue;
    }
    out.add_row(with_unit(style), number(a, style.decimals) + (starred(before) ? "*" : ""),
                number(b, style.decimals) + (starred(after) ? "*" : ""), a, b, style.decimals);
    if (starred(before) || starred(after)) out.table.notes.emplace_back(assumed_note);
  }
}

Table measure_table(const Compiled& compiled, const Subject& subject, bool both_sides) {
  MeasureTable out{subject, cargo_unit(compiled.network, subject.cargo), both_sides, {}};
  out.table.headings = {"measure", "baseline", "scenario", "change", "%"};
  if (!both_sides) out.table.headings = {"measure", "value"};
  out.table.align = {Align::left, Align::right, Align::right, Align::right, Align::right};
  out.table.align.resize(out.table.headings.size());
  add_measures(out);
  return out.table;
}

std::string route_text(const Network& network, const Side& side) {
  return side.evaluation.reachable ? side.route : no_route_text(network, side.disconnection);
}

void add_runner_up(Facts& facts, const Compiled& compiled, const Subject& subject) {
  const Side& side = subject.scenario;
  if (!side.runner_up || !side.evaluation.reachable) return;
  facts.push_back({"runner-up", runner_up_text(compiled.network, subject)});
}

void add_weak(Facts& facts, const Subject& subject, bool both_sides) {
  const Evaluation& after = subject.scenario.evaluation;
  const Evaluation& before = subject.baseline.evaluation;
  if (!after.reachable) return;
  std::string text = percent(weak_cost_share(after)) + " of cost and " +
                     percent(weak_time_share(after)) +
                     " of time rest on assumptions or low-confidence figures";
  if (both_sides && before.reachable) {
    text += " (baseline: " + percent(weak_cost_share(before)) + ", " +
            percent(weak_time_share(before)) + ")";
  }
  facts.push_back({"confidence", text});
}

void add_capacity(Facts& facts, const Compiled& compiled, const Subject& subject) {
  const Evaluation& evaluation = subject.scenario.evaluation;
  if (evaluation.reachable && !evaluation.bottleneck.empty()) {
    facts.push_back(
        {"bottleneck",
         list_some(arcs_in_words(compiled.network, compiled.topology, evaluation.bottleneck), 4)});
  }
}

void add_most_throughput(Facts& facts, const Compiled& compiled, const Subject& subject,
                         bool both_sides) {
  if (!subject.scenario.most_throughput) return;
  const Throughput& most = *subject.scenario.most_throughput;
  std::string text = throughput_text(most) + " by all open routes";
  if (both_sides && subject.baseline.most_throughput) {
    text += " (baseline: " + throughput_text(*subject.baseline.most_throughput) + ")";
  }
  if (!most.cut.empty()) {
    text +=
        "; binding: " + list_some(arcs_in_words(compiled.network, compiled.topology, most.cut), 8);
  }
  facts.push_back({"max flow", text});
}

Table waterfall_table(const Subject& subject, const CargoUnit& unit) {
  const MeasureStyle cost_style = style_of(Measure::cost, unit.per);
  const MeasureStyle time_style = style_of(Measure::time, unit.per);
  const Waterfall cost = cost_waterfall(subject, unit.tonnes, cost_style.decimals);
  const Waterfall time = time_waterfall(subject, time_style.decimals);
  Table table;
  table.headings = {"why", with_unit(cost_style), with_unit(time_style)};
  table.align = {Align::left, Align::right, Align::right};
  for (std::size_t i = 0; i < component_count; ++i) {
    if (cost.change[i] == 0 && time.change[i] == 0) continue;
    table.rows.push_back({component_label(static_cast<Component>(i)),
                          signed_number(cost.change[i], cost_style.decimals),
                          signed_number(time.change[i], time_style.decimals)});
  }
  table.rows.push_back({"total", signed_number(cost.total, cost_style.decimals),
                        signed_number(time.total, time_style.decimals)});
  return table;
}

Heading subject_heading(const Compiled& compiled, const Subject& subject) {
  std::string text = subject_label(compiled.network, subject);
  if (!subject.is_corridor) {
    const CargoUnit unit = cargo_unit(compiled.network, subject.cargo);
    text += ", least " + style_of(subject.objective, unit).label;
  }
  return {2, text};
}

void add_figures(Facts& facts, const Compiled& compiled, const Subject& subject, bool both_sides) {
  add_runner_up(facts, compiled, subject);
  add_capacity(facts, compiled, subject);
  add_most_throughput(facts, compiled, subject, both_sides);
  add_weak(facts, subject, both_sides);
}

/// The route stays as it was, but more or less fits between its ends by all routes together.
Document throughput_comparison(const Compiled& compiled, const Subject& subject) {
  const CargoUnit unit = cargo_unit(compiled.network, subject.cargo);
  const Evaluation& evaluation = subject.scenario.evaluation;
  Facts facts;
  if (evaluation.reachable) {
    const MeasureStyle cost = style_of(Measure::cost, unit.per);
    facts.push_back({"unchanged", number(evaluation.distance_km, 0) + " km, " +
                                      number(evaluation.time_h / 24, 1) + " d, " +
                                      number(evaluation.cost_usd_t * unit.tonnes, cost.decimals) +
                                      ' ' + cost.unit});
  }
  facts.push_back({"route", route_text(compiled.network, subject.scenario)});
  add_most_throughput(facts, compiled, subject, true);
  if (std::any_of(facts.begin(), facts.end(),
                  [](const Fact& fact) { return fact.text.find('*') != std::string::npos; })) {
    facts.push_back({"", assumed_note});
  }
  return {subject_heading(compiled, subject), std::move(facts)};
}

}  // namespace

std::string runner_up_text(const Network& network, const Subject& subject) {
  const Side& side = subject.scenario;
  if (!side.runner_up->found) return "none: no other route leaves out a quarter of it in one piece";
  const MeasureStyle style = style_of(subject.objective, cargo_unit(network, subject.cargo));
  std::string words = side.runner_up_difference;
  if (words.empty()) {
    words = side.runner_up_route;
  } else if (side.runner_up_route != side.route) {
    words += ": " + side.runner_up_route;
  }
  return words + "; " + signed_number(side.runner_up->margin * style.scale, style.decimals) + ' ' +
         style.unit + " (" + signed_number(100 * side.runner_up->margin_share, 1) + " %) in " +
         style.label;
}

Document subject_comparison(const Compiled& compiled, const Subject& subject) {
  if (same_figures(subject.baseline.evaluation, subject.scenario.evaluation)) {
    return throughput_comparison(compiled, subject);
  }
  Document document{subject_heading(compiled, subject)};
  Facts facts;
  const std::string before = route_text(compiled.network, subject.baseline);
  const std::string after = route_text(compiled.network, subject.scenario);
  const bool same_route = subject.baseline.evaluation.arcs == subject.scenario.evaluation.arcs;
  if (same_route && before == after) {
    facts.push_back({"route", after + "; the same before and after"});
  } else {
    facts.push_back({"before", before});
    facts.push_back({"after", after});
  }
  add_figures(facts, compiled, subject, true);
  const bool before_open = subject.baseline.evaluation.reachable;
  const bool after_open = subject.scenario.evaluation.reachable;
  if (before_open || after_open) document.emplace_back(measure_table(compiled, subject, true));
  document.emplace_back(std::move(facts));
  if (before_open && after_open) {
    document.emplace_back(waterfall_table(subject, cargo_unit(compiled.network, subject.cargo)));
  }
  return document;
}

Document subject_profile(const Compiled& compiled, const Subject& subject) {
  Document document{subject_heading(compiled, subject)};
  if (subject.scenario.evaluation.reachable) {
    document.emplace_back(measure_table(compiled, subject, false));
  }
  Facts facts{{"route", route_text(compiled.network, subject.scenario)}};
  add_figures(facts, compiled, subject, false);
  document.emplace_back(std::move(facts));
  return document;
}

Table unchanged_table(const Compiled& compiled, const std::vector<const Subject*>& subjects) {
  Table table;
  table.headings = {"trip or corridor", "km", "d", "cost", "", "Mt/yr"};
  table.align = {Align::left, Align::right, Align::right, Align::right, Align::left, Align::right};
  bool any_assumed = false;
  std::vector<std::string> reasons;
  for (const Subject* subject : subjects) {
    const CargoUnit unit = cargo_unit(compiled.network, subject->cargo);
    const Evaluation& evaluation = subject->scenario.evaluation;
    const std::string label = shorten(subject_label(compiled.network, *subject), 52);
    if (!evaluation.reachable) {
      table.rows.push_back({label, "-", "-", "-", "no route", "-"});
      reasons.push_back(label + ": " +
                        no_route_text(compiled.network, subject->scenario.disconnection));
      continue;
    }
    const MeasureStyle cost = style_of(Measure::cost, unit.per);
    any_assumed = any_assumed || evaluation.throughput_assumed;
    table.rows.push_back({label, number(evaluation.distance_km, 0),
                          number(evaluation.time_h / 24, 1),
                          number(evaluation.cost_usd_t * unit.tonnes, cost.decimals), cost.unit,
                          number(evaluation.throughput_t_yr * 1e-6, 2) +
                              (evaluation.throughput_assumed ? "*" : "")});
  }
  if (any_assumed) table.notes.emplace_back(assumed_note);
  table.notes.insert(table.notes.end(), reasons.begin(), reasons.end());
  return table;
}

}  // namespace corridor
