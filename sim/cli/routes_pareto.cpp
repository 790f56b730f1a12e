#include "cli/routes_pareto.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"
#include "corridor/scenario/names.hpp"

#include "cli/number_in.hpp"

namespace corridor::cli {

namespace {

constexpr const char* option_name = "--pareto";

std::vector<std::string> traded_names() {
  std::vector<std::string> names;
  for (const Measure measure : traded_measures()) names.push_back(to_string(measure));
  return names;
}

std::string known_text() {
  std::string text;
  for (const std::string& name : traded_names()) text += (text.empty() ? "" : ", ") + name;
  return text;
}

Measure traded_measure(const std::string& name) {
  const std::optional<Measure> measure = parse_measure(name);
  const std::vector<Measure>& known = traded_measures();
  if (measure && std::ranges::find(known, *measure) != known.end()) return *measure;
  const std::string hint = did_you_mean(name, traded_names());
  throw CLI::ValidationError(
      option_name, fmt::format("'{}' is no measure that can be traded off; known are {}{}", name,
                               known_text(), hint.empty() ? "" : "; " + hint));
}

std::vector<Measure> measures_in(const std::string& text) {
  std::vector<Measure> measures;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const Measure measure = traded_measure(text.substr(begin, end - begin));
    if (std::ranges::find(measures, measure) != measures.end()) {
      throw CLI::ValidationError(option_name,
                                 fmt::format("'{}' is given twice", to_string(measure)));
    }
    measures.push_back(measure);
    begin = end + 1;
  }
  if (measures.size() < 2 || measures.size() > most_objectives) {
    throw CLI::ValidationError(
        option_name, fmt::format("'{}' is {} measure{}; two to four can be traded off", text,
                                 measures.size(), measures.size() == 1 ? "" : "s"));
  }
  return measures;
}

void print_certificate(const Subject& subject, const ParetoCertificate& certificate) {
  fmt::print(stderr,
             "certificate of {}, frontier: {} (routes connected {}, open {}, sums {}, none "
             "matched by another {}, none missing {}; {} ways followed)\n",
             subject.id, certificate.holds() ? "holds" : "FAILS", certificate.connected,
             certificate.open, certificate.costs_agree, certificate.nondominated,
             certificate.none_missing, certificate.ways_followed);
}

}  // namespace

void add_pareto_options(CLI::App& sub, ParetoCommand& command) {
  command.pareto =
      sub.add_option_function<std::string>(
             option_name,
             [&command](const std::string& text) { command.frontier.measures = measures_in(text); },
             "The routes of each trip that no other matches by all of these two to four: " +
                 known_text() + "; of cost,time with the value of time at which each is the best")
          ->type_name("MEASURES");
  sub.add_option_function<std::string>(
         "--epsilon",
         [&command](const std::string& text) {
           const std::optional<double> share = number_in<double>(text);
           if (!share || !(*share >= 0 && *share <= 1)) {
             throw CLI::ValidationError(
                 "--epsilon",
                 "'" + text + "' is no share from 0 to 1; 0.01 stands for one per cent");
           }
           command.frontier.epsilon = *share;
         },
         "With --pareto: leave out routes that another matches within this share by every measure; "
         "0, all routes, if left out")
      ->type_name("SHARE")
      ->needs(command.pareto);
  sub.add_option_function<std::string>(
         "--top",
         [&command](const std::string& text) {
           const std::optional<std::size_t> number = number_in<std::size_t>(text);
           if (!number) throw CLI::ValidationError("--top", "'" + text + "' is no whole number");
           command.top = *number;
           command.top_given = true;
         },
         "With --pareto: most routes of a trip to show, 0 for all; 20 if left out, and all in csv "
         "and json")
      ->type_name("N")
      ->needs(command.pareto);
}

std::string frontiers_of(const Compiled& compiled, const std::vector<RunResult>& runs,
                         const ParetoCommand& command, Format format, bool& certified) {
  std::vector<RunFrontiers> all;
  for (const RunResult& run : runs) {
    all.push_back({run, frontiers(compiled, run, command.frontier)});
    for (std::size_t i = 0; i < all.back().trips.size(); ++i) {
      const std::optional<ParetoCertificate>& certificate = all.back().trips[i].certificate;
      if (!certificate) continue;
      print_certificate(run.subjects[i], *certificate);
      certified = certified && certificate->holds();
    }
  }
  const bool for_programs = format == Format::csv || format == Format::json;
  const std::size_t top = for_programs && !command.top_given ? 0 : command.top;
  return report_frontiers(compiled, all, {command.frontier, top}, format);
}

}  // namespace corridor::cli
