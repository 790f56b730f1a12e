#include <set>
#include <utility>

#include <fmt/format.h>

#include "corridor/core/hash.hpp"

#include "input/demand_file.hpp"
#include "input/network_parts.hpp"
#include "input/number.hpp"
#include "input/read_figure.hpp"
#include "input/yaml_document.hpp"

namespace corridor {

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2200;

/// Reads one demand file.
class DemandReader {
 public:
  DemandReader(Reading& reading, DemandPlan& plan) : reading_{reading}, plan_{plan} {}

  void read(const MapReader& map) {
    check_version(map);
    plan_.id = map.id("demand").value_or("");
    plan_.title = map.text("title").value_or(plan_.id);
    plan_.description = map.text("description").value_or("");
    map.need("year");
    plan_.year = map.whole_number("year", first_year, last_year).value_or(0);
    plan_.decay = read_decay(map, {});
    for (const FileValue* entry : map.list("regions")) read_region(*entry);
    map.need("totals");
    for (const FileValue* entry : map.list("totals")) read_total(*entry);
    const FileValue* totals = map.find("totals");
    if (totals != nullptr && (totals->kind == FileValue::Kind::nothing ||
                              (totals->is_list() && totals->entries.empty()))) {
      map.error("totals", "a demand of no totals");
    }
  }

 private:
  /// A source is what tells a figure from a guess.
  static Provenance needed_provenance(const MapReader& map) {
    map.need("source");
    return map.provenance();
  }

  static std::optional<Figure<Km>> read_decay(const MapReader& map, const Provenance& around) {
    auto decay = read_figure<Km>(map, "decay", Dimension::length, around);
    if (decay && decay->provenance.source.empty()) {
      map.error("decay", "'decay' needs a source",
                "such as decay: {value: 2500 km, source: ..., confidence: low}");
    }
    return decay;
  }

  void read_region(const FileValue& value) {
    static const std::vector<std::string> keys = {"id",         "places",     "source",
                                                  "confidence", "assumption", "note"};
    const MapReader map{reading_, value, "a region", keys};
    DemandRegion region;
    region.at = value.at();
    region.id = map.id("id").value_or("");
    region.provenance = needed_provenance(map);
    if (const FileValue* places = map.need("places")) read_places(map, *places, region);
    if (!map.is_map()) return;
    if (!regions_.insert(region.id).second && !region.id.empty()) {
      reading_.error(value.at(), fmt::format("region {} is there twice", in_quotes(region.id)));
    }
    plan_.regions.push_back(std::move(region));
  }

  /// `{xian: 3, chengdu: 2}`, or a list of places that weigh alike.
  void read_places(const MapReader& map, const FileValue& places, DemandRegion& region) {
    if (places.is_map()) {
      for (const FileEntry& entry : places.entries) {
        region.places.push_back({entry.key, entry.at()});
        region.weights.push_back(read_weight(*entry.value).value_or(1));
      }
    } else {
      region.places = map.names("places");
      region.weights.assign(region.places.size(), 1);
      std::set<std::string> seen;
      for (const Name& place : region.places) {
        if (seen.insert(place.text).second) continue;
        reading_.error(place.at, fmt::format("place {} is there twice", in_quotes(place.text)));
      }
    }
    if (region.places.empty() && !map.has_faults()) {
      map.error("places", "a region of no places", "such as {xian: 3, chengdu: 2}");
    }
  }

  std::optional<double> read_weight(const FileValue& value) {
    const auto text = read_text(reading_, value, "a weight");
    if (!text) return {};
    Trouble trouble;
    const auto weight = parse_number(*text, trouble);
    if (!weight) {
      reading_.error(value.at(), trouble.message, trouble.hint);
    } else if (*weight < smallest_weight) {
      reading_.error(value.at(), fmt::format("the weight {} is not above 0", in_quotes(*text)),
                     "leave out places that have no part");
      return {};
    }
    return weight;
  }

  void read_total(const FileValue& value) {
    static const std::vector<std::string> keys = {"id",     "from",   "to",         "cargo",
                                                  "amount", "source", "confidence", "assumption",
                                                  "decay",  "note"};
    const MapReader map{reading_, value, "a total", keys};
    DemandTotal total;
    total.at = value.at();
    total.id = map.id("id").value_or("");
    total.from = map.needed_name("from").value_or(Name{});
    total.to = map.needed_name("to").value_or(Name{});
    total.cargo = map.needed_name("cargo").value_or(Name{});
    const Provenance provenance = needed_provenance(map);
    map.need("amount");
    const auto amount = read_figure<TonnesPerYear>(map, "amount", Dimension::flow, provenance);
    total.amount = amount.value_or(Figure<TonnesPerYear>{});
    if (amount && amount->value.value < smallest_amount) {
      map.error("amount", "an amount of nothing", "leave the total out");
    }
    total.decay = read_decay(map, provenance);
    if (!map.is_map()) return;
    if (!totals_.insert(total.id).second && !total.id.empty()) {
      reading_.error(value.at(), fmt::format("total {} is there twice", in_quotes(total.id)),
                     "give one of them another id");
    }
    plan_.totals.push_back(std::move(total));
  }

  static constexpr double smallest_weight = 1e-9;
  static constexpr double smallest_amount = 1e-3;  // a kilogram, or a thousandth of a TEU

  Reading& reading_;
  DemandPlan& plan_;
  std::set<std::string> regions_;
  std::set<std::string> totals_;
};

}  // namespace

std::optional<DemandPlan> read_demand_plan(Reading& reading, const SourceFile& source) {
  static const std::vector<std::string> keys = {"version", "demand", "title",   "description",
                                                "year",    "decay",  "regions", "totals"};
  const FileValue* document = parse_yaml(source, reading);
  if (document == nullptr) return {};
  const MapReader map{reading, *document, "a demand", keys};
  if (!map.is_map()) return {};
  DemandPlan plan;
  plan.file = source.name;
  plan.at = map.find("demand") != nullptr ? map.find("demand")->at() : map.at();
  ContentHash hash;
  hash.add(source.bytes);
  plan.content_hash = hash.text();
  DemandReader{reading, plan}.read(map);
  return plan;
}

}  // namespace corridor
