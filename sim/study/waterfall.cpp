#include <algorithm>
#include <cmath>
#include <numeric>

#include "corridor/study/run.hpp"

namespace corridor {

namespace {

/// Whole numbers that add up to `total` and lie as near to `parts` as that allows: each part is
/// rounded, and what is then missing goes one by one to the parts whose rounding went furthest the
/// other way (largest remainders). Parts that are nothing stay nothing.
std::array<long long, component_count> apportion(const Breakdown& parts, long long total) {
  std::array<long long, component_count> whole{};
  std::array<std::size_t, component_count> order{};
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = 0; i < component_count; ++i) whole[i] = std::llround(parts[i]);
  const long long missing = total - std::accumulate(whole.begin(), whole.end(), 0LL);
  const long long step = missing > 0 ? 1 : -1;
  const auto lag = [&](std::size_t i) {
    return static_cast<double>(step) * (parts[i] - static_cast<double>(whole[i]));
  };
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const bool some_a = parts[a] != 0;
    const bool some_b = parts[b] != 0;
    return some_a != some_b ? some_a : lag(a) > lag(b);
  });
  for (long long k = 0; k < std::abs(missing); ++k) {
    whole[order[static_cast<std::size_t>(k) % component_count]] += step;
  }
  return whole;
}

struct Totals {
  double baseline;
  double scenario;
  const Breakdown& baseline_parts;
  const Breakdown& scenario_parts;
};

Waterfall waterfall(const Totals& totals, double factor, int decimals) {
  const double scale = std::pow(10.0, decimals);
  Breakdown parts{};
  for (std::size_t i = 0; i < component_count; ++i) {
    parts[i] = factor * scale * (totals.scenario_parts[i] - totals.baseline_parts[i]);
  }
  const long long total = std::llround(factor * scale * totals.scenario) -
                          std::llround(factor * scale * totals.baseline);
  const std::array<long long, component_count> whole = apportion(parts, total);
  Waterfall result;
  for (std::size_t i = 0; i < component_count; ++i) {
    result.change[i] = static_cast<double>(whole[i]) / scale;
  }
  result.total = static_cast<double>(total) / scale;
  return result;
}

bool comparable(const Subject& subject) {
  return subject.baseline.evaluation.reachable && subject.scenario.evaluation.reachable;
}

}  // namespace

Waterfall cost_waterfall(const Subject& subject, double tonnes_per_unit, int decimals) {
  if (!comparable(subject)) return {};
  const Evaluation& before = subject.baseline.evaluation;
  const Evaluation& after = subject.scenario.evaluation;
  return waterfall(
      {before.cost_usd_t, after.cost_usd_t, before.cost_by_component, after.cost_by_component},
      tonnes_per_unit, decimals);
}

Waterfall time_waterfall(const Subject& subject, int decimals) {
  if (!comparable(subject)) return {};
  const Evaluation& before = subject.baseline.evaluation;
  const Evaluation& after = subject.scenario.evaluation;
  return waterfall({before.time_h, after.time_h, before.time_by_component, after.time_by_component},
                   1, decimals);
}

}  // namespace corridor
