#include "corridor/study/validate.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace corridor {

namespace {

/// A corridor's evaluation, and what must be said about it.
struct Modelled {
  Evaluation evaluation;
  std::string note;
};

class Validator {
 public:
  Validator(const Compiled& compiled, CargoId cargo)
      : compiled_{compiled},
        cargo_{compiled.network.cargoes[cargo]},
        worlds_{compiled, nullptr, compiled.network.state_date},
        world_{worlds_.of(cargo)} {}

  ValidationRow row(const Benchmark& benchmark) const {
    ValidationRow result;
    result.benchmark = &benchmark;
    if (benchmark.measure == BenchmarkMeasure::not_modelled) {
      result.why = benchmark.why_not.empty() ? "not modelled" : benchmark.why_not;
      return result;
    }
    const Modelled own = model(benchmark.corridor, benchmark);
    result.why = own.note;
    if (!own.evaluation.reachable) return result;
    if (benchmark.measure == BenchmarkMeasure::ratio) {
      const Modelled other = model(benchmark.against, benchmark);
      result.why = both(own.note, other.note);
      if (!other.evaluation.reachable) return result;
      compare(ratio(own.evaluation, other.evaluation, benchmark), result);
    } else {
      compare(measured(own.evaluation, benchmark.measure), result);
    }
    return result;
  }

 private:
  static std::string both(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty() || a == b) return a.empty() ? b : a;
    return a + "; " + b;
  }

  Modelled model(const std::string& corridor, const Benchmark& benchmark) const {
    const Network& network = compiled_.network;
    const std::optional<CorridorId> id = network.find_corridor(corridor);
    if (!id) return {{}, "there is no corridor " + corridor};
    const std::optional<NodeId> from = network.find_node(benchmark.from);
    const std::optional<NodeId> to = network.find_node(benchmark.to);
    Modelled result{evaluate_corridor(compiled_, world_, *id, from, to), {}};
    if (result.evaluation.reachable) return result;
    result.evaluation = evaluate_corridor(compiled_, world_, *id, from, to, true);
    result.note = result.evaluation.reachable
                      ? corridor + " is not in service; its closed links are taken as open"
                      : "no route along " + corridor;
    return result;
  }

  double measured(const Evaluation& evaluation, BenchmarkMeasure measure) const {
    switch (measure) {
      case BenchmarkMeasure::length_km:
        return evaluation.distance_km;
      case BenchmarkMeasure::time_d:
        return evaluation.time_h / hours_per_day;
      case BenchmarkMeasure::cost_usd_teu:
        return evaluation.cost_usd_t * cargo_.tonnes_per_teu.value.value;
      case BenchmarkMeasure::capacity_t_yr:
        return evaluation.throughput_t_yr;
      case BenchmarkMeasure::ratio:
      case BenchmarkMeasure::not_modelled:
        break;
    }
    return 0;
  }

  /// Of time, length or cost, as the unit says; a unit in per cent makes it a saving.
  static double ratio(const Evaluation& own, const Evaluation& other, const Benchmark& benchmark) {
    const auto says = [&](const char* word) {
      return benchmark.unit.find(word) != std::string::npos;
    };
    double share = own.cost_usd_t / other.cost_usd_t;
    if (says("time")) share = own.time_h / other.time_h;
    if (says("length")) share = own.distance_km / other.distance_km;
    return says("%") ? 100 * (1 - share) : share;
  }

  static void compare(double model, ValidationRow& row) {
    if (!std::isfinite(model)) {
      row.why = both(row.why, "the model knows no limit here");
      return;
    }
    const Benchmark& published = *row.benchmark;
    row.model = model;
    row.error = published.value != 0 ? model / published.value - 1 : 0;
    row.within_range = published.low <= model && model <= published.high;
  }

  static constexpr double hours_per_day = 24;

  const Compiled& compiled_;
  const Cargo& cargo_;
  Worlds worlds_;
  const World& world_;
};

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  return (values[middle - 1] + values[middle]) / 2;
}

/// The independent rows of a measure that have a model figure.
std::vector<const ValidationRow*> independent(const std::vector<ValidationRow>& rows,
                                              BenchmarkMeasure measure) {
  std::vector<const ValidationRow*> found;
  for (const ValidationRow& row : rows) {
    const Benchmark& published = *row.benchmark;
    if (published.measure != measure || published.used_as_input != UsedAsInput::no) continue;
    if (row.model) found.push_back(&row);
  }
  return found;
}

/// The error of each stretch of a corridor against the median of what is published for it.
std::vector<double> route_errors(const std::vector<const ValidationRow*>& rows) {
  struct Quotes {
    double model = 0;
    std::vector<double> published;
  };
  std::map<std::tuple<std::string, std::string, std::string, std::string>, Quotes> routes;
  for (const ValidationRow* row : rows) {
    const Benchmark& b = *row->benchmark;
    Quotes& quotes = routes[{b.corridor, b.from, b.to, b.against}];
    quotes.model = *row->model;
    quotes.published.push_back(b.value);
  }
  std::vector<double> errors;
  for (const auto& [route, quotes] : routes) {
    const double published = median(quotes.published);
    errors.push_back(published != 0 ? std::abs(quotes.model / published - 1) : 0);
  }
  return errors;
}

std::vector<ValidationMedian> medians_of(const std::vector<ValidationRow>& rows) {
  std::vector<ValidationMedian> medians;
  for (const BenchmarkMeasure measure :
       {BenchmarkMeasure::length_km, BenchmarkMeasure::time_d, BenchmarkMeasure::cost_usd_teu,
        BenchmarkMeasure::capacity_t_yr, BenchmarkMeasure::ratio}) {
    const std::vector<const ValidationRow*> found = independent(rows, measure);
    if (found.empty()) continue;
    std::vector<double> errors;
    for (const ValidationRow* row : found) errors.push_back(std::abs(row->error));
    const std::vector<double> routes = route_errors(found);
    medians.push_back({measure, static_cast<int>(errors.size()), median(errors),
                       static_cast<int>(routes.size()), median(routes)});
  }
  return medians;
}

}  // namespace

Validation validate(const Compiled& compiled, CargoId cargo) {
  const Validator validator{compiled, cargo};
  Validation result;
  for (const Benchmark& benchmark : compiled.network.benchmarks) {
    result.rows.push_back(validator.row(benchmark));
  }
  result.medians = medians_of(result.rows);
  return result;
}

}  // namespace corridor
