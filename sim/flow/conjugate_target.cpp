#include "flow/conjugate_target.hpp"

#include <algorithm>
#include <cmath>

namespace corridor::detail {

namespace {

/// A target without something fresh would be the last one for ever.
constexpr double least_fresh = 0.01;

TargetMix conjugate(const TargetChoice& c) {
  double last_fresh = 0;
  double last_last = 0;
  for (std::size_t i = 0; i < c.at.size(); ++i) {
    const double last = c.slope[i] * (c.last[i] - c.at[i]);
    last_fresh += last * (c.fresh[i] - c.at[i]);
    last_last += last * (c.last[i] - c.at[i]);
  }
  const double share = last_fresh / (last_fresh - last_last);
  if (!(share > 0)) return {};
  const double last = std::min(share, 1 - least_fresh);
  return {1 - last, last, 0};
}

TargetMix biconjugate(const TargetChoice& c) {
  double last_fresh = 0;
  double last_last = 0;
  double before_fresh = 0;  // along the way before the last
  double before_turn = 0;
  for (std::size_t i = 0; i < c.at.size(); ++i) {
    const double fresh = c.fresh[i] - c.at[i];
    const double last = c.last[i] - c.at[i];
    const double before = c.step * c.last[i] + (1 - c.step) * c.earlier[i] - c.at[i];
    last_fresh += c.slope[i] * last * fresh;
    last_last += c.slope[i] * last * last;
    before_fresh += c.slope[i] * before * fresh;
    before_turn += c.slope[i] * before * (c.earlier[i] - c.last[i]);
  }
  const double mu = std::max(0.0, -before_fresh / before_turn);
  const double nu = std::max(0.0, -last_fresh / last_last + mu * c.step / (1 - c.step));
  const double fresh = 1 / (1 + mu + nu);
  if (!(fresh >= least_fresh)) return {};
  return {fresh, nu * fresh, mu * fresh};
}

}  // namespace

TargetMix mix_of(AssignmentMethod method, const TargetChoice& choice) {
  const std::size_t wanted = method == AssignmentMethod::biconjugate_frank_wolfe ? 2
                             : method == AssignmentMethod::conjugate_frank_wolfe ? 1
                                                                                 : 0;
  switch (std::min(wanted, choice.known)) {
    case 1:
      return conjugate(choice);
    case 2:
      return biconjugate(choice);
    default:
      return {};
  }
}

}  // namespace corridor::detail
