#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "corridor/network/network.hpp"

#include "input/map_reader.hpp"
#include "input/reading.hpp"

namespace corridor {

/// What the files of a network hold, under each key, in the order of the files: tables after YAML.
using NetworkParts = std::map<std::string, std::vector<const FileValue*>, std::less<>>;

/// Reads the parts of a network one after the other. What is wrong is reported; a thing whose id
/// can be read is in the network all the same, so that what refers to it is not wrong too.
class NetworkReader {
 public:
  NetworkReader(Reading& reading, const NetworkParts& parts, Network& network)
      : reading_{reading}, parts_{parts}, network_{network} {}

  void read();

  /// Places of the things in which something was wrong.
  const std::set<std::string>& faulty() const { return faulty_; }

 private:
  template <class Function>
  void for_each(std::string_view key, Function function);
  template <class Keyed>
  bool is_new(const Keyed& thing, const MapReader& map, std::string_view what);

  void read_countries();
  void read_unions();
  void read_modes();
  void read_cargoes();
  void read_nodes();
  void read_links();
  void read_node_figures();
  void read_link_figures();
  void read_corridors();
  void read_transfers();
  void read_defaults();
  void read_borders();
  void read_policies();
  void read_history();
  void read_benchmarks();

  bool has_too_many(std::string_view key, const std::vector<const FileValue*>& entries) const;
  void check_country(const Name& country) const;
  void check_border_end(const std::optional<Name>& end) const;
  void follow(const MapReader& map, Corridor& corridor) const;
  void read_effect(const MapReader& map, Event& event) const;

  Reading& reading_;
  const NetworkParts& parts_;
  Network& network_;
  std::map<std::string, std::map<std::string, SourcePos>> first_at_;  // by kind of thing and id
  std::set<std::string> faulty_;
  std::set<std::string, std::less<>> countries_;       // that are listed
  std::set<std::string, std::less<>> node_countries_;  // that nodes lie in
};

/// `version: 1`, in networks and in scenarios.
void check_version(const MapReader& map);

/// The columns of a network's tables.
const std::vector<Column>& node_columns();
const std::vector<Column>& link_columns();
const std::vector<Column>& history_columns();
const std::vector<Column>& benchmark_columns();

// Names of a network's things, resolved; an error with the nearest names where there is no such.
std::optional<NodeId> find_node(Reading& reading, const Network& network, const Name& name);
std::optional<LinkId> find_link(Reading& reading, const Network& network, const Name& name);
std::optional<ModeId> find_mode(Reading& reading, const Network& network, const Name& name);
std::optional<CargoId> find_cargo(Reading& reading, const Network& network, const Name& name);
std::optional<CorridorId> find_corridor(Reading& reading, const Network& network, const Name& name);

/// The keys of a link, and what they say but for its ends and its mode.
std::span<const std::string> link_keys();
void read_link(const MapReader& map, Link& link);

template <class Function>
void NetworkReader::for_each(std::string_view key, Function function) {
  const auto part = parts_.find(key);
  if (part == parts_.end() || has_too_many(key, part->second)) return;
  for (const FileValue* value : part->second) {
    if (reading_.diagnostics().is_full()) return;
    const std::size_t errors_before = reading_.error_count();
    function(*value);
    if (reading_.error_count() > errors_before || value->lacks_columns) {
      const SourcePos at = value->at();
      faulty_.insert(at.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column));
    }
  }
}

template <class Keyed>
bool NetworkReader::is_new(const Keyed& thing, const MapReader& map, std::string_view what) {
  const SourcePos at = map.find("id")->at();
  const auto [first, inserted] = first_at_[std::string{what}].try_emplace(thing.id, at);
  if (inserted) return true;
  reading_.error(
      at, std::string{what} + " " + in_quotes(thing.id) + " is there twice",
      "the first is in " + first->second.file + ", line " + std::to_string(first->second.line));
  return false;
}

}  // namespace corridor
