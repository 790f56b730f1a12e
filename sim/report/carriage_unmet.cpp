#include <algorithm>
#include <cstddef>
#include <utility>

#include "report/carriage_parts.hpp"
#include "report/flow_parts.hpp"
#include "report/number.hpp"
#include "report/run_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

constexpr double mega = 1e-6;
constexpr std::size_t most_names = 6;

std::vector<std::string> names_of(const Network& network, const std::vector<Bottleneck>& full) {
  std::vector<std::string> names;
  for (const Bottleneck& at : full) names.push_back(in_words(network, at));
  return names;
}

std::string closure_text(const Network& network, const UnmetCause& cause) {
  std::string text = no_route_text(network, cause.no_route);
  if (cause.no_route->never) return text + " to modes that may carry it";
  if (!cause.closed_by.empty()) {
    std::vector<std::string> by;
    for (const std::string& words : cause.closed_by) by.push_back(shorten(words, 60));
    text += ". Closed by: " + list_some(by, most_names);
  }
  if (cause.barred) text += ". Other cargo may pass";
  return text;
}

/// Pairs that are left for the same cause.
struct SharedCause {
  std::string text;
  std::vector<std::string> pairs;
};

std::vector<SharedCause> shared_causes(const Network& network,
                                       const std::vector<PairCarriage>& pairs,
                                       const std::vector<UnmetCause>& causes) {
  std::vector<SharedCause> shared;
  for (const UnmetCause& cause : causes) {
    std::string text = cause_text(network, cause);
    auto same = std::ranges::find(shared, text, &SharedCause::text);
    if (same == shared.end()) same = shared.insert(same, {std::move(text), {}});
    same->pairs.push_back(pair_text(network, pairs[cause.pair]));
  }
  return shared;
}

}  // namespace

std::string pair_text(const Network& network, const PairCarriage& pair) {
  constexpr std::size_t widest = 18;
  return shorten(network.nodes[pair.from].name, widest) + " -> " +
         shorten(network.nodes[pair.to].name, widest) + ", " + network.cargoes[pair.cargo].id;
}

std::string cause_text(const Network& network, const UnmetCause& cause) {
  if (cause.no_route) return closure_text(network, cause);
  const std::string full = list_some(names_of(network, cause.full), most_names);
  if (cause.room_usd_t <= 0) return "no capacity left. Full on every way: " + full;
  const std::string room = number(cause.room_usd_t, 0) + " USD/t, more than the penalty";
  if (cause.full.empty()) return "dearer than the penalty: the cheapest way costs " + room;
  return "no capacity left. Full on the cheapest way: " + full + ". The cheapest with room costs " +
         room;
}

Document unmet_blocks(const Network& network, const std::vector<PairCarriage>& pairs,
                      std::size_t most, const std::vector<UnmetCause>& causes) {
  std::vector<const PairCarriage*> unmet;
  for (const PairCarriage& pair : pairs) {
    if (pair.unmet_t_yr() > 0.5) unmet.push_back(&pair);
  }
  std::ranges::stable_sort(unmet, [](const PairCarriage* a, const PairCarriage* b) {
    return a->unmet_t_yr() > b->unmet_t_yr();
  });
  if (unmet.empty()) return {};
  Table table;
  table.headings = {"not carried", "why", "Mt", "of Mt"};
  table.align = {Align::left, Align::left, Align::right, Align::right};
  for (const PairCarriage* pair : unmet) {
    if (table.rows.size() == most) break;
    table.rows.push_back({pair_text(network, *pair), reason_text(pair->reason),
                          number(pair->unmet_t_yr() * mega, 2),
                          number(pair->demand_t_yr * mega, 2)});
  }
  if (unmet.size() > most) {
    table.notes.push_back(std::to_string(unmet.size() - most) +
                          " more in csv and json, or by --top");
  }
  Document document{std::move(table)};
  Facts facts;
  for (const SharedCause& shared : shared_causes(network, pairs, causes)) {
    facts.push_back({"-", list_some(shared.pairs, 3) + ": " + shared.text});
  }
  document.emplace_back(std::move(facts));
  return document;
}

Json json_causes(const Network& network, const std::vector<PairCarriage>& pairs,
                 const std::vector<UnmetCause>& causes) {
  Json out = Json::array();
  for (const UnmetCause& cause : causes) {
    const PairCarriage& pair = pairs[cause.pair];
    Json full = Json::array();
    for (const Bottleneck& at : cause.full) full.push_back(bottleneck_id(network, at));
    const std::vector<LinkId> none;
    const Disconnection* closed = cause.no_route ? &*cause.no_route : nullptr;
    out.push_back(
        {{"from", network.nodes[pair.from].id},
         {"to", network.nodes[pair.to].id},
         {"cargo", network.cargoes[pair.cargo].id},
         {"unmet_t_yr", json_number(pair.unmet_t_yr())},
         {"unmet_because", reason_key(pair.reason)},
         {"cut", json_links(network, closed == nullptr ? none : closed->cut)},
         {"restoring", json_links(network, closed == nullptr ? none : closed->restoring)},
         {"closed_by", cause.closed_by},
         {"barred", cause.barred},
         {"full", std::move(full)},
         {"room_usd_t", cause.room_usd_t > 0 ? json_number(cause.room_usd_t) : Json(nullptr)},
         {"in_words", cause_text(network, cause)}});
  }
  return out;
}

}  // namespace corridor
