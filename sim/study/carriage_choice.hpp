#pragma once

#include <span>
#include <vector>

#include "study/carriage_frame.hpp"

namespace corridor {

/// The frame's demand on links that slow down as they fill, class by class.
struct CongestedDemand {
  const CongestedNetwork& network;
  std::span<const DemandClass> classes;
};

IdVector<ArcId, double> sum_of(const std::vector<IdVector<ArcId, double>>& by_class);

/// Routes by the logit that `options` names. Delays and uses are left to the caller.
CarriedFlows carry_by_choice(const CarriageFrame& frame, CarriageSide side,
                             const CarriageOptions& options, const CongestedDemand& problem);

}  // namespace corridor
