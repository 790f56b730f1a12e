#include "study/claims.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "corridor/scenario/names.hpp"

namespace corridor {

namespace {

/// Nearer than this, relative to the bound, two figures are the same.
constexpr double tolerance = 1e-9;

const Trip* find_trip(const Scenario& scenario, const std::string& id) {
  const auto by_id = std::ranges::find(scenario.trips, id, &Trip::id);
  if (by_id != scenario.trips.end()) return &*by_id;
  const auto by_ends = std::ranges::find_if(scenario.trips, [&](const Trip& trip) {
    return trip.from.text + " -> " + trip.to.text == id;
  });
  return by_ends == scenario.trips.end() ? nullptr : &*by_ends;
}

ClaimResult cannot_tell(ClaimResult result, std::string why) {
  result.verdict = Verdict::cannot_tell;
  result.why = std::move(why);
  return result;
}

/// How far a value lies on the wrong side of its bound; 0 on the right side.
double miss_of(double value, Comparison comparison, double bound) {
  switch (comparison) {
    case Comparison::less:
    case Comparison::less_equal:
      return std::max(0.0, value - bound);
    case Comparison::greater:
    case Comparison::greater_equal:
      return std::max(0.0, bound - value);
    case Comparison::equal:
      break;
  }
  return std::abs(value - bound);
}

bool satisfies(double value, Comparison comparison, double bound) {
  const bool same = std::abs(value - bound) <= tolerance * std::max(1.0, std::abs(bound));
  if (comparison == Comparison::less) return !same && value < bound;
  if (comparison == Comparison::greater) return !same && value > bound;
  return same || miss_of(value, comparison, bound) == 0;
}

void decide(ClaimResult& result) {
  const Expectation& claim = *result.expectation;
  const bool holds = satisfies(result.value, claim.comparison, claim.bound);
  result.verdict = holds ? Verdict::holds : Verdict::fails;
  result.miss = holds ? 0 : miss_of(result.value, claim.comparison, claim.bound);
}

/// A figure as a reader takes it in: whole where it is large, with two decimals where it is small.
std::string figure(double value, const std::string& unit) {
  const int decimals = std::abs(value) >= 100 || value == std::round(value) ? 0 : 2;
  return fmt::format("{:.{}f}{}{}", value, decimals, unit.empty() ? "" : " ", unit);
}

/// Without gates a trip by a corridor is any trip, and nothing can be said of the corridor.
std::string corridor_without_gates(const Network& network, const Expectation& claim) {
  for (const std::optional<Name>& name : {claim.corridor, claim.against}) {
    if (!name) continue;
    const std::optional<CorridorId> id = network.find_corridor(name->text);
    if (!id) return "there is no corridor " + name->text;
    if (network.corridors[*id].gates.empty()) {
      return "corridor " + name->text + " has no gates, so that any trip goes by it";
    }
  }
  return {};
}

/// The figures that one claim compares.
class Claim {
 public:
  Claim(const Network& network, const Trip& trip, const Expectation& claim)
      : network_{network}, trip_{trip}, claim_{claim} {}

  ClaimResult judge(const Evaluation& measured, const Evaluation* reference) const {
    ClaimResult result;
    result.expectation = &claim_;
    if (claim_.reachable) return judge_reachable(std::move(result), measured);
    if (!measured.reachable) return cannot_tell(result, "no route" + by(claim_.corridor));
    result.measured = result.value = measure(measured);
    if (reference != nullptr) return judge_change(std::move(result), measured, *reference);
    return judge_value(std::move(result), measured);
  }

 private:
  const Cargo& cargo() const {
    if (trip_.cargo.text.empty()) return network_.cargoes[CargoId{0}];
    return network_.cargoes[network_.find_cargo(trip_.cargo.text).value()];
  }
  double measure(const Evaluation& evaluation) const {
    return measure_of(evaluation, claim_.measure, cargo().tonnes_per_unit().value);
  }
  std::string unit() const { return unit_of(claim_.measure, cargo().unit); }
  static std::string by(const std::optional<Name>& corridor) {
    return corridor ? " by " + corridor->text : std::string{};
  }

  ClaimResult judge_reachable(ClaimResult result, const Evaluation& found) const {
    result.verdict = found.reachable == *claim_.reachable ? Verdict::holds : Verdict::fails;
    result.measured = result.value = found.reachable ? 1 : 0;
    result.why = (found.reachable ? "there is a route" : "there is no route") + by(claim_.corridor);
    return result;
  }

