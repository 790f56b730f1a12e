#include "corridor/report/alternatives.hpp"

#include "corridor/scenario/names.hpp"

#include "report/alternatives_parts.hpp"
#include "report/json.hpp"
#include "report/number.hpp"
#include "report/routes_parts.hpp"
#include "report/run_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

/// What is shown of one trip.
struct Shown {
  const Compiled& compiled;
  const AlternativesOptions& options;
  const Subject& subject;
  const Alternatives& trip;
  CargoUnit unit;
  MeasureStyle value;  // of the objective
};

Table figures(const Shown& shown) {
  const MeasureStyle cost = style_of(Measure::cost, shown.unit.per);
  const MeasureStyle emissions = style_of(Measure::emissions, shown.unit.per);
  Table table;
  table.headings = {"#", cost.unit, "d", "km", "kg CO2e", "borders", "transfers", "more", "%"};
  if (shown.options.different) table.headings.emplace_back("shared %");
  table.align.assign(table.headings.size(), Align::right);
  for (std::size_t i = 0; i < shown.trip.routes.size(); ++i) {
    const Alternative& route = shown.trip.routes[i];
    const Evaluation& evaluation = route.evaluation;
    const auto measure = [&](Measure what) {
      return measure_of(evaluation, what, shown.unit.tonnes);
    };
    const bool best = i == 0;
    table.rows.push_back(
        {std::to_string(i + 1), number(measure(Measure::cost), cost.decimals),
         number(evaluation.time_h / 24, 1), number(evaluation.distance_km, 0),
         number(measure(Measure::emissions), emissions.decimals),
         std::to_string(evaluation.borders), std::to_string(evaluation.transfers),
         best ? "-" : signed_number(route.margin * shown.value.scale, shown.value.decimals),
         best ? "-" : signed_number(100 * route.margin_share, 1)});
    if (shown.options.different) {
      table.rows.back().push_back(best ? "-" : number(100 * route.overlap, 0));
    }
  }
  table.notes.push_back("more, %: in " + with_unit(shown.value) + ", than the best");
  if (shown.options.different) {
    table.notes.emplace_back("shared %: of a better route's length, the most");
  }
  return table;
}

std::string corridors_text(const Network& network, const Alternative& route) {
  std::vector<std::string> names;
  for (const CorridorShare& use : route.corridors) {
    const Corridor& corridor = network.corridors[use.corridor];
    names.push_back(corridor.name.empty() ? corridor.id : corridor.name);
  }
  return names.empty() ? "none" : list_some(names, names.size());
}

std::string borders_text(const Alternative& route) {
  std::string text;
  for (const Crossing& crossing : route.borders) {
    text += (text.empty() ? "" : ", ") + crossing.from + " to " + crossing.to;
  }
  return text.empty() ? "none" : text;
}

/// The route in words: the best in full, others by where they leave it.
std::string words(const Shown& shown, std::size_t rank) {
  const Alternative& route = shown.trip.routes[rank];
  if (rank == 0 || route.difference.empty()) return route.route;
  if (route.route == shown.trip.routes[0].route) return route.difference;
  return route.difference + ": " + route.route;
}

/// The routes of one group, with what they have in common.
Facts group_facts(const Shown& shown, std::size_t group) {
  Facts facts;
  for (std::size_t i = 0; i < shown.trip.routes.size(); ++i) {
    const Alternative& route = shown.trip.routes[i];
    if (route.group != group) continue;
    if (facts.empty()) {
      facts.push_back({"corridors", corridors_text(shown.compiled.network, route)});
      facts.push_back({"borders", borders_text(route)});
    }
    facts.push_back({"route " + std::to_string(i + 1), words(shown, i)});
  }
  return facts;
}

std::size_t group_count(const Alternatives& trip) {
  std::size_t count = 0;
  for (const Alternative& route : trip.routes) count = std::max(count, route.group + 1);
  return count;
}

/// What is known of the routes that are not shown; empty where there are as many as asked for.
std::string rest_text(const Shown& shown) {
  const Alternatives& trip = shown.trip;
  const AlternativesOptions& options = shown.options;
  if (trip.proved < trip.routes.size()) {
    return "From route " + std::to_string(trip.proved + 1) +
           " on there may be better ones: the search was given up, and candidates were compared.";
  }
  if (trip.exhausted) {
    return options.different ? "No other route within " + percent(options.stretch) +
                                   " of the best is so different from all of these."
                             : "There is no other route.";
  }
  if (trip.routes.size() == options.most) return {};
  return options.different ? "There may be more: the search was given up."
                           : "There may be more: the search stopped after " +
                                 number(static_cast<double>(options.most_paths), 0) +
                                 " paths, most of which go over the same links.";
}

Document trip_document(const Shown& shown) {
  const Network& network = shown.compiled.network;
  Document document{
      Heading{2, subject_label(network, shown.subject) + ", least " + shown.value.label}};
  if (shown.trip.routes.empty()) {
    document.emplace_back(Paragraph{no_route_text(network, shown.subject.scenario.disconnection)});
    return document;
  }
  document.emplace_back(figures(shown));
  for (std::size_t group = 0; group < group_count(shown.trip); ++group) {
    document.emplace_back(group_facts(shown, group));
  }
  const std::string rest = rest_text(shown);
  if (!rest.empty()) document.emplace_back(Paragraph{rest});
  return document;
}

Document run_document(const Compiled& compiled, const RunAlternatives& run,
                      const AlternativesOptions& options) {
  Document document = run_header(compiled, run.run);
  for (std::size_t i = 0; i < run.trips.size(); ++i) {
    const Subject& subject = run.run.subjects[i];
    const CargoUnit unit = cargo_unit(compiled.network, subject.cargo);
    const Shown shown{compiled,     options, subject,
                      run.trips[i], unit,    style_of(subject.objective, unit)};
    for (Block& block : trip_document(shown)) document.push_back(std::move(block));
  }
  if (run.trips.empty()) document.emplace_back(Paragraph{"The scenario asks for no trip."});
  return document;
}

}  // namespace

std::string report_alternatives(const Compiled& compiled, const std::vector<RunAlternatives>& runs,
                                const AlternativesOptions& options, Format format) {
  if (format == Format::csv) return render(alternatives_table(compiled, runs), format);
  if (format == Format::json) return alternatives_json(compiled, runs);
  Document document;
  for (const RunAlternatives& run : runs) {
    for (Block& block : run_document(compiled, run, options)) document.push_back(std::move(block));
  }
  return render(document, format);
}

}  // namespace corridor
