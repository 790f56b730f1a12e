#include "input/read_change.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "corridor/network/names.hpp"

#include "input/demand_file.hpp"
#include "input/network_parts.hpp"
#include "input/read_figure.hpp"

namespace corridor {

namespace {

using Keys = std::vector<std::string>;

/// `status` is what a short selector of `set` gives, and what that of the others picks by.
enum class StatusKey { selects, is_set };

/// The map of a change: a selector, or `where: selector`, beside keys of its own.
class ChangeBody {
 public:
  ChangeBody(Reading& reading, const FileValue& value, const std::string& what, Keys own,
             StatusKey status)
      : map_{reading, value, what, known_keys(value, std::move(own), status)}, status_{status} {}

  const MapReader& map() const { return map_; }

  std::optional<Selector> selector() const {
    const FileValue* where = map_.find("where");
    if (where != nullptr)
      return read_selector(MapReader{map_.reading(), *where, "a selector", selector_keys()});
    if (status_ == StatusKey::selects || map_.find("status") == nullptr) return read_selector(map_);
    const auto is_other = [](const FileEntry& entry) {
      return entry.key != "status" && parse_attribute(entry.key).has_value();
    };
    if (std::any_of(map_.value().entries.begin(), map_.value().entries.end(), is_other)) {
      map_.error("status", "'status' may be what is set or what is picked",
                 "to pick by status, write where: {..., status: ...}; to set it, put the selector "
                 "under 'where'");
      return {};
    }
    // The status is to be set, so the selector must not see it.
    FileValue rest = map_.value();
    std::erase_if(rest.entries, [](const FileEntry& entry) { return entry.key == "status"; });
    Keys keys(selector_keys().begin(), selector_keys().end());
    for (const FileEntry& entry : rest.entries) keys.push_back(entry.key);  // checked already
    return read_selector(MapReader{map_.reading(), rest, "a selector", keys});
  }

 private:
  static Keys known_keys(const FileValue& value, Keys own, StatusKey status) {
    own.emplace_back("where");
    own.emplace_back("was");
    if (value.find("where") != nullptr) return own;
    for (const std::string& key : selector_keys()) {
      if (key != "status" || status == StatusKey::selects) own.push_back(key);
    }
    return own;
  }

  MapReader map_;
  StatusKey status_;
};

bool is_attribute(const std::string& key) { return parse_attribute(key).has_value(); }

/// `was`: a status, or a map of attributes.
Expected read_was(Reading& reading, const FileValue& value) {
  Expected expected;
  if (!value.is_map()) {
    if (auto edit = read_set_edit(reading, Attribute::status, value)) expected.push_back(*edit);
    return expected;
  }
  const MapReader map{reading, value, "'was'", attribute_names()};
  for (const FileEntry& entry : value.entries) {
    const auto attribute = parse_attribute(entry.key);
    if (!attribute) continue;
    if (auto edit = read_set_edit(reading, *attribute, *entry.value)) expected.push_back(*edit);
  }
  return expected;
}

/// The attributes of a `set` or `scale`, by `read`.
template <class Read>
std::vector<Edit> read_edits(const MapReader& map, bool status_selects, Read read) {
  std::vector<Edit> edits;
  for (const FileEntry& entry : map.value().entries) {
    const auto attribute = parse_attribute(entry.key);
    if (!attribute || (*attribute == Attribute::status && status_selects)) continue;
    if (auto edit = read(*attribute, *entry.value)) edits.push_back(std::move(*edit));
  }
  const auto& entries = map.value().entries;
  const bool any = std::any_of(entries.begin(), entries.end(), [&](const FileEntry& entry) {
    return is_attribute(entry.key) && !(entry.key == "status" && status_selects);
  });
  if (map.is_map() && !any && !map.has_faults()) {
    map.reading().error(map.at(), "no attribute is given",
                        fmt::format("one or more of: {}", fmt::join(attribute_names(), ", ")));
  }
  return edits;
}

/// Reads the one change of an entry.
class ChangeReader {
 public:
  ChangeReader(Reading& reading, const MapReader& entry, const FileValue& body, Change& change)
      : reading_{reading}, entry_{entry}, body_{body}, change_{change} {}

  template <class WithSelector>
  void read_status_change(const std::string& key) {
    const ChangeBody body{reading_, body_, "'" + key + "'", {}, StatusKey::selects};
    if (auto where = body.selector()) change_.what = WithSelector{std::move(*where), was(body)};
  }

  void read_set() {
    const ChangeBody body{reading_, body_, "'set'", attributes(true), StatusKey::is_set};
    auto edits = read_edits(body.map(), false, [&](Attribute attribute, const FileValue& value) {
      return read_set_edit(reading_, attribute, value, &change_.provenance);
    });
    if (auto where = body.selector()) {
      change_.what = SetChange{std::move(*where), std::move(edits), was(body)};
    }
  }

  void read_scale() {
    const bool has_where = body_.find("where") != nullptr;
    const ChangeBody body{reading_, body_, "'scale'", attributes(has_where), StatusKey::selects};
    auto edits =
        read_edits(body.map(), !has_where, [&](Attribute attribute, const FileValue& value) {
          return read_scale_edit(reading_, attribute, value);
        });
    if (auto where = body.selector()) {
      change_.what = ScaleChange{std::move(*where), std::move(edits), was(body)};
    }
  }

