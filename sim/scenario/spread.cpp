#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"
#include "corridor/network/check.hpp"
#include "corridor/scenario/balance.hpp"
#include "corridor/scenario/demand.hpp"

#include "scenario/lookup.hpp"
#include "scenario/values.hpp"

namespace corridor {

namespace {

/// More pairs than any use of this has; fewer than would keep somebody waiting.
constexpr std::size_t most_pairs = 200'000;

/// Pairs with less than a gram a year are left out: far beyond the decay, weights fade to nothing.
constexpr double least_t_yr = 1e-6;

/// One end of a total: places, and their parts of the whole, which add up to 1.
struct End {
  std::vector<NodeId> places;
  std::vector<double> shares;
  Basis basis = Basis::known;
};

/// Where cargo can begin or end; an error, and nothing, elsewhere.
std::optional<NodeId> place_of(const Network& network, const Name& name, Diagnostics& diagnostics) {
  const std::optional<NodeId> node = look_up_node(network, name, diagnostics);
  if (!node || !network.nodes[*node].has_kind(chokepoint_kind)) return node;
  diagnostics.error(name.at, fmt::format("'{}' is a chokepoint: ships only pass it", name.text),
                    "cargo begins and ends at a port, a city or a terminal");
  return {};
}

std::vector<double> shares_of(const std::vector<double>& weights) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<double> shares;
  for (const double weight : weights) shares.push_back(weight / sum);
  return shares;
}

/// Weights that fall with the distance, each row counted from its nearest place: the rows' factors
/// take up the difference, and short decays do not make a row of zeros.
std::vector<double> seed_of(const Network& network, const End& from, const End& to,
                            const std::optional<Figure<Km>>& decay) {
  const auto distance_km = [&](NodeId a, NodeId b) {
    const Node& first = network.nodes[a];
    const Node& second = network.nodes[b];
    return great_circle_km(first.lat_deg, first.lon_deg, second.lat_deg, second.lon_deg);
  };
  std::vector<double> seed;
  for (const NodeId a : from.places) {
    double nearest_km = 0;
    if (decay) {
      nearest_km = std::numeric_limits<double>::infinity();
      for (const NodeId b : to.places) {
        if (a != b) nearest_km = std::min(nearest_km, distance_km(a, b));
      }
    }
    for (const NodeId b : to.places) {
      double weight = a == b ? 0 : 1;
      if (decay && a != b) {
        weight = std::exp((nearest_km - distance_km(a, b)) / decay->value.value);
      }
      seed.push_back(weight);
    }
  }
  return seed;
}

/// Spreads the totals of one plan.
class Spreading {
 public:
  Spreading(const Network& network, const DemandPlan& plan, Diagnostics& diagnostics)
      : network_{network}, plan_{plan}, diagnostics_{diagnostics} {}

  Demand run() {
    demand_.id = plan_.id;
    demand_.title = plan_.title;
    demand_.year = plan_.year;
    for (const DemandRegion& region : plan_.regions) resolve(region);
    for (std::size_t i = 0; i < plan_.totals.size(); ++i) {
      const DemandTotal& total = plan_.totals[i];
      demand_.totals.push_back({total.id, total.amount.provenance});
      check_once(total);
      spread(i);
    }
    return std::move(demand_);
  }

 private:
  void resolve(const DemandRegion& region) {
    bool whole = !network_.find_node(region.id);
    if (!whole) {
      diagnostics_.error(region.at, fmt::format("region '{}' has the name of a node", region.id),
                         "give the region another id");
    }
    End end;
    for (const Name& name : region.places) {
      const auto place = place_of(network_, name, diagnostics_);
      whole = whole && place;
      if (place) end.places.push_back(*place);
    }
    end.shares = shares_of(region.weights);
    end.basis = basis_of(region.provenance);
    ends_[region.id] = whole ? std::optional<End>{std::move(end)} : std::nullopt;
  }

  /// A region or a node. Regions that are wrong have been reported.
  std::optional<End> end_of(const Name& name) {
    if (const auto known = ends_.find(name.text); known != ends_.end()) return known->second;
    if (!network_.find_node(name.text)) {
      std::vector<std::string> known = ids_of(network_.nodes);
      for (const DemandRegion& region : plan_.regions) known.push_back(region.id);
      std::string hint = did_you_mean(name.text, known);
      if (hint.empty()) hint = "the id of a node, or of a region of this file";
      diagnostics_.error(name.at, fmt::format("unknown place '{}'", name.text), hint);
      return {};
    }
    const auto place = place_of(network_, name, diagnostics_);
    if (!place) return {};
    return End{{*place}, {1}, Basis::known};
  }

