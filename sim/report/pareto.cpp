#include "corridor/report/pareto.hpp"

#include <algorithm>
#include <cmath>

#include "report/document.hpp"
#include "report/number.hpp"
#include "report/pareto_parts.hpp"
#include "report/run_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

/// At most `count` of the items, the first and the last among them, the others evenly between.
std::vector<std::size_t> spread(const std::vector<std::size_t>& items, std::size_t count) {
  if (items.size() <= count) return items;
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < count; ++i) {
    chosen.push_back(items[count == 1 ? 0 : i * (items.size() - 1) / (count - 1)]);
  }
  return chosen;
}

std::vector<std::size_t> members_to_show(const Frontier& frontier, std::size_t top) {
  std::vector<std::size_t> best;
  std::vector<std::size_t> others;
  for (std::size_t i = 0; i < frontier.members.size(); ++i) {
    (frontier.members[i].best_for ? best : others).push_back(i);
  }
  const std::size_t most = top == 0 ? frontier.members.size() : top;
  std::vector<std::size_t> shown = spread(best, most);
  const std::vector<std::size_t> more = spread(others, most - shown.size());
  shown.insert(shown.end(), more.begin(), more.end());
  std::ranges::sort(shown);
  return shown;
}

bool trades_cost_and_time(const FrontierOptions& options) {
  const auto has = [&](Measure measure) {
    return std::ranges::find(options.measures, measure) != options.measures.end();
  };
  return options.measures.size() == 2 && has(Measure::cost) && has(Measure::time);
}

/// A value of time with three significant digits or so, small as it is for a tonne.
std::string value_text(double usd_h) { return number(usd_h, usd_h < 1 ? 3 : 2); }

void add_values_of_time(const ShownFrontier& trip, Table& table) {
  const bool per_unit = trip.unit.per != Per::tonne;
  table.headings.emplace_back("from USD/t/h");
  if (per_unit) table.headings.push_back("USD/" + trip.unit.name + "/h");
  for (std::size_t i = 0; i < trip.members.size(); ++i) {
    const FrontierMember& member = trip.frontier.members[trip.members[i]];
    const double from = member.best_for ? member.best_for->from_usd_t_h : 0;
    table.rows[i].push_back(member.best_for ? value_text(from) : "never");
    if (!per_unit) continue;
    table.rows[i].push_back(member.best_for ? value_text(from * trip.unit.tonnes) : "never");
  }
  table.notes.emplace_back(
      "from: the value of time at which a route becomes the best by cost + value "
      "of time x time");
}

/// Which route is the best at the cargo's own value of time.
std::string own_value_text(const ShownFrontier& trip) {
  const double own = own_value_of_time(trip.compiled.network, trip.subject.cargo);
  std::size_t best = 0;
  const std::vector<FrontierMember>& members = trip.frontier.members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    const std::optional<ValueOfTime>& value = members[i].best_for;
    if (value && value->from_usd_t_h <= own && own <= value->to_usd_t_h) best = i;
  }
  return "The network counts an hour of " + trip.unit.cargo + " at " +
         value_text(own * trip.unit.tonnes) + " USD/" + trip.unit.name + ": route " +
         std::to_string(best + 1) + " is the best there.";
}

Table figures(const ShownFrontier& trip) {
  const MeasureStyle cost = style_of(Measure::cost, trip.unit.per);
  const MeasureStyle emissions = style_of(Measure::emissions, trip.unit.per);
  Table table;
  table.headings = {"#", cost.unit, "h", "km", "kg CO2e", "borders", "transfers"};
  for (const std::size_t rank : trip.members) {
    const Evaluation& evaluation = trip.frontier.members[rank].evaluation;
    const auto measure = [&](Measure what) {
      return measure_of(evaluation, what, trip.unit.tonnes);
    };
    table.rows.push_back({std::to_string(rank + 1), number(measure(Measure::cost), cost.decimals),
                          number(evaluation.time_h, 1), number(evaluation.distance_km, 0),
                          number(measure(Measure::emissions), emissions.decimals),
                          std::to_string(evaluation.borders),
                          std::to_string(evaluation.transfers)});
  }
  if (trades_cost_and_time(trip.options)) add_values_of_time(trip, table);
  table.align.assign(table.headings.size(), Align::right);
  return table;
}

