#pragma once

#include <vector>

#include "corridor/scenario/demand.hpp"

#include "study/lab.hpp"

namespace corridor::test {

/// What a test sends, by names.
struct Sent {
  const char* from;
  const char* to;
  const char* cargo;
  double mt_yr;
};

inline Demand demand(const Lab& lab, const std::vector<Sent>& all) {
  Demand result;
  result.id = "test";
  result.totals.push_back({"all", {}});
  for (const Sent& sent : all) {
    DemandEntry& entry = result.entries.emplace_back();
    entry.from = lab.node(sent.from);
    entry.to = lab.node(sent.to);
    entry.cargo = lab.network().find_cargo(sent.cargo).value();
    entry.standing_t_yr = entry.low_t_yr = entry.high_t_yr = 1e6 * sent.mt_yr;
  }
  return result;
}

}  // namespace corridor::test
