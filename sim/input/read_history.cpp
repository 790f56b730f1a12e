#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "corridor/network/names.hpp"

#include "input/network_parts.hpp"
#include "input/read_change.hpp"

namespace corridor {

const std::vector<Column>& history_columns() {
  using Kind = Column::Kind;
  static const std::vector<Column> columns = {{"date", "date", "", Kind::text, true},
                                              {"until", "until", "", Kind::text, false},
                                              {"kind", "kind", "", Kind::text, true},
                                              {"what", "what", "", Kind::text, true},
                                              {"links", "links", "", Kind::list, false},
                                              {"nodes", "nodes", "", Kind::list, false},
                                              {"attribute", "attribute", "", Kind::text, false},
                                              {"value", "value", "", Kind::text, false},
                                              {"before", "before", "", Kind::text, false},
                                              {"cargoes", "cargoes", "", Kind::list, false},
                                              {"source", "source", "", Kind::text, true},
                                              {"confidence", "confidence", "", Kind::text, false},
                                              {"assumption", "assumption", "", Kind::text, false},
                                              {"note", "note", "", Kind::text, false}};
  return columns;
}

void NetworkReader::read_effect(const MapReader& map, Event& event) const {
  const FileValue* value = map.find("value");
  const FileValue* before = map.find("before");
  if (map.find("attribute") == nullptr) {
    for (const char* key : {"value", "before"}) {
      if (map.find(key) != nullptr) map.error(key, fmt::format("'{}' without 'attribute'", key));
    }
    return;
  }
  const auto attribute = map.one_of<Attribute>("attribute", attribute_names());
  if (event.kind == "volume") {
    map.error("attribute", "a 'volume' changes nothing, so it has no attribute",
              "volumes are news; what changes the network is of another kind");
  }
  if (map.need("value") == nullptr || !attribute) return;
  event.effect = read_any_edit(reading_, *attribute, *value);
  if (before != nullptr) event.before = read_set_edit(reading_, *attribute, *before);
}

void NetworkReader::read_history() {
  static const std::vector<std::string> keys = {
      "date",  "until",  "kind",    "what",   "links",      "nodes",      "attribute",
      "value", "before", "cargoes", "source", "confidence", "assumption", "note"};
  for_each("history", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a row of the history", keys};
    Event event;
    event.at = value.at();
    map.need("date");
    event.date = map.date("date").value_or(Date{});
    event.until = map.date("until", DayOfMonth::last);
    map.need("kind");
    if (const auto kind = map.word("kind", event_kind_names())) {
      event.kind = event_kind_names()[*kind];
    }
    event.what = map.needed_text("what").value_or("");
    for (const Name& name : map.names("links")) {
      if (const auto link = find_link(reading_, network_, name)) event.links.push_back(*link);
    }
    for (const Name& name : map.names("nodes")) {
      if (const auto node = find_node(reading_, network_, name)) event.nodes.push_back(*node);
    }
    for (const Name& name : map.names("cargoes")) {
      if (find_cargo(reading_, network_, name)) event.cargoes.push_back(name.text);
    }
    read_effect(map, event);
    map.need("source");
    event.provenance = map.provenance();
    network_.events.push_back(std::move(event));
  });
  std::stable_sort(network_.events.begin(), network_.events.end(),
                   [](const Event& a, const Event& b) { return a.date < b.date; });
}

}  // namespace corridor
