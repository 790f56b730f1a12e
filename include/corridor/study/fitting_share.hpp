#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corridor/study/carriage.hpp"

namespace corridor {

/// A capacity that binds a common share.
struct ShareBinding {
  CapacityUse use;       // at that share
  double rise_t_yr = 0;  // of the share, for one more tonne a year of it
};

/// How much of all demand fits at once in one world, a year: the largest share that every pair can
/// have of its demand within the capacities, whatever that costs. Pairs that no open route of some
/// capacity joins are left out.
struct FittingShare {
  Date date;
  double demand_t_yr = 0;              // of all
  std::vector<PairCarriage> left_out;  // the largest first
  bool unlimited = false;              // the others meet no capacity; the share means nothing
  double share = 0;                    // above 1 if more than all fits
  double bound = 0;                    // proved by the prices: no share is larger
  double relative_gap = 0;
  std::vector<ShareBinding> binding;  // capacities with a price, the highest first
  std::size_t iterations = 0;
  double seconds = 0;  // of solving alone
  bool converged = false;
  std::optional<CarriageCertificate> certificate;

  double left_out_t_yr() const;
  /// What of the others' demand fits at once, all of it at the most.
  double fitting_t_yr() const;
};

struct ShareResult {
  const Scenario* scenario = nullptr;  // none: the network as it stands, on both sides
  std::string demand;                  // its id
  FittingShare baseline;
  FittingShare changed;
};

/// Finds the share in the scenario's baseline and in the scenario. Of the options method and
/// penalty do not matter. `scenario` may be null. Throws InputError where changes do not fit the
/// network.
ShareResult fitting_share(const Compiled& compiled, const Scenario* scenario,
                          const Demands& demands, const CarriageOptions& options);

}  // namespace corridor
