#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "corridor/core/stopwatch.hpp"
#include "corridor/study/solve_flow.hpp"

#include "study/assignment_proof.hpp"
#include "study/verdict.hpp"

namespace corridor {

namespace {

using Named = std::pair<const char*, AssignmentMethod>;
constexpr std::array<Named, 4> methods = {{{"algorithm_b", AssignmentMethod::algorithm_b},
                                           {"bfw", AssignmentMethod::biconjugate_frank_wolfe},
                                           {"cfw", AssignmentMethod::conjugate_frank_wolfe},
                                           {"fw", AssignmentMethod::frank_wolfe}}};

/// Sums of millions of terms in floating point are not exact; volumes and gaps may be off by so
/// much, relative to all trips and to all cost.
constexpr double rounding_of_volumes = 1e-9;
constexpr double rounding_of_gaps = 1e-12;

SolveCertificate in_words(const AssignmentCertificate& proof, double volume, double gap) {
  const double slack = rounding_of_volumes * std::max(volume, 1.0);
  const bool conserved = proof.worst_imbalance <= slack && proof.worst_volume_sum <= slack &&
                         proof.least_volume >= -slack;
  const bool gap_agrees = proof.relative_gap <= std::max(gap, 0.0) * 1.001 + rounding_of_gaps;
  const bool none_left_out = proof.wrongly_left_out == 0;
  const bool holds = conserved && gap_agrees && none_left_out;
  return {holds,
          fmt::format("{}, to {:.1e}; {}, {:.1e}; {}", verdict(holds, conserved, "conserved"),
                      std::max(proof.worst_imbalance, proof.worst_volume_sum),
                      verdict(holds, gap_agrees, "gap by shortest paths of its own"),
                      proof.relative_gap,
                      verdict(holds, none_left_out, "no pair with a path left out"))};
}

void add_costs(const AssignmentQuestion& question, AssignmentAnswer& answer) {
  const DemandClass& trips = question.trips;
  for (const ArcId arc : question.network.graph->arcs()) {
    const double volume = answer.flow.volume[arc];
    answer.time.add(time_at(question.network.delay[arc], volume));
    answer.cost.add(answer.time[arc] + (trips.fixed.empty() ? 0 : trips.fixed[arc]));
    if (volume == 0) continue;
    answer.total_time += volume * answer.time[arc];
    answer.total_cost += volume * answer.cost[arc];
  }
}

}  // namespace

AssignmentProof prove(const AssignmentQuestion& question, const Assignment& answer) {
  double volume = 0;
  for (const OdVolume& pair : question.trips.demand) volume += pair.volume;
  AssignmentProof proof;
  proof.figures =
      certify(question.network, {&question.trips, 1}, question.options.principle, answer);
  proof.words = in_words(proof.figures, volume, answer.relative_gap);
  return proof;
}

AssignmentAnswer solve(const AssignmentQuestion& question) {
  AssignmentAnswer answer;
  Stopwatch watch;
  answer.flow = assign(question.network, {&question.trips, 1}, question.options);
  answer.answer_s = watch.lap();
  add_costs(question, answer);
  for (std::size_t i = 0; i < question.trips.demand.size(); ++i) {
    const double volume = question.trips.demand[i].volume;
    answer.asked += volume;
    if (answer.flow.carried[0][i] == 0) answer.left_out += volume;
  }
  if (!question.certify) return answer;
  AssignmentProof proof = prove(question, answer.flow);
  answer.proof = proof.figures;
  answer.certificate = std::move(proof.words);
  return answer;
}

std::string name_of(AssignmentMethod method) {
  const auto* found = std::find_if(methods.begin(), methods.end(),
                                   [&](const Named& one) { return one.second == method; });
  return found->first;
}

std::optional<AssignmentMethod> assignment_method_by_name(const std::string& name) {
  const auto* found = std::find_if(methods.begin(), methods.end(),
                                   [&](const Named& one) { return one.first == name; });
  return found == methods.end() ? std::nullopt : std::optional{found->second};
}

std::vector<std::string> assignment_method_names() {
  std::vector<std::string> names;
  for (const Named& one : methods) names.emplace_back(one.first);
  return names;
}

}  // namespace corridor
