#include "corridor/study/pareto.hpp"

#include <algorithm>
#include <stdexcept>

#include "study/pareto_boarding.hpp"
#include "study/trip_query.hpp"

namespace corridor {

namespace {

Objective objective_of(Measure measure) {
  switch (measure) {
    case Measure::time:
      return Objective::time;
    case Measure::distance:
      return Objective::distance;
    case Measure::emissions:
      return Objective::emissions;
    default:
      return Objective::cost;
  }
}

void check(const std::vector<Measure>& measures) {
  const std::vector<Measure>& known = traded_measures();
  bool good = measures.size() >= 2 && measures.size() <= most_objectives;
  for (const Measure measure : measures) {
    good = good && std::ranges::count(measures, measure) == 1 &&
           std::ranges::find(known, measure) != known.end();
  }
  if (!good) throw std::invalid_argument{"a frontier is of two to four different measures"};
}

/// A trip's question to a ParetoSolver: on the topology, or, by borders, on its BoardingGraph.
class Question {
 public:
  Question(const Compiled& compiled, const World& world, const TripQuery& query,
           const std::vector<Measure>& measures)
      : graph_{&compiled.topology.graph} {
    const bool by_borders = std::ranges::find(measures, Measure::borders) != measures.end();
    if (by_borders) {
      boarding_.emplace(compiled);
      graph_ = &boarding_->graph();
    }
    TripQuery asked = query;
    for (const Measure measure : measures) {
      asked.objective = objective_of(measure);
      const IdVector<ArcId, Weight> weights = trip_weights(compiled, world, asked);
      const std::span<const Weight> values = weights.values();
      if (measure == Measure::borders) {
        weights_.emplace_back(boarding_->borders().begin(), boarding_->borders().end());
      } else if (by_borders) {
        weights_.push_back(boarding_->spread(values));
      } else {
        weights_.emplace_back(values.begin(), values.end());
      }
    }
    columns_.assign(weights_.begin(), weights_.end());
  }
  // What it holds points into itself.
  Question(const Question&) = delete;
  Question& operator=(const Question&) = delete;

  const Graph& graph() const { return *graph_; }
  WeightColumns columns() const { return columns_; }
  PathQuery spread(const PathQuery& query) const {
    return boarding_ ? boarding_->spread(query) : query;
  }
  /// The path's arcs as those of the topology.
  ParetoPath original(ParetoPath path) const {
    if (boarding_) {
      for (ArcId& arc : path.arcs) arc = boarding_->original(arc);
    }
    return path;
  }

