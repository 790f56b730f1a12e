#include "corridor/flow/whole_units.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace corridor {

namespace {

/// Of the error of a division and of the decimal fraction that was divided.
constexpr double relative_error = 1e-12;

double in_units(double value, double resolution) {
  if (!(resolution > 0) || !std::isfinite(resolution)) {
    throw std::invalid_argument{"the resolution is not positive"};
  }
  const double units = value / resolution;
  if (!(std::abs(units) < static_cast<double>(unlimited_tonnage))) {
    throw std::invalid_argument{"a number is not one, or has too many units"};
  }
  return units;
}

Tonnage rounded_down(double units) {
  return static_cast<Tonnage>(std::floor(units + std::abs(units) * relative_error));
}

/// Adds `missing` units, one each, to those that have lost most by rounding towards zero.
void give_back(std::vector<Tonnage>& whole, const std::vector<double>& units, Tonnage missing) {
  const double sign = missing > 0 ? 1 : -1;
  std::vector<std::size_t> order(whole.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto loss = [&](std::size_t i) {
    return sign * (units[i] - static_cast<double>(whole[i]));
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return loss(a) > loss(b); });
  for (std::size_t i = 0; i < order.size() && missing != 0; ++i) {
    if (loss(order[i]) <= 0) return;
    whole[order[i]] += missing > 0 ? 1 : -1;
    missing += missing > 0 ? -1 : 1;
  }
}

}  // namespace

std::vector<Tonnage> whole_capacities(std::span<const double> values, double resolution) {
  std::vector<Tonnage> whole;
  for (const double value : values) {
    const bool unlimited = std::isinf(value) && value > 0 && resolution > 0;
    whole.push_back(unlimited ? unlimited_tonnage : rounded_down(in_units(value, resolution)));
  }
  return whole;
}

std::vector<std::int64_t> whole_costs(std::span<const double> values, double resolution) {
  std::vector<std::int64_t> whole;
  for (const double value : values) whole.push_back(std::llround(in_units(value, resolution)));
  return whole;
}

std::vector<Tonnage> whole_supplies(std::span<const double> values, double resolution) {
  std::vector<Tonnage> whole;
  std::vector<double> units;
  long double sum = 0;  // as many may cancel out
  Tonnage whole_sum = 0;
  Tonnage total = 0;
  for (const double value : values) {
    units.push_back(in_units(value, resolution));
    const Tonnage size = rounded_down(std::abs(units.back()));
    if (size >= unlimited_tonnage - total) {
      throw std::invalid_argument{"the numbers have too many units to add up"};
    }
    total += size;
    whole.push_back(value < 0 ? -size : size);
    sum += units.back();
    whole_sum += whole.back();
  }
  give_back(whole, units, std::llroundl(sum) - whole_sum);
  return whole;
}

}  // namespace corridor
