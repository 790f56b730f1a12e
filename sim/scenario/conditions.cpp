#include <algorithm>

#include "scenario/lookup.hpp"
#include "scenario/picker.hpp"

namespace corridor {

namespace {

template <class T>
bool holds(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// Looks up the keys of one selector, one after the other.
class ConditionMaker {
 public:
  ConditionMaker(const Network& network, const State& state, Diagnostics& diagnostics)
      : network_{network}, state_{state}, diagnostics_{diagnostics} {}

  void links(const std::vector<Name>& names) {
    add("link", names, look_up_link,
        [](const auto& links, WayId way) { return holds(links, link_of(way)); });
  }

  void nodes(const std::vector<Name>& names) {
    add("node", names, look_up_node, [&n = network_](const auto& nodes, WayId way) {
      const Link& link = n.links[link_of(way)];
      return holds(nodes, link.from) || holds(nodes, link.to);
    });
  }

  void modes(const std::vector<Name>& names) {
    add("mode", names, look_up_mode, [&n = network_](const auto& modes, WayId way) {
      return holds(modes, n.links[link_of(way)].mode);
    });
  }

  void touching(const std::vector<Name>& names) {
    add("country", names, look_up_countries, [&n = network_](const auto& sets, WayId way) {
      return std::any_of(sets.begin(), sets.end(), [&](const CountrySet& set) {
        return set.holds(n.from_node(way).country) || set.holds(n.to_node(way).country);
      });
    });
  }

  void inside(const std::vector<Name>& names) {
    add("inside", names, look_up_countries, [&n = network_](const auto& sets, WayId way) {
      return std::any_of(sets.begin(), sets.end(), [&](const CountrySet& set) {
        return set.holds(n.from_node(way).country) && set.holds(n.to_node(way).country);
      });
    });
  }

  void crossing(const Selector& selector) {
    if (!selector.crossing_from && !selector.crossing_to) return;
    const Name anywhere{"*", selector.at};
    const auto from =
        look_up_countries(network_, selector.crossing_from.value_or(anywhere), diagnostics_);
    const auto to =
        look_up_countries(network_, selector.crossing_to.value_or(anywhere), diagnostics_);
    complete_ = complete_ && from && to;
    if (!from || !to) return;
    const bool both_ways = selector.crossing_both_ways;
    made_.push_back({"crossing", [&n = network_, from = *from, to = *to, both_ways](WayId way) {
                       const std::string& a = n.from_node(way).country;
                       const std::string& b = n.to_node(way).country;
                       if (a == b) return false;
                       return (from.holds(a) && to.holds(b)) ||
                              (both_ways && from.holds(b) && to.holds(a));
                     }});
  }

  void corridors(const std::vector<Name>& names) {
    add("corridor", names, look_up_corridor, [&n = network_](const auto& corridors, WayId way) {
      return std::any_of(corridors.begin(), corridors.end(),
                         [&](CorridorId id) { return n.belongs(link_of(way), id); });
    });
  }

  void tags(const std::vector<Name>& names) {
    add("tag", names, look_up_tag, [&n = network_](const auto& tags, WayId way) {
      return std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
        return holds(n.links[link_of(way)].tags, tag);
      });
    });
  }

  void statuses(const std::vector<Name>& names) {
    const auto look_up = [](const Network&, const Name& name, Diagnostics& diagnostics) {
      return look_up_status(name, diagnostics);
    };
    add("status", names, look_up, [&s = state_](const auto& statuses, WayId way) {
      return holds(statuses, s.ways[way].status);
    });
  }

  void towards(const std::optional<Name>& name) {
    if (!name) return;
    const auto look_up = look_up_node(network_, *name, diagnostics_);
    complete_ = complete_ && look_up;
    if (!look_up) return;
    made_.push_back({"towards", [&n = network_, node = *look_up](WayId way) {
                       const Link& link = n.links[link_of(way)];
                       return (is_forward(way) ? link.to : link.from) == node;
                     }});
  }

  void cargoes(const std::vector<Name>& names) {
    for (const Name& name : names) {
      complete_ = look_up_cargo(network_, name, diagnostics_).has_value() && complete_;
    }
  }

  std::optional<std::vector<Condition>> made() && {
    if (!complete_) return {};
    return std::move(made_);
  }

 private:
  template <class LookUp, class Holds>
  void add(const char* key, const std::vector<Name>& names, LookUp look_up, Holds fits) {
    if (names.empty()) return;
    using Found = typename decltype(look_up(network_, names[0], diagnostics_))::value_type;
    std::vector<Found> found;
    for (const Name& name : names) {
      const std::optional<Found> one = look_up(network_, name, diagnostics_);
      complete_ = complete_ && one;
      if (one) found.push_back(*one);
    }
    made_.push_back(
        {key, [found = std::move(found), fits](WayId way) { return fits(found, way); }});
  }

  const Network& network_;
  const State& state_;
  Diagnostics& diagnostics_;
  std::vector<Condition> made_;
  bool complete_ = true;
};

}  // namespace

std::optional<std::vector<Condition>> conditions_of(const Network& network, const State& state,
                                                    const Selector& selector,
                                                    Diagnostics& diagnostics) {
  ConditionMaker maker{network, state, diagnostics};
  maker.links(selector.links);
  maker.nodes(selector.nodes);
  maker.modes(selector.modes);
  maker.touching(selector.touching);
  maker.inside(selector.inside);
  maker.crossing(selector);
  maker.corridors(selector.corridors);
  maker.tags(selector.tags);
  maker.statuses(selector.statuses);
  maker.towards(selector.towards);
  maker.cargoes(selector.cargoes);
  return std::move(maker).made();
}

}  // namespace corridor
