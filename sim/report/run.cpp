#include <algorithm>
#include <variant>

#include "corridor/report/report.hpp"
#include "corridor/scenario/names.hpp"

#include "report/carriage_parts.hpp"
#include "report/number.hpp"
#include "report/run_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

void append(Document& document, Document part) {
  for (Block& block : part) document.push_back(std::move(block));
}

bool changes_nothing(const RunResult& run) {
  return run.scenario->changes.empty() && run.scenario->baseline.empty() &&
         run.baseline_date == run.scenario_date &&
         std::all_of(run.subjects.begin(), run.subjects.end(), is_unchanged);
}

Document run_document(const Compiled& compiled, const RunResult& run) {
  Document document = run_header(compiled, run);
  const bool profile = changes_nothing(run);
  std::vector<const Subject*> unchanged;
  for (const Subject& subject : run.subjects) {
    if (profile) {
      append(document, subject_profile(compiled, subject));
    } else if (is_unchanged(subject)) {
      unchanged.push_back(&subject);
    } else {
      append(document, subject_comparison(compiled, subject));
    }
  }
  if (run.subjects.empty()) {
    document.emplace_back(Paragraph{"The scenario asks for no trip and no corridor."});
  }
  if (!unchanged.empty()) {
    document.emplace_back(Heading{2, "Unchanged"});
    document.emplace_back(unchanged_table(compiled, unchanged));
  }
  append(document, run_footer(compiled, run));
  return document;
}

/// By how much a claim fails: a change in percentage points, a figure in its unit.
std::string miss_text(const Network& network, const RunResult& run, const ClaimResult& result) {
  const Expectation& claim = *result.expectation;
  if (result.verdict != Verdict::fails || claim.reachable) return {};
  if (claim.relative) return "; off by " + number(100 * result.miss, 1) + " percentage points";
  Per per = Per::tonne;
  for (const Subject& subject : run.subjects) {
    if (subject.id == claim.trip.text) per = network.cargoes[subject.cargo].unit;
  }
  const std::string unit = unit_of(claim.measure, per);
  return "; off by " + number(result.miss, result.miss >= 100 ? 0 : 2) +
         (unit.empty() ? "" : ' ' + unit);
}

std::string claim_text(const ClaimResult& result) {
  const Expectation& claim = *result.expectation;
  std::string text = claim.claim + ": ";
  if (claim.reachable) {
    text += claim.trip.text + (*claim.reachable ? " has a route" : " has no route");
  } else {
    text += to_string(claim.measure) + " of " + claim.trip.text;
    if (claim.corridor) text += " by " + claim.corridor->text;
    if (claim.against) text += " against " + claim.against->text;
    text += ' ' + claim.text;
  }
  if (!result.why.empty()) text += "; " + result.why;
  return text;
}

const char* verdict_text(Verdict verdict) {
  switch (verdict) {
    case Verdict::holds:
      return "holds";
    case Verdict::fails:
      return "FAILS";
    case Verdict::cannot_tell:
      return "cannot be told";
  }
  return "";
}

}  // namespace

std::string baseline_name(const Scenario& scenario) {
  return scenario.baseline.empty() ? "the network as it stands" : scenario.baseline.front().id;
}

std::string effect_text(const Effect& effect) {
  if (std::holds_alternative<DemandChange>(effect.change->what)) {
    return effect.change->text + "  (of the demand)";
  }
  std::vector<std::string> matched;
  if (!effect.links.empty()) matched.push_back(count_of(effect.links.size(), "link"));
  if (!effect.nodes.empty()) matched.push_back(count_of(effect.nodes.size(), "node"));
  std::string text = effect.change->text;
  if (!matched.empty()) text += "  (" + enumerate(matched) + ")";
  if (!effect.changed_anything) text += "  (no effect)";
  return text;
}

std::string no_route_text(const Network& network, const std::optional<Disconnection>& why) {
  if (!why) return "no route";
  if (why->never) return "no route, not even with every link open";
  const auto names = [&](const std::vector<LinkId>& links) {
    std::vector<std::string> result;
    for (const LinkId link : links) result.push_back(network.link_name(link));
    return result;
  };
  std::string text = "no route";
  if (!why->cut.empty()) text += ". Cut at: " + list_some(names(why->cut), 6);
  if (why->restoring.size() == 1) {
    text += ". Opening " + network.link_name(why->restoring.front()) + " would restore one";
  } else if (!why->restoring.empty()) {
    text += ". Together these would restore one: " + list_some(names(why->restoring), 6);
  }
  return text;
}

Document run_header(const Compiled& compiled, const RunResult& run) {
  const Scenario& scenario = *run.scenario;
  Facts facts;
  facts.push_back({"scenario", scenario.id + " (" + scenario.content_hash + "), against " +
                                   baseline_name(scenario)});
  facts.push_back({"network", compiled.network.id + " (" + run.network_hash + ")"});
  std::string date = to_string(run.scenario_date);
  if (run.baseline_date != run.scenario_date) {
    date += "; baseline as of " + to_string(run.baseline_date);
  }
  facts.push_back({"state of", date});
  std::string label = "changes";
  for (const Effect& effect : run.effects) {
    facts.push_back({label, effect_text(effect)});
    label.clear();
  }
  if (run.effects.empty()) facts.push_back({label, "none"});
  return {Heading{1, scenario.title.empty() ? scenario.id : scenario.title}, std::move(facts)};
}

Document run_footer(const Compiled& compiled, const RunResult& run) {
  Document document;
  if (!run.claims.empty()) {
    Facts facts;
    for (const ClaimResult& claim : run.claims) {
      facts.push_back({verdict_text(claim.verdict),
                       claim_text(claim) + miss_text(compiled.network, run, claim)});
    }
    document.emplace_back(Heading{2, "Claims"});
    document.emplace_back(std::move(facts));
  }
  if (!run.news.empty()) {
    Facts facts;
    for (const std::string& line : run.news) facts.push_back({"-", line});
    document.emplace_back(Heading{2, "Last news of the routes"});
    document.emplace_back(std::move(facts));
  }
  return document;
}

std::string report_run(const Compiled& compiled, const std::vector<RunResult>& runs, Format format,
                       const CarriageReport* demand) {
  if (format == Format::json) return run_json(compiled, runs, demand);
  if (format == Format::csv) return render(run_table(compiled, runs, demand), format);
  Document document;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    append(document, run_document(compiled, runs[i]));
    if (demand != nullptr)
      append(document, carriage_summary(compiled, *demand, demand->results[i]));
  }
  return render(document, format);
}

}  // namespace corridor