  void read_toll() {
    static const std::array<std::string, 2> spreads = {"each_link", "by_length"};
    const ChangeBody body{
        reading_, body_, "'toll'", {"add", "add_per_km", "spread"}, StatusKey::selects};
    TollChange toll;
    toll.add = amount(body.map(), "add", Dimension::charge);
    toll.add_per_km = amount(body.map(), "add_per_km", Dimension::rate);
    toll.spread = body.map().one_of<TollSpread>("spread", spreads);
    const bool any = body.map().find("add") != nullptr || body.map().find("add_per_km") != nullptr;
    if (body.map().is_map() && !any) {
      reading_.error(body_.at(), "a toll needs 'add' or 'add_per_km'");
    }
    if (auto where = body.selector()) {
      toll.where = std::move(*where);
      toll.was = was(body);
      change_.what = std::move(toll);
    }
  }

  void read_build() {
    const MapReader map{reading_, body_, "a link", link_keys()};
    BuildChange build;
    read_link(map, build.link);
    build.from = map.needed_name("from").value_or(Name{});
    build.to = map.needed_name("to").value_or(Name{});
    build.mode = map.needed_name("mode").value_or(Name{});
    if (build.link.status != Status::operational) {
      map.error("status", "a link that is built is operational", "leave 'status' out");
    }
    change_.what = std::move(build);
  }

  void read_demand() {
    if (auto demand = read_demand_change(reading_, body_)) change_.what = std::move(*demand);
  }

 private:
  static Keys attributes(bool with_status) {
    Keys keys(attribute_names().begin(), attribute_names().end());
    if (!with_status) std::erase(keys, "status");
    return keys;
  }

  /// `was` stands beside the change or in it.
  Expected was(const ChangeBody& body) const {
    const FileValue* outside = entry_.find("was");
    const FileValue* inside = body.map().find("was");
    if (outside != nullptr && inside != nullptr) {
      reading_.error(outside->at(), "'was' is given twice");
    }
    const FileValue* found = outside != nullptr ? outside : inside;
    return found != nullptr ? read_was(reading_, *found) : Expected{};
  }

  std::optional<Edit> amount(const MapReader& map, std::string_view key,
                             Dimension dimension) const {
    const FileValue* value = map.find(key);
    if (value == nullptr) return {};
    const auto quantity = read_quantity(reading_, *value, dimension);
    if (!quantity) return {};
    Edit edit;
    edit.attribute = Attribute::toll;
    edit.kind = EditKind::add;
    edit.value = quantity->value;
    edit.per = quantity->per;
    edit.at = value->at();
    return edit;
  }

  Reading& reading_;
  const MapReader& entry_;
  const FileValue& body_;
  Change& change_;
};

const Keys& change_keys(ChangesOf where) {
  static const Keys in_policy = {"open", "close", "set", "scale", "toll"};
  static const Keys in_scenario = {"open", "close",  "set",   "scale",
                                   "toll", "policy", "build", "demand"};
  return where == ChangesOf::policy ? in_policy : in_scenario;
}

std::vector<Change> read_policies(Reading& reading, const FileValue& body, const Change& base) {
  std::vector<Change> changes;
  if (!body.is_map() || body.entries.empty()) {
    reading.error(body.at(), fmt::format("a map of policies is wanted, found {}", describe(body)),
                  "such as {iran_sanctions: off}");
    return changes;
  }
  for (const FileEntry& entry : body.entries) {
    const auto on = read_boolean(reading, *entry.value, "a policy");
    Change change = base;
    change.what = PolicyChange{{entry.key, entry.at()}, on.value_or(true)};
    if (body.entries.size() > 1) {
      change.text = fmt::format("policy: {{{}: {}}}", entry.key, flow_text(*entry.value));
    }
    changes.push_back(std::move(change));
  }
  return changes;
}

/// The key that says what kind of change an entry is.
const FileEntry* kind_of(Reading& reading, const FileValue& value, ChangesOf where) {
  const Keys& kinds = change_keys(where);
  const FileEntry* kind = nullptr;
  for (const FileEntry& entry : value.entries) {
    if (std::find(kinds.begin(), kinds.end(), entry.key) == kinds.end()) continue;
    if (kind != nullptr) {
      reading.error(entry.at(),
                    fmt::format("two changes in one entry: '{}' and '{}'", kind->key, entry.key),
                    "begin a new entry with '-'");
      return nullptr;
    }
    kind = &entry;
  }
  if (kind == nullptr && value.is_map() &&
      std::none_of(value.entries.begin(), value.entries.end(),
                   [](const FileEntry& entry) { return entry.key != "was"; })) {
    reading.error(value.at(), "no change", fmt::format("one of: {}", fmt::join(kinds, ", ")));
  }
  return kind;
}

}  // namespace

std::vector<Change> read_change(Reading& reading, const FileValue& value, ChangesOf where,
                                const Provenance& around) {
  const std::size_t errors_before = reading.error_count();
  Keys known = change_keys(where);
  known.emplace_back("was");
  const MapReader entry{reading, value, "a change", known};
  const FileEntry* kind = kind_of(reading, value, where);
  if (kind == nullptr) return {};
  const std::string& key = kind->key;
  const FileValue& body = *kind->value;
  Change change;
  change.text = key + ": " + flow_text(body);
  change.provenance = around;
  change.at = kind->at();
  const FileValue* was = entry.find("was");
  if (was != nullptr && (key == "policy" || key == "build" || key == "demand")) {
    reading.error(was->at(), fmt::format("'{}' has no 'was'", key));
  }
  if (key == "policy") return read_policies(reading, body, change);
  ChangeReader reader{reading, entry, body, change};
  if (key == "open") reader.read_status_change<OpenChange>(key);
  if (key == "close") reader.read_status_change<CloseChange>(key);
  if (key == "set") reader.read_set();
  if (key == "scale") reader.read_scale();
  if (key == "toll") reader.read_toll();
  if (key == "build") reader.read_build();
  if (key == "demand") reader.read_demand();
  if (reading.error_count() > errors_before) return {};
  return {std::move(change)};
}

}  // namespace corridor
