#include "study/news.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>

#include <fmt/format.h>

#include "study/words.hpp"

namespace corridor {

namespace {

constexpr std::size_t most_lines = 8;
constexpr std::size_t longest_text = 120;

std::set<LinkId> links_on_routes(const Topology& topology, const std::vector<Subject>& subjects) {
  std::set<LinkId> links;
  for (const Subject& subject : subjects) {
    for (const Side* side : {&subject.baseline, &subject.scenario}) {
      for (const ArcId arc : side->evaluation.arcs) {
        if (topology.arcs[arc].way.valid()) links.insert(link_of(topology.arcs[arc].way));
      }
    }
  }
  return links;
}

/// The last event of each link, by its place in the list of events. Of a day's events the last
/// listed counts.
std::map<LinkId, std::size_t> last_events(const Network& network, const std::set<LinkId>& links,
                                          Date until) {
  std::map<LinkId, std::size_t> last;
  for (std::size_t i = 0; i < network.events.size(); ++i) {
    const Event& event = network.events[i];
    if (event.date > until) continue;
    for (const LinkId link : event.links) {
      if (!links.contains(link)) continue;
      const auto [known, added] = last.emplace(link, i);
      if (!added && network.events[known->second].date <= event.date) known->second = i;
    }
  }
  return last;
}

std::string line(const Network& network, const Event& event, const std::vector<LinkId>& links) {
  std::string place = network.link_name(links.front());
  if (links.size() > 1) {
    place += fmt::format(" (and {} more link{})", links.size() - 1, links.size() > 2 ? "s" : "");
  }
  return fmt::format("{}: last news {} ({}), '{}'", place, to_string(event.date), event.kind,
                     shortened(event.what, longest_text));
}

}  // namespace

std::vector<std::string> last_news(const Compiled& compiled, const std::vector<Subject>& subjects,
                                   Date until) {
  const Network& network = compiled.network;
  std::map<std::size_t, std::vector<LinkId>> links_by_event;
  for (const auto& [link, event] :
       last_events(network, links_on_routes(compiled.topology, subjects), until)) {
    links_by_event[event].push_back(link);
  }
  std::vector<std::size_t> newest;
  for (const auto& [event, links] : links_by_event) newest.push_back(event);
  std::ranges::stable_sort(newest, [&](std::size_t a, std::size_t b) {
    return network.events[a].date > network.events[b].date;
  });
  newest.resize(std::min(newest.size(), most_lines));
  std::vector<std::string> lines;
  for (const std::size_t event : newest) {
    lines.push_back(line(network, network.events[event], links_by_event[event]));
  }
  return lines;
}

}  // namespace corridor
