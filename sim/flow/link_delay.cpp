#include "corridor/flow/link_delay.hpp"

#include <algorithm>
#include <cmath>

#include "flow/link_delay_parts.hpp"

namespace corridor {

namespace detail {

namespace {

/// Below this x the slope of a power below 1 is taken as if it were this x.
constexpr double least_x_of_slope = 1e-6;

DelayShape bpr_shape(const LinkDelay& link, double x) {
  const double beta = link.beta;
  if (link.alpha == 0 || beta == 0) return {1 + link.alpha, 0, 0};
  if (beta < 1) {
    const double rise = link.alpha * beta * std::pow(std::max(x, least_x_of_slope), beta - 1);
    return {1 + link.alpha * std::pow(x, beta), rise, (beta - 1) * rise};
  }
  const double power = link.alpha * std::pow(x, beta - 1);
  return {1 + power * x, beta * power, beta * (beta - 1) * power};
}

/// The arms of the hyperbola in Spiess's form: u = a (1 - x), root = sqrt(u^2 + b^2).
struct Cone {
  double b;
  double u;
  double root;
};
Cone cone_of(const LinkDelay& link, double x) {
  const double b = (2 * link.alpha - 1) / (2 * link.alpha - 2);
  const double u = link.alpha * (1 - x);
  return {b, u, std::hypot(u, b)};
}

DelayShape conical_shape(const LinkDelay& link, double x) {
  const auto [b, u, root] = cone_of(link, x);
  const double a = link.alpha;
  // Far from capacity root - u is a small difference of large numbers.
  const double rest = u > 0 ? b * b / (root + u) : root - u;
  return {2 - b + rest, a * rest / root, x * a * a * b * b / (root * root * root)};
}

double conical_area(const LinkDelay& link, double x) {
  const auto primitive = [](const Cone& cone) {
    return (cone.u * cone.root + cone.b * cone.b * std::asinh(cone.u / cone.b)) / 2;
  };
  const double a = link.alpha;
  const Cone start = cone_of(link, 0);
  const Cone end = cone_of(link, x);
  return (2 - start.b - a) * x + a * x * x / 2 + (primitive(start) - primitive(end)) / a;
}

DelayShape davidson_shape(const LinkDelay& link, double x) {
  const double left = 1 - x;
  const double j = link.alpha;
  return {1 + j * x / left, j / (left * left), 2 * j * x / (left * left * left)};
}

double davidson_area(const LinkDelay& link, double x) {
  return x - link.alpha * (x + std::log1p(-x));
}

double queue_power(const LinkDelay& link) { return std::sqrt(2 * (link.beta + 1)) - 1; }

DelayShape queue_shape(const LinkDelay& link, double x) {
  const double left = 1 - x;
  const double p = queue_power(link);
  const double power = link.alpha / link.beta * std::pow(x, p - 1);
  const double wait = power * x / left;
  return {1 + wait, power * (p * left + x) / (left * left),
          power * p * (p - 1) / left + 2 * wait * (p * left + x) / (left * left)};
}

/// x^p / (1 - x) is the sum of all x^(p+i), which is integrated term by term.
double queue_area(const LinkDelay& link, double x) {
  const double p = queue_power(link);
  double term = std::pow(x, p + 1);
  double sum = 0;
  for (double exponent = p + 1; term > sum * 1e-18; exponent += 1) {
    sum += term / exponent;
    term *= x;
  }
  return x + link.alpha / link.beta * sum;
}

bool has_tangent(const LinkDelay& link, double x) {
  return x > tangent_from && (link.form == DelayForm::davidson || link.form == DelayForm::queue);
}

}  // namespace

DelayShape shape_at(const LinkDelay& link, double x) {
  if (has_tangent(link, x)) {
    const DelayShape start = shape_at(link, tangent_from);
    return {start.value + start.rise * (x - tangent_from), start.rise, 0};
  }
  switch (link.form) {
    case DelayForm::constant:
      break;
    case DelayForm::bpr:
      return bpr_shape(link, x);
    case DelayForm::conical:
      return conical_shape(link, x);
    case DelayForm::davidson:
      return davidson_shape(link, x);
    case DelayForm::queue:
      return queue_shape(link, x);
  }
  return {1, 0, 0};
}

double shape_area(const LinkDelay& link, double x) {
  if (has_tangent(link, x)) {
    const DelayShape start = shape_at(link, tangent_from);
    const double beyond = x - tangent_from;
    return shape_area(link, tangent_from) + (start.value + start.rise * beyond / 2) * beyond;
  }
  switch (link.form) {
    case DelayForm::constant:
      break;
    case DelayForm::bpr:
      return x + link.alpha * std::pow(x, link.beta + 1) / (link.beta + 1);
    case DelayForm::conical:
      return conical_area(link, x);
    case DelayForm::davidson:
      return davidson_area(link, x);
    case DelayForm::queue:
      return queue_area(link, x);
  }
  return x;
}

}  // namespace detail

std::string_view fault_of(const LinkDelay& link) {
  const auto is_amount = [](double value) { return std::isfinite(value) && value >= 0; };
  if (!is_amount(link.free_time)) return "the free time of a link is negative or not finite";
  if (link.form == DelayForm::constant) return {};
  if (!std::isfinite(link.capacity) || link.capacity <= 0) {
    return "the capacity of a link is not above 0";
  }
  if (!is_amount(link.alpha)) return "a coefficient of a link is negative or not finite";
  switch (link.form) {
    case DelayForm::bpr:
      return is_amount(link.beta) ? "" : "the power of a link is negative or not finite";
    case DelayForm::conical:
      return link.alpha > 1 ? "" : "the coefficient of a conical delay is not above 1";
    case DelayForm::queue:
      return is_amount(link.beta) && link.beta >= 1 ? "" : "a queue has less than one server";
    default:
      return {};
  }
}

double time_at(const LinkDelay& link, double volume) {
  if (link.form == DelayForm::constant) return link.free_time;
  return link.free_time * detail::shape_at(link, volume / link.capacity).value;
}

double slope_at(const LinkDelay& link, double volume) {
  if (link.form == DelayForm::constant) return 0;
  return link.free_time * (detail::shape_at(link, volume / link.capacity).rise / link.capacity);
}

double area_at(const LinkDelay& link, double volume) {
  if (link.form == DelayForm::constant) return link.free_time * volume;
  return link.free_time * (detail::shape_area(link, volume / link.capacity) * link.capacity);
}

}  // namespace corridor
