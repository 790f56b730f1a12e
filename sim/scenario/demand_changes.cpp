#include <algorithm>
#include <cmath>
#include <functional>
#include <type_traits>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "corridor/core/nearest.hpp"
#include "corridor/scenario/demand.hpp"

#include "scenario/apply_changes.hpp"
#include "scenario/lookup.hpp"

namespace corridor {

namespace {

/// One filled key of a selector, looked up.
struct DemandCondition {
  const char* key;
  std::function<bool(const DemandEntry&)> holds;
};

bool lies_in(const Network& network, NodeId place, const DemandArea& area) {
  return area.node ? place == *area.node : area.countries.holds(network.nodes[place].country);
}

/// Looks up the keys of one selector, one after the other.
class DemandConditions {
 public:
  DemandConditions(const Network& network, const Demand& demand, Diagnostics& diagnostics)
      : network_{network}, demand_{demand}, diagnostics_{diagnostics} {}

  void from(const std::vector<Name>& names) {
    add("from", found(names, look_up_area),
        [&n = network_](const DemandArea& area, const DemandEntry& e) {
          return lies_in(n, e.from, area);
        });
  }

  void to(const std::vector<Name>& names) {
    add("to", found(names, look_up_area),
        [&n = network_](const DemandArea& area, const DemandEntry& e) {
          return lies_in(n, e.to, area);
        });
  }

  void between(const std::vector<Name>& names) {
    const std::vector<DemandArea> areas = found(names, look_up_area);
    if (areas.size() != 2) return;
    made_.push_back({"between", [&n = network_, a = areas[0], b = areas[1]](const DemandEntry& e) {
                       return (lies_in(n, e.from, a) && lies_in(n, e.to, b)) ||
                              (lies_in(n, e.from, b) && lies_in(n, e.to, a));
                     }});
  }

  void places(const std::vector<Name>& names) {
    add("place", found(names, look_up_node),
        [](NodeId node, const DemandEntry& e) { return e.from == node || e.to == node; });
  }

  void countries(const std::vector<Name>& names) {
    add("country", found(names, look_up_countries),
        [&n = network_](const CountrySet& set, const DemandEntry& e) {
          return set.holds(n.nodes[e.from].country) || set.holds(n.nodes[e.to].country);
        });
  }

  void cargoes(const std::vector<Name>& names) {
    add("cargo", found(names, look_up_cargo),
        [](CargoId cargo, const DemandEntry& e) { return e.cargo == cargo; });
  }

  void totals(const std::vector<Name>& names) {
    const auto look_up = [&](const Network&, const Name& name, Diagnostics& diagnostics) {
      return look_up_total(name, diagnostics);
    };
    add("total", found(names, look_up),
        [](std::size_t total, const DemandEntry& e) { return e.total == total; });
  }

  /// Nothing if a name is unknown.
  std::optional<std::vector<DemandCondition>> made() && {
    if (!complete_) return {};
    return std::move(made_);
  }

 private:
  std::optional<std::size_t> look_up_total(const Name& name, Diagnostics& diagnostics) const {
    const auto is_it = [&](const DemandSource& total) { return total.id == name.text; };
    const auto total = std::find_if(demand_.totals.begin(), demand_.totals.end(), is_it);
    if (total != demand_.totals.end()) {
      return static_cast<std::size_t>(total - demand_.totals.begin());
    }
    diagnostics.error(name.at, fmt::format("demand '{}' has no total '{}'", demand_.id, name.text),
                      did_you_mean(name.text, ids_of(demand_.totals)));
    return {};
  }

  template <class LookUp>
  using FoundBy =
      typename std::invoke_result_t<LookUp, const Network&, const Name&, Diagnostics&>::value_type;

  template <class LookUp>
  std::vector<FoundBy<LookUp>> found(const std::vector<Name>& names, LookUp look_up) {
    std::vector<FoundBy<LookUp>> list;
    for (const Name& name : names) {
      const auto one = look_up(network_, name, diagnostics_);
      complete_ = complete_ && one;
      if (one) list.push_back(*one);
    }
    return list;
  }

  template <class Found, class Fits>
  void add(const char* key, std::vector<Found> list, Fits fits) {
    if (list.empty()) return;
    made_.push_back({key, [list = std::move(list), fits](const DemandEntry& entry) {
                       return std::any_of(list.begin(), list.end(),
                                          [&](const Found& one) { return fits(one, entry); });
                     }});
  }

