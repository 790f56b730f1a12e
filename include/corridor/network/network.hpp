#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corridor/core/date.hpp"
#include "corridor/core/id.hpp"
#include "corridor/network/benchmark.hpp"
#include "corridor/network/cargo.hpp"
#include "corridor/network/change.hpp"
#include "corridor/network/corridor.hpp"
#include "corridor/network/ids.hpp"
#include "corridor/network/link.hpp"
#include "corridor/network/mode.hpp"
#include "corridor/network/node.hpp"
#include "corridor/network/transfer.hpp"

namespace corridor {

/// A freight network as its files describe it: values, with their sources, and nothing computed.
/// To change it, copy it. Links are never renumbered; new ones come last.
struct Network {
  std::string id;
  std::string title;
  Date state_date;  // the day that the tables describe, before the events are applied
  std::string content_hash;

  IdVector<NodeId, Node> nodes;
  IdVector<LinkId, Link> links;
  IdVector<ModeId, Mode> modes;
  IdVector<CargoId, Cargo> cargoes;
  std::vector<Country> countries;
  std::vector<CustomsUnion> unions;
  std::vector<Transfer> transfers;
  GaugeChange gauge_change;
  PortDefaults port_defaults;
  std::vector<BorderRule> borders;
  IdVector<CorridorId, Corridor> corridors;
  IdVector<PolicyId, Policy> policies;
  std::vector<Event> events;  // by date
  std::vector<Benchmark> benchmarks;

  /// Fills the look-up tables below. Call it after the lists have changed.
  void index();

  std::optional<NodeId> find_node(std::string_view id) const;
  std::optional<LinkId> find_link(std::string_view id) const;
  std::optional<ModeId> find_mode(std::string_view id) const;
  std::optional<CargoId> find_cargo(std::string_view id) const;
  std::optional<CorridorId> find_corridor(std::string_view id) const;
  std::optional<PolicyId> find_policy(std::string_view id) const;
  const CustomsUnion* find_union(std::string_view id) const;

  /// "Alat - Aktau, Caspian ferry", or the name that the file gives.
  std::string link_name(LinkId link) const;
  const Node& from_node(WayId way) const;
  const Node& to_node(WayId way) const;
  /// Whether a link belongs to a corridor: it is one of its ways, or carries one of its tags.
  bool belongs(LinkId link, CorridorId corridor) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  template <class Key>
  using Table = std::unordered_map<std::string, Key, Hash, std::equal_to<>>;

  Table<NodeId> node_by_id_;
  Table<LinkId> link_by_id_;
  Table<ModeId> mode_by_id_;
  Table<CargoId> cargo_by_id_;
  Table<CorridorId> corridor_by_id_;
  Table<PolicyId> policy_by_id_;
};

}  // namespace corridor
