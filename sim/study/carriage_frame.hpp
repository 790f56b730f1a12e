#pragma once

#include <cstdint>
#include <vector>

#include "corridor/study/carriage.hpp"

namespace corridor {

/// Cargo counted by the tonne and by the TEU. Where a link or a port has a capacity in TEU of its
/// own, the two do not meet there; elsewhere they share what there is.
enum class CountedIn : std::uint8_t { tonnes, teu };
inline constexpr std::size_t countings = 2;

/// One cargo with its demand on both sides.
struct CarriageClass {
  CargoId cargo;
  CountedIn counted = CountedIn::tonnes;
  const World* before = nullptr;
  const World* after = nullptr;
  struct Pair {
    NodeId from;
    NodeId to;
    double before_t_yr = 0;
    double after_t_yr = 0;
  };
  std::vector<Pair> pairs;
};

/// Arcs of the topology that a capacity limits together.
struct CapacityGroup {
  WayId way;
  NodeId node;
  std::vector<ArcId> arcs;
};

/// The worlds of a scenario's baseline and of the scenario, each on its day.
struct CarriageWorlds {
  Worlds before;
  Worlds after;
};
CarriageWorlds carriage_worlds(const Compiled& compiled, const Scenario* scenario,
                               const CarriageOptions& options);

/// What both sides of a comparison have in common, so that the answer of one can begin that of the
/// other.
struct CarriageFrame {
  const Compiled& compiled;
  std::vector<CarriageClass> classes;  // by cargo
  std::vector<CapacityGroup> groups;   // all that has a capacity on either side
};

CarriageFrame carriage_frame(const Compiled& compiled, Worlds& before, Worlds& after,
                             const Demands& demands);

enum class CarriageSide : std::uint8_t { before, after };
inline const World& world_of(const CarriageClass& one, CarriageSide side) {
  return side == CarriageSide::before ? *one.before : *one.after;
}
inline double demand_of(const CarriageClass::Pair& pair, CarriageSide side) {
  return side == CarriageSide::before ? pair.before_t_yr : pair.after_t_yr;
}

/// Where an arc is closed to a cargo: closed, or on a mode that may not carry it.
std::vector<char> closed_arcs(const Compiled& compiled, const World& world);

/// What limits cargo counted so on an arc of the group, on one side: the least of what its cargoes
/// see. Infinite if nothing does.
double capacity_of(const CarriageFrame& frame, const CapacityGroup& group, CountedIn counted,
                   CarriageSide side);
bool is_assumed(const CarriageFrame& frame, const CapacityGroup& group, CarriageSide side);

/// What a solver found, arc by arc.
struct CarriedFlows {
  std::vector<IdVector<ArcId, double>> flow;  // by class, in t/yr
  IdVector<ArcId, double> delay_h;            // beyond the time without traffic; empty: none
  std::vector<PairCarriage> pairs;
  std::vector<CapacityUse> uses;
  double relative_gap = 0;
  std::size_t iterations = 0;
  bool converged = false;
  std::optional<CarriageCertificate> certificate;
};

/// The cheapest way to carry all, within the capacities; `start` is taken from and left for the
/// next.
CarriedFlows carry_at_least_cost(const CarriageFrame& frame, CarriageSide side,
                                 const CarriageOptions& options,
                                 std::shared_ptr<const FlowStart>& start);

/// Equilibrium or system optimum; likewise.
CarriedFlows carry_in_equilibrium(const CarriageFrame& frame, CarriageSide side,
                                  const CarriageOptions& options, std::optional<Assignment>& start);

/// Sums over arcs and pairs.
Carriage tally(const CarriageFrame& frame, CarriageSide side, CarriedFlows flows);

}  // namespace corridor
