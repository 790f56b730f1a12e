#include "scenario/toll.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "scenario/edits.hpp"
#include "scenario/values.hpp"

namespace corridor {

namespace {

/// The links of a corridor as its sponsors describe it; all links where none of those is picked.
std::set<LinkId> own_links(const Network& network, const Selector& where,
                           const std::set<LinkId>& picked) {
  std::set<LinkId> own;
  for (const Name& name : where.corridors) {
    for (const WayId way : network.corridors[*network.find_corridor(name.text)].ways) {
      if (picked.count(link_of(way)) > 0) own.insert(link_of(way));
    }
  }
  return own.empty() ? picked : own;
}

/// Rounding the sums, not the shares, makes the shares add up to the whole.
std::map<LinkId, double> by_length(const Network& network, const std::set<LinkId>& links,
                                   double usd_t) {
  double total_km = 0;
  for (const LinkId link : links) total_km += network.links[link].length.value.value;
  std::map<LinkId, double> shares;
  double km = 0;
  double paid_usd_t = 0;
  std::size_t left = links.size();
  for (const LinkId link : links) {
    km += network.links[link].length.value.value;
    const bool last = --left == 0;  // where km / total_km would be 1 but for rounding
    const double due_usd_t = quantised_toll(last ? usd_t : usd_t * (km / total_km));
    shares[link] = due_usd_t - paid_usd_t;
    paid_usd_t = due_usd_t;
  }
  return shares;
}

}  // namespace

std::vector<TollPart> toll_parts(const Network& network, const Cargo& cargo,
                                 const TollChange& change, const std::vector<WayId>& ways) {
  const TollSpread usual =
      change.where.corridors.empty() ? TollSpread::each_link : TollSpread::by_length;
  const bool shared = change.spread.value_or(usual) == TollSpread::by_length;
  std::set<LinkId> links;
  for (const WayId way : ways) links.insert(link_of(way));
  if (shared) links = own_links(network, change.where, links);
  const double add_usd_t = change.add ? number_of(*change.add, cargo) : 0;
  const double add_usd_tkm = change.add_per_km ? number_of(*change.add_per_km, cargo) : 0;
  const std::map<LinkId, double> shares =
      shared ? by_length(network, links, add_usd_t) : std::map<LinkId, double>{};
  std::vector<TollPart> parts;
  for (const WayId way : ways) {
    const LinkId link = link_of(way);
    if (links.count(link) == 0) continue;
    const double by_km = quantised_toll(add_usd_tkm * network.links[link].length.value.value);
    const double whole = shared ? shares.at(link) : quantised_toll(add_usd_t);
    parts.push_back({way, whole + by_km});
  }
  return parts;
}

}  // namespace corridor