  /// A class capacity that somebody assumed can neither bear a claim out nor refute it.
  bool rests_on_assumption(const Evaluation& evaluation) const {
    return claim_.measure == Measure::throughput && evaluation.throughput_assumed;
  }

  ClaimResult judge_value(ClaimResult result, const Evaluation& measured) const {
    if (std::isinf(result.value)) return cannot_tell(result, "nothing limits the throughput");
    if (rests_on_assumption(measured)) {
      return cannot_tell(result, figure(result.value, unit()) + ", an assumed capacity");
    }
    decide(result);
    result.why = figure(result.value, unit()) + by(claim_.corridor) + weakness(measured);
    return result;
  }

  ClaimResult judge_change(ClaimResult result, const Evaluation& measured,
                           const Evaluation& reference) const {
    if (!reference.reachable) return cannot_tell(result, "no route" + against());
    result.reference = measure(reference);
    if (std::isinf(result.measured) || std::isinf(result.reference)) {
      return cannot_tell(result, "nothing limits the throughput");
    }
    if (rests_on_assumption(measured) || rests_on_assumption(reference)) {
      return cannot_tell(result, sides(result) + ", of which one is an assumed capacity");
    }
    if (result.reference == 0 && result.measured != 0) {
      return cannot_tell(result, "no share of nothing: " + sides(result));
    }
    result.value = result.reference == 0 ? 0 : result.measured / result.reference - 1;
    decide(result);
    result.why =
        fmt::format("{}: {:+.1f} %{}", sides(result), 100 * result.value, weakness(measured));
    return result;
  }

  std::string against() const {
    return claim_.against ? by(claim_.against) : " in the baseline" + by(claim_.corridor);
  }
  std::string sides(const ClaimResult& result) const {
    return figure(result.measured, unit()) + by(claim_.corridor) + " against " +
           figure(result.reference, unit()) + against();
  }

  /// How much of the measured figure is a guess, where it is one that can be told.
  std::string weakness(const Evaluation& measured) const {
    const bool cost = claim_.measure == Measure::cost;
    if (!cost && claim_.measure != Measure::time) return {};
    const double whole = cost ? measured.cost_usd_t : measured.time_h;
    const double weak = cost ? measured.weak_cost_usd_t : measured.weak_time_h;
    if (whole <= 0 || weak <= 0) return {};
    return fmt::format(" ({:.0f} % of it rests on assumptions)", 100 * weak / whole);
  }

  const Network& network_;
  const Trip& trip_;
  const Expectation& claim_;
};

}  // namespace

ClaimQuestions ask(const Compiled& compiled, const Expectation& expectation,
                   const RunContext& context, const RunOptions& options, TripBook& book) {
  const Trip* trip = find_trip(context.scenario, expectation.trip.text);
  if (trip == nullptr || !corridor_without_gates(compiled.network, expectation).empty()) return {};
  const Objective objective = objective_of(*trip, context.scenario, options);
  const auto question = [&](Worlds& worlds, const std::optional<Name>& corridor) {
    const std::optional<CorridorId> by_corridor =
        corridor ? compiled.network.find_corridor(corridor->text) : std::nullopt;
    TripQuery query = resolve_trip(compiled, *trip, objective, by_corridor);
    const World& world = worlds.of(query.cargo);
    return book.ask(world, std::move(query));
  };
  ClaimQuestions questions{question(context.after, expectation.corridor), {}};
  if (expectation.reachable || !expectation.relative) return questions;
  questions.reference = expectation.against ? question(context.after, expectation.against)
                                            : question(context.before, expectation.corridor);
  return questions;
}

ClaimResult judge(const Compiled& compiled, const Expectation& expectation,
                  const RunContext& context, const ClaimQuestions& questions,
                  const TripBook& book) {
  ClaimResult result;
  result.expectation = &expectation;
  const Trip* trip = find_trip(context.scenario, expectation.trip.text);
  if (trip == nullptr) return cannot_tell(result, "there is no trip " + expectation.trip.text);
  if (!questions.measured) {
    return cannot_tell(result, corridor_without_gates(compiled.network, expectation));
  }
  const Evaluation* reference =
      questions.reference ? &book.answer(*questions.reference).evaluation : nullptr;
  return Claim{compiled.network, *trip, expectation}.judge(
      book.answer(*questions.measured).evaluation, reference);
}

}  // namespace corridor
