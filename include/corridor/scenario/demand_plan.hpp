#pragma once

#include <optional>
#include <string>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/core/figure.hpp"
#include "corridor/network/change.hpp"

namespace corridor {

/// Places that share what is sent from, or to, an area.
struct DemandRegion {
  std::string id;
  std::vector<Name> places;     // nodes
  std::vector<double> weights;  // one a place, above 0; only their ratios count
  Provenance provenance;
  SourcePos at;
};

/// So much of a cargo a year, from a place or region to another.
struct DemandTotal {
  std::string id;
  Name from;  // a node, or a region of the plan
  Name to;
  Name cargo;
  Figure<TonnesPerYear> amount;     // by tonne; or by TEU, of a cargo counted in TEU
  std::optional<Figure<Km>> decay;  // instead of the plan's
  SourcePos at;
};

/// Demand as a file tells it: totals, still to be spread over the pairs of places that share them.
struct DemandPlan {
  std::string id;
  std::string title;
  std::string description;
  int year = 0;  // that the amounts are about
  std::string file;
  std::string content_hash;
  /// Distance over which the readiness to trade falls to 1/e; none: it does not fall.
  std::optional<Figure<Km>> decay;
  std::vector<DemandRegion> regions;
  std::vector<DemandTotal> totals;
  SourcePos at;
};

}  // namespace corridor