 private:
  std::optional<BoardingGraph> boarding_;
  const Graph* graph_;
  std::vector<std::vector<Weight>> weights_;
  std::vector<std::span<const Weight>> columns_;
};

bool is_as_good(const CostVector& a, const CostVector& b) {
  return std::ranges::equal(a, b, std::less_equal<Weight>{});
}

/// Of the paths of all orders those that none matches; of equal ones that of the first order.
std::vector<ParetoPath> nondominated(std::vector<ParetoPath> paths) {
  std::ranges::stable_sort(paths, {}, &ParetoPath::cost);
  std::vector<ParetoPath> result;
  for (ParetoPath& path : paths) {
    const bool matched = std::ranges::any_of(
        result, [&path](const ParetoPath& before) { return is_as_good(before.cost, path.cost); });
    if (!matched) result.push_back(std::move(path));
  }
  return result;
}

ParetoCertificate both(const ParetoCertificate& a, const ParetoCertificate& b) {
  return {a.connected && b.connected,       a.open && b.open,
          a.costs_agree && b.costs_agree,   a.nondominated && b.nondominated,
          a.none_missing && b.none_missing, a.ways_followed + b.ways_followed};
}

/// USD/t/h at which two routes are equally good, the first being the cheaper and slower one.
double break_even(const CostVector& slow, const CostVector& fast) {
  return static_cast<double>(fast[0] - slow[0]) / static_cast<double>(slow[1] - fast[1]);
}

/// Gives the corners of the convex hull of (cost, time) their values of time. Points on its edges
/// are at no value better than both corners.
void give_values_of_time(const std::vector<ParetoPath>& paths, bool time_first,
                         std::vector<FrontierMember>& members) {
  struct Corner {
    std::size_t member;
    CostVector cost;
    double from = 0;
  };
  std::vector<Corner> hull;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const std::size_t member = time_first ? paths.size() - 1 - i : i;  // the cheapest first
    CostVector cost = paths[member].cost;
    if (time_first) std::swap(cost[0], cost[1]);
    while (hull.size() > 1 && break_even(hull.back().cost, cost) <= hull.back().from) {
      hull.pop_back();
    }
    hull.push_back({member, cost, hull.empty() ? 0 : break_even(hull.back().cost, cost)});
  }
  for (std::size_t i = 0; i < hull.size(); ++i) {
    ValueOfTime value{hull[i].from};
    if (i + 1 < hull.size()) value.to_usd_t_h = hull[i + 1].from;
    members[hull[i].member].best_for = value;
  }
}

std::vector<FrontierMember> members_of(const Compiled& compiled, const World& world,
                                       const TripQuery& query,
                                       const std::vector<ParetoPath>& paths) {
  std::vector<FrontierMember> members;
  const double hour_usd_t = value_of_time(compiled.network, query.cargo);
  for (const ParetoPath& path : paths) {
    FrontierMember& member = members.emplace_back();
    member.evaluation = evaluate(compiled, world.metric, path.arcs, hour_usd_t);
    member.route = in_words(compiled.network, compiled.topology, path.arcs);
    member.difference = difference_in_words(compiled, world.metric, paths.front().arcs, path.arcs);
  }
  return members;
}

}  // namespace

const std::vector<Measure>& traded_measures() {
  static const std::vector<Measure> measures{Measure::cost, Measure::time, Measure::distance,
                                             Measure::emissions, Measure::borders};
  return measures;
}

Frontier frontier(const Compiled& compiled, const World& world, const TripQuery& query,
                  const FrontierOptions& options) {
  check(options.measures);
  const Question question{compiled, world, query, options.measures};
  ParetoSolver solver{question.graph(), question.columns()};
  Frontier result;
  std::vector<ParetoPath> paths;
  for (const PathQuery& order : path_queries(compiled.topology, query)) {
    const PathQuery asked = question.spread(order);
    ParetoSet set = solver.solve(asked, {options.epsilon, options.most_labels});
    result.complete = result.complete && set.complete;
    result.labels += set.labels;
    if (options.certify) {
      const ParetoCertificate certificate =
          certify(question.graph(), question.columns(), asked, set);
      result.certificate =
          result.certificate ? both(*result.certificate, certificate) : certificate;
    }
    for (ParetoPath& path : set.paths) paths.push_back(question.original(std::move(path)));
  }
  paths = nondominated(std::move(paths));
  result.members = members_of(compiled, world, query, paths);
  const std::vector<Measure>& of = options.measures;
  const auto has = [&](Measure measure) { return std::ranges::find(of, measure) != of.end(); };
  if (of.size() == 2 && has(Measure::cost) && has(Measure::time)) {
    give_values_of_time(paths, of.front() == Measure::time, result.members);
  }
  return result;
}

std::vector<Frontier> frontiers(const Compiled& compiled, const RunResult& run,
                                const FrontierOptions& options) {
  Worlds worlds{compiled, run.scenario, run.scenario_date};
  std::vector<Frontier> result;
  for (std::size_t i = 0; i < run.scenario->trips.size(); ++i) {
    const TripQuery query =
        resolve_trip(compiled, run.scenario->trips[i], run.subjects[i].objective);
    result.push_back(frontier(compiled, worlds.of(query.cargo), query, options));
  }
  return result;
}

}  // namespace corridor
