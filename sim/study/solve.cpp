#include "corridor/study/solve.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "corridor/core/stopwatch.hpp"
#include "corridor/route/certificate.hpp"
#include "corridor/route/k_shortest.hpp"
#include "corridor/route/tree_certificate.hpp"

namespace corridor {

namespace {

std::string verdict(bool holds, bool part, const char* words) {
  return holds ? words : fmt::format("{} {}", words, part);
}

SolveCertificate certificate_of(const Instance& instance, const PathQuery& query,
                                const ProvedPath& answer) {
  const PathCertificate found = certify(instance.graph, instance.weight, query, answer);
  const bool holds = found.holds();
  return {holds, fmt::format("{} arcs: {}, {}, {}, {}, {}", found.arcs_checked,
                             verdict(holds, found.connected, "path connected"),
                             verdict(holds, found.open, "open"),
                             verdict(holds, found.weight_agrees, "weight"),
                             verdict(holds, found.potentials_feasible, "potentials"),
                             verdict(holds, found.tight, "tight"))};
}

SolveCertificate certificate_of(const Instance& instance, const PathTree& tree) {
  const TreeCertificate found = certify(instance.graph, instance.weight, tree);
  const bool holds = found.holds();
  return {holds,
          fmt::format("{} arcs: {}, {}, {}, {}", found.arcs_checked,
                      verdict(holds, found.rooted, "tree rooted"),
                      verdict(holds, found.open, "open"), verdict(holds, found.tight, "tight"),
                      verdict(holds, found.feasible, "distances"))};
}

/// Whether the arcs lead from one vertex to the other, pass none twice, and add up to the weight.
bool is_loopless(const Instance& instance, const SolveQuestion& question, const Path& path) {
  std::vector<VertexId> passed{question.from};
  Weight weight = 0;
  for (const ArcId arc : path.arcs) {
    if (instance.graph.tail(arc) != passed.back()) return false;
    passed.push_back(instance.graph.head(arc));
    weight += instance.weight[arc.index()];
  }
  const bool arrives = passed.back() == *question.to && weight == path.weight;
  std::sort(passed.begin(), passed.end());
  return arrives && std::adjacent_find(passed.begin(), passed.end()) == passed.end();
}

/// That the first is the cheapest is proved by potentials. That none was passed over is not; but
/// each is a path, without a loop, unlike the others and no cheaper than the one before.
SolveCertificate certificate_of(const Instance& instance, const SolveQuestion& question,
                                const std::vector<Path>& paths) {
  const PathQuery query{question.from, *question.to, {}};
  const ProvedPath first = shortest_path(instance.graph, instance.weight, query);
  SolveCertificate certificate = certificate_of(instance, query, first);
  bool sound = paths.empty() == !first.path.found;
  std::set<std::vector<ArcId>> seen;
  Weight last = first.path.weight;
  if (!paths.empty()) sound = paths.front().weight == last;
  for (const Path& path : paths) {
    sound = sound && is_loopless(instance, question, path) && path.weight >= last &&
            seen.insert(path.arcs).second;
    last = path.weight;
  }
  certificate.holds = certificate.holds && sound;
  certificate.checked += fmt::format(
      "; {} {}: {}", paths.size(), paths.size() == 1 ? "path" : "paths",
      sound ? "without loops, in order, all different" : "a loop, a wrong order or a doubled path");
  return certificate;
}

void solve_one(const Instance& instance, const SolveQuestion& question, SolveAnswer& answer) {
  Stopwatch watch;
  const auto solver = make_solver(instance.graph, instance.points, question.solver);
  solver->customise(instance.weight);
  answer.prepare_s = watch.lap();
  ProvedPath proved;
  if (question.certify) {
    proved = solver->prove(question.from, *question.to);
  } else {
    proved.path = solver->path(question.from, *question.to);
  }
  answer.answer_s = watch.lap();
  if (question.certify) {
    answer.certificate = certificate_of(instance, {question.from, *question.to, {}}, proved);
  }
  if (proved.path.found) answer.paths.push_back(std::move(proved.path));
}

}  // namespace

SolveAnswer solve(const Instance& instance, const SolveQuestion& question) {
  SolveAnswer answer;
  if (question.to && question.k == 1) {
    solve_one(instance, question, answer);
    return answer;
  }
  Stopwatch watch;
  if (question.to) {
    answer.paths = k_shortest_paths(instance.graph, instance.weight,
                                    {question.from, *question.to, {}}, question.k);
  } else {
    answer.tree = shortest_paths(instance.graph, instance.weight, question.from);
  }
  answer.answer_s = watch.lap();
  if (!question.certify) return answer;
  answer.certificate = question.to ? certificate_of(instance, question, answer.paths)
                                   : certificate_of(instance, *answer.tree);
  return answer;
}

}  // namespace corridor