  void check_once(const DemandTotal& total) {
    const auto [first, is_new] =
        given_.try_emplace(std::tuple{total.from.text, total.to.text, total.cargo.text}, &total);
    if (is_new) return;
    diagnostics_.error(total.at,
                       fmt::format("{} from '{}' to '{}' is given twice", total.cargo.text,
                                   total.from.text, total.to.text),
                       fmt::format("the first is '{}'; one of them may name a region of its own",
                                   first->second->id));
  }

  std::optional<double> tonnes_per_unit(const DemandTotal& total, CargoId id) {
    const Cargo& cargo = network_.cargoes[id];
    if (total.amount.per == Per::tonne) return 1;
    if (cargo.unit == Per::teu) return cargo.tonnes_per_teu.value.value;
    diagnostics_.error(total.cargo.at,
                       fmt::format("cargo '{}' is counted in tonnes, the amount in TEU", cargo.id),
                       "such as 1.5 Mt/yr");
    return {};
  }

  void spread(std::size_t index) {
    const DemandTotal& total = plan_.totals[index];
    const auto from = end_of(total.from);
    const auto to = end_of(total.to);
    const auto cargo = look_up_cargo(network_, total.cargo, diagnostics_);
    const auto tonnes = cargo ? tonnes_per_unit(total, *cargo) : std::nullopt;
    if (!from || !to || !tonnes || !can_be_spread(total, *from, *to)) return;
    const bool by_distance = from->places.size() > 1 && to->places.size() > 1;
    const auto& decay = total.decay ? total.decay : plan_.decay;
    const Balance shares =
        balance({seed_of(network_, *from, *to, decay), from->shares, to->shares});
    if (!shares.converged) {
      diagnostics_.error(total.at, fmt::format("'{}' cannot be spread over its places", total.id),
                         "no table has these shares: try a longer 'decay', or other weights");
      return;
    }
    Basis basis = weaker(basis_of(total.amount.provenance), weaker(from->basis, to->basis));
    if (by_distance && decay) basis = weaker(basis, basis_of(decay->provenance));
    for (std::size_t i = 0; i < shares.flows.size(); ++i) {
      const double share = shares.flows[i];
      if (share * *tonnes * total.amount.value.value < least_t_yr) continue;
      DemandEntry entry;
      entry.from = from->places[i / to->places.size()];
      entry.to = to->places[i % to->places.size()];
      entry.cargo = *cargo;
      entry.total = index;
      entry.standing_t_yr = share * *tonnes * total.amount.value.value;
      entry.low_t_yr = share * *tonnes * total.amount.low.value;
      entry.high_t_yr = share * *tonnes * total.amount.high.value;
      entry.basis = basis;
      demand_.entries.push_back(entry);
    }
  }

  /// Cargo of a place that lies at both ends goes to the others, which must have room for it.
  bool can_be_spread(const DemandTotal& total, const End& from, const End& to) {
    constexpr double rounding = 1e-9;
    pairs_ += from.places.size() * to.places.size();
    if (pairs_ > most_pairs) {
      if (pairs_ - from.places.size() * to.places.size() <= most_pairs) {
        diagnostics_.error(total.at, fmt::format("more than {} pairs of places", most_pairs),
                           "spread totals over fewer places");
      }
      return false;
    }
    for (std::size_t i = 0; i < from.places.size(); ++i) {
      const auto same = std::find(to.places.begin(), to.places.end(), from.places[i]);
      if (same == to.places.end()) continue;
      const double taken = to.shares[static_cast<std::size_t>(same - to.places.begin())];
      if (from.shares[i] + taken <= 1 + rounding) continue;
      const std::string& id = network_.nodes[from.places[i]].id;
      if (from.places.size() == 1 && to.places.size() == 1) {
        diagnostics_.error(total.to.at, fmt::format("cargo begins and ends at '{}'", id));
      } else {
        diagnostics_.error(
            total.at,
            fmt::format("'{}' sends {:.3g} % of '{}' and takes {:.3g} % of it", id,
                        100 * from.shares[i], total.id, 100 * taken),
            "nothing goes from a place to itself, so that both may be 100 % together");
      }
      return false;
    }
    return true;
  }

  const Network& network_;
  const DemandPlan& plan_;
  Diagnostics& diagnostics_;
  Demand demand_;
  std::map<std::string, std::optional<End>> ends_;  // of regions
  std::map<std::tuple<std::string, std::string, std::string>, const DemandTotal*> given_;
  std::size_t pairs_ = 0;
};

}  // namespace

Demand spread(const Network& network, const DemandPlan& plan, Diagnostics& diagnostics) {
  return Spreading{network, plan, diagnostics}.run();
}

}  // namespace corridor