  const Network& network_;
  const Demand& demand_;
  Diagnostics& diagnostics_;
  std::vector<DemandCondition> made_;
  bool complete_ = true;
};

/// Applies the changes of one list to one demand.
class DemandRun {
 public:
  DemandRun(const Network& network, Demand& demand, Diagnostics& diagnostics)
      : network_{network}, demand_{demand}, diagnostics_{diagnostics} {}

  DemandEffect run(const DemandChange& change, const Change& whole) {
    DemandEffect effect;
    effect.change = &whole;
    if (!(change.factor >= 0) || !std::isfinite(change.factor)) {
      diagnostics_.error(whole.at, fmt::format("the factor of demand is {}", change.factor),
                         "a finite number is wanted, 0 or more");
      return effect;
    }
    effect.entries = pick(change.where);
    for (const std::size_t i : effect.entries) scale(demand_.entries[i], change.factor, effect);
    if (!effect.entries.empty() && !effect.changed_anything) {
      warn_without_effect(whole, diagnostics_);
    }
    return effect;
  }

 private:
  static void scale(DemandEntry& entry, double factor, DemandEffect& effect) {
    // The inverse of most factors has no end in digits, and is written with ten.
    constexpr double rounding = 1e-9;
    const double before = entry.factor;
    effect.before_t_yr += entry.t_yr();
    entry.factor *= factor;
    if (std::abs(entry.factor - 1) <= rounding) entry.factor = 1;
    effect.after_t_yr += entry.t_yr();
    effect.changed_anything = effect.changed_anything || entry.factor != before;
  }

  std::vector<std::size_t> where(const std::vector<DemandCondition>& conditions,
                                 const DemandCondition* but = nullptr) const {
    std::vector<std::size_t> picked;
    for (std::size_t i = 0; i < demand_.entries.size(); ++i) {
      const bool fits =
          std::all_of(conditions.begin(), conditions.end(), [&](const DemandCondition& condition) {
            return &condition == but || condition.holds(demand_.entries[i]);
          });
      if (fits) picked.push_back(i);
    }
    return picked;
  }

  std::vector<std::size_t> pick(const DemandSelector& selector) {
    DemandConditions maker{network_, demand_, diagnostics_};
    maker.from(selector.from);
    maker.to(selector.to);
    maker.between(selector.between);
    maker.places(selector.places);
    maker.countries(selector.countries);
    maker.cargoes(selector.cargoes);
    maker.totals(selector.totals);
    const auto conditions = std::move(maker).made();
    if (!conditions) return {};
    if (conditions->empty()) {
      diagnostics_.error(selector.at, "the selector is empty",
                         "name at least one of from, to, between, place, country, cargo and total");
      return {};
    }
    std::vector<std::size_t> picked = where(*conditions);
    if (picked.empty()) {
      std::vector<std::string> keys;
      for (const DemandCondition& condition : *conditions) keys.emplace_back(condition.key);
      diagnostics_.error(selector.at,
                         fmt::format("no demand fits the selector ({})", fmt::join(keys, " and ")),
                         hint(*conditions));
    }
    return picked;
  }

  /// Which key to leave out, and what would be picked then.
  std::string hint(const std::vector<DemandCondition>& conditions) const {
    if (conditions.size() < 2) return {};
    for (const DemandCondition& condition : conditions) {
      const std::vector<std::size_t> picked = where(conditions, &condition);
      if (picked.empty()) continue;
      const DemandEntry& first = demand_.entries[picked.front()];
      const std::size_t more = picked.size() - 1;
      return fmt::format("without '{}' it picks {} from {} to {}{}", condition.key,
                         network_.cargoes[first.cargo].id, network_.nodes[first.from].id,
                         network_.nodes[first.to].id,
                         more == 0 ? "" : fmt::format(" and {} more", more));
    }
    return {};
  }

  const Network& network_;
  Demand& demand_;
  Diagnostics& diagnostics_;
};

}  // namespace

void apply(const Network& network, const std::vector<Change>& changes, Demand& demand,
           Diagnostics& diagnostics, std::vector<DemandEffect>* effects) {
  DemandRun run{network, demand, diagnostics};
  for (const Change& change : changes) {
    const auto* what = std::get_if<DemandChange>(&change.what);
    if (what == nullptr) continue;
    DemandEffect effect = run.run(*what, change);
    if (effects != nullptr) effects->push_back(std::move(effect));
  }
}

}  // namespace corridor
