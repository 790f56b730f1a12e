#include "cli/listings.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <fstream>
#include <iterator>

#include "corridor/core/nearest.hpp"
#include "corridor/network/names.hpp"

namespace corridor::cli {

namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return text;
}

bool same(const std::string& a, const std::string& b) { return lower(a) == lower(b); }

/// Whether an entry's texts hold the text that is looked for.
bool holds(const ListFilter& filter, const std::string& id, const std::string& name) {
  const std::string wanted = lower(filter.text);
  return lower(id).find(wanted) != std::string::npos ||
         lower(name).find(wanted) != std::string::npos;
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ";") + word;
  return text;
}

template <class List>
void expect_known(const List& list, const std::string& id, const std::string& what) {
  std::vector<std::string> known;
  for (const auto& entry : list) known.push_back(entry.id);
  if (id.empty() || std::find(known.begin(), known.end(), id) != known.end()) return;
  throw InputError({}, "the network has no " + what + " '" + id + "'", did_you_mean(id, known));
}

double capacity_mt_yr(const WayState& way) { return way.capacity_t_yr.value * 1e-6; }

bool fits(const Network& network, const ListFilter& filter, LinkId id) {
  const Link& link = network.links[id];
  const auto touches = [&](NodeId node) {
    return same(network.nodes[node].country, filter.country);
  };
  if (!filter.mode.empty() && network.modes[link.mode].id != filter.mode) return false;
  if (!filter.country.empty() && !touches(link.from) && !touches(link.to)) return false;
  if (!filter.corridor.empty() &&
      !network.belongs(id, network.find_corridor(filter.corridor).value())) {
    return false;
  }
  return holds(filter, link.id, network.link_name(id));
}

}  // namespace

Listing list_nodes(const Network& network, const ListFilter& filter) {
  Listing listing;
  listing.what = "nodes";
  listing.columns = {
      {"id", "id"},      {"name", "name"},   {"country", "country"},   {"lat", "lat", 3},
      {"lon", "lon", 3}, {"kinds", "kinds"}, {"unlocode", "UN/LOCODE"}};
  for (const Node& node : network.nodes) {
    if (!filter.country.empty() && !same(node.country, filter.country)) continue;
    if (!holds(filter, node.id, node.name)) continue;
    listing.rows.push_back({node.id, node.name, node.country, node.lat_deg, node.lon_deg,
                            join(node.kinds), node.unlocode});
  }
  return listing;
}

Listing list_links(const Network& network, const ListFilter& filter, const State& state) {
  expect_known(network.modes, filter.mode, "mode");
  expect_known(network.corridors, filter.corridor, "corridor");
  Listing listing;
  listing.what = "links";
  listing.columns = {{"id", "id"},
                     {"from", "from"},
                     {"to", "to"},
                     {"mode", "mode"},
                     {"length_km", "km"},
                     {"status", "status"},
                     {"capacity_mt_yr", "Mt/yr", 2},
                     {"confidence", "confidence"}};
  for (const LinkId id : network.links.keys()) {
    const Link& link = network.links[id];
    const WayState& way_state = state.ways[way(id, true)];
    if (!filter.status.empty() && to_string(way_state.status) != filter.status) continue;
    if (!fits(network, filter, id)) continue;
    listing.rows.push_back({link.id, network.nodes[link.from].id, network.nodes[link.to].id,
                            network.modes[link.mode].id, link.length.value.value,
                            to_string(way_state.status), capacity_mt_yr(way_state),
                            to_string(link.provenance.confidence)});
  }
  return listing;
}

Listing list_corridors(const Network& network, const ListFilter& filter) {
  Listing listing;
  listing.what = "corridors";
  listing.columns = {{"id", "id"}, {"name", "name"},   {"from", "from"},
                     {"to", "to"}, {"links", "links"}, {"length_km", "km"}};
  for (const Corridor& corridor : network.corridors) {
    if (!holds(filter, corridor.id, corridor.name)) continue;
    double length_km = 0;
    for (const WayId id : corridor.ways) length_km += network.links[link_of(id)].length.value.value;
    listing.rows.push_back({corridor.id, corridor.name, network.nodes[corridor.from].id,
                            network.nodes[corridor.to].id,
                            static_cast<double>(corridor.ways.size()), length_km});
  }
  return listing;
}

Listing list_policies(const Network& network, const ListFilter& filter) {
  Listing listing;
  listing.what = "policies";
  listing.columns = {
      {"id", "id"}, {"title", "title"}, {"active", "active"}, {"changes", "changes"}};
  for (const Policy& policy : network.policies) {
    if (!holds(filter, policy.id, policy.title)) continue;
    listing.rows.push_back({policy.id, policy.title, std::string{policy.active ? "on" : "off"},
                            static_cast<double>(policy.changes.size())});
  }
  return listing;
}

Listing list_scenarios(const std::filesystem::path& folder, const ListFilter& filter,
                       const ReadOptions& options) {
  if (!std::filesystem::is_directory(folder)) {
    throw InputError({folder.string(), 0, 0}, "is no folder", "name a folder of scenario files");
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator{folder}) {
    const std::string extension = entry.path().extension().string();
    if (entry.is_regular_file() && (extension == ".yaml" || extension == ".yml")) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  Listing listing;
  listing.what = "scenarios";
  listing.columns = {{"file", "file"}, {"id", "id"}, {"title", "title"}};
  for (const std::filesystem::path& file : files) {
    if (kind_of_file(file) != "scenario") continue;
    std::string id;
    std::string title = "(has errors; see corridor check)";
    try {
      std::ifstream stream{file, std::ios::binary};
      const std::string text{std::istreambuf_iterator<char>{stream}, {}};
      Diagnostics warnings;
      const Scenario scenario = read_scenario_text(text, file.string(), folder, warnings, options);
      id = scenario.id;
      title = scenario.title;
    } catch (const InputError&) {
      // One broken file must not hide the others.
    }
    if (holds(filter, id + ' ' + file.filename().string(), title)) {
      listing.rows.push_back({file.string(), id, title});
    }
  }
  return listing;
}

}  // namespace corridor::cli