/// The routes in words: the first in full, others by where they leave it.
Facts words(const ShownFrontier& trip) {
  Facts facts;
  for (const std::size_t rank : trip.members) {
    const FrontierMember& member = trip.frontier.members[rank];
    const std::string& first = trip.frontier.members.front().route;
    std::string text = member.route;
    if (rank > 0 && !member.difference.empty()) {
      text = member.difference + (member.route == first ? "" : ": " + member.route);
    } else if (rank > 0) {
      text = "over the same links as the first, with other stops: " + member.route;
    }
    facts.push_back({"route " + std::to_string(rank + 1), text});
  }
  return facts;
}

void tell_rest(const ShownFrontier& trip, Document& document) {
  const Frontier& frontier = trip.frontier;
  const std::size_t hidden = frontier.members.size() - trip.members.size();
  if (hidden > 0) {
    document.emplace_back(Paragraph{count_of(hidden, "more route") + " of " +
                                    std::to_string(frontier.members.size()) +
                                    " on the frontier not shown; --top 0 shows all."});
  }
  if (trip.options.epsilon > 0) {
    document.emplace_back(Paragraph{"Each route left out is matched by one of these within " +
                                    plain_number(100 * trip.options.epsilon, 4) +
                                    " % by every measure."});
  }
  if (!frontier.complete) {
    document.emplace_back(Paragraph{"The search was given up after " +
                                    number(static_cast<double>(frontier.labels), 0) +
                                    " labels: routes are missing."});
  }
}

Document trip_document(const ShownFrontier& trip) {
  const Network& network = trip.compiled.network;
  Document document{
      Heading{2, subject_label(network, trip.subject) + ", " + trade_text(trip.options)}};
  if (trip.frontier.members.empty() && trip.frontier.complete) {
    document.emplace_back(Paragraph{no_route_text(network, trip.subject.scenario.disconnection)});
    return document;
  }
  if (!trip.members.empty()) {
    document.emplace_back(figures(trip));
    if (trades_cost_and_time(trip.options) && trip.frontier.members.size() > 1) {
      document.emplace_back(Paragraph{own_value_text(trip)});
    }
    document.emplace_back(words(trip));
  }
  tell_rest(trip, document);
  return document;
}

}  // namespace

std::vector<ShownFrontier> shown_frontiers(const Compiled& compiled,
                                           const std::vector<RunFrontiers>& runs,
                                           const FrontierReport& report) {
  std::vector<ShownFrontier> result;
  for (const RunFrontiers& run : runs) {
    for (std::size_t i = 0; i < run.trips.size(); ++i) {
      const Subject& subject = run.run.subjects[i];
      result.push_back({compiled, report.options, run.run, subject, run.trips[i],
                        cargo_unit(compiled.network, subject.cargo),
                        members_to_show(run.trips[i], report.top)});
    }
  }
  return result;
}

std::string trade_text(const FrontierOptions& options) {
  std::vector<std::string> names;
  for (const Measure measure : options.measures) {
    names.push_back(style_of(measure, Per::tonne).label);
  }
  const std::vector<std::string> others(names.begin() + 1, names.end());
  return names.front() + " against " + enumerate(others);
}

double own_value_of_time(const Network& network, CargoId cargo) {
  const Cargo& sent = network.cargoes[cargo];
  return per_tonne(sent.value_of_time, sent).value;
}

std::string report_frontiers(const Compiled& compiled, const std::vector<RunFrontiers>& runs,
                             const FrontierReport& report, Format format) {
  const std::vector<ShownFrontier> trips = shown_frontiers(compiled, runs, report);
  if (format == Format::csv) return render(frontier_table(trips), format);
  if (format == Format::json) return frontier_json(compiled, trips);
  Document document;
  std::size_t next = 0;
  for (const RunFrontiers& run : runs) {
    for (Block& block : run_header(compiled, run.run)) document.push_back(std::move(block));
    if (run.trips.empty()) document.emplace_back(Paragraph{"The scenario asks for no trip."});
    for (std::size_t i = 0; i < run.trips.size(); ++i, ++next) {
      for (Block& block : trip_document(trips[next])) document.push_back(std::move(block));
    }
  }
  return render(document, format);
}

}  // namespace corridor
