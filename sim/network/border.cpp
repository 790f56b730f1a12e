#include "corridor/network/border.hpp"

#include <algorithm>
#include <utility>

#include "corridor/network/link_figures.hpp"

namespace corridor {

namespace {

enum class Scope { none, anywhere, in_union, country };

/// How closely one side of a rule fits a country.
Scope scope(const Network& network, const std::string& side, const std::string& country) {
  if (side == country) return Scope::country;
  if (side == "*") return Scope::anywhere;
  // Ids of unions are in small letters, so another country is told at its first letter.
  if (side.empty() || (side[0] >= 'A' && side[0] <= 'Z')) return Scope::none;
  const CustomsUnion* customs_union = network.find_union(side);
  if (customs_union == nullptr) return Scope::none;
  const std::vector<std::string>& members = customs_union->members;
  const bool member = std::find(members.begin(), members.end(), country) != members.end();
  return member ? Scope::in_union : Scope::none;
}

/// How many sides are countries, then how many are unions: the larger rank holds.
using Rank = std::pair<int, int>;
constexpr Rank no_fit{-1, -1};

Rank rank(const Network& network, const BorderRule& rule, const std::string& from,
          const std::string& to) {
  const Scope a = scope(network, rule.from, from);
  if (a == Scope::none) return no_fit;
  const Scope b = scope(network, rule.to, to);
  if (b == Scope::none) return no_fit;
  return {(a == Scope::country ? 1 : 0) + (b == Scope::country ? 1 : 0),
          (a == Scope::in_union ? 1 : 0) + (b == Scope::in_union ? 1 : 0)};
}

bool fits_mode(const Network& network, const BorderRule& rule, ModeId mode) {
  if (rule.modes.empty()) return network.modes[mode].kind == ModeKind::land;
  return std::find(rule.modes.begin(), rule.modes.end(), mode) != rule.modes.end();
}

/// A link in one direction, as the rules see it.
struct Crossing {
  ModeId mode;
  const std::string& from;
  const std::string& to;
};

/// The figure of the most specific rule that has one; of equals, the first.
template <class Q>
Figure<Q> by_rule(const Network& network, const Crossing& crossing,
                  std::optional<Figure<Q>> BorderRule::*figure) {
  Rank best = no_fit;
  const Figure<Q>* held = nullptr;
  for (const BorderRule& rule : network.borders) {
    if (!(rule.*figure) || !fits_mode(network, rule, crossing.mode)) continue;
    Rank fit = rank(network, rule, crossing.from, crossing.to);
    if (rule.both_ways) fit = std::max(fit, rank(network, rule, crossing.to, crossing.from));
    if (fit > best) {
      best = fit;
      held = &*(rule.*figure);
    }
  }
  return held == nullptr ? Figure<Q>{} : *held;
}

}  // namespace

BorderFigures border_of(const Network& network, const Link& link, bool forward) {
  const Crossing crossing{link.mode, network.nodes[forward ? link.from : link.to].country,
                          network.nodes[forward ? link.to : link.from].country};
  BorderFigures result;
  if (crossing.from == crossing.to || crossing.from == international_waters ||
      crossing.to == international_waters) {
    return result;
  }
  if (network.modes[link.mode].kind == ModeKind::water) return result;
  result.crosses = true;
  const Figure<Hours>* time = own_figure(link, forward, &LinkFigures::border_time);
  const Figure<UsdPerTonne>* cost = own_figure(link, forward, &LinkFigures::border_cost);
  result.time = time ? *time : by_rule(network, crossing, &BorderRule::time);
  result.cost = cost ? *cost : by_rule(network, crossing, &BorderRule::cost);
  return result;
}

BorderFigures border_of(const Network& network, WayId way) {
  return border_of(network, network.links[link_of(way)], is_forward(way));
}

}  // namespace corridor
