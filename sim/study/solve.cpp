#include "corridor/study/solve.hpp"

#include <utility>

#include <fmt/format.h>

#include "corridor/core/stopwatch.hpp"
#include "corridor/route/certificate.hpp"
#include "corridor/route/k_shortest.hpp"
#include "corridor/route/k_shortest_certificate.hpp"
#include "corridor/route/tree_certificate.hpp"

#include "study/verdict.hpp"

namespace corridor {

namespace {

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

SolveCertificate certificate_of(const Instance& instance, const SolveQuestion& question,
                                const std::vector<Path>& paths) {
  const LooplessCertificate found = certify(instance.graph, instance.weight,
                                            {question.from, *question.to, {}}, paths, question.k);
  const bool holds = found.holds();
  return {holds,
          fmt::format("{} {}: {}, {}, {}, {}; {} sets of others searched: {}", paths.size(),
                      paths.size() == 1 ? "path" : "paths", verdict(holds, found.sound, "sound"),
                      verdict(holds, found.loopless, "without loops"),
                      verdict(holds, found.different, "all different"),
                      verdict(holds, found.ordered, "in order"), found.sets_searched,
                      verdict(holds, found.none_missing, "none is missing"))};
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
