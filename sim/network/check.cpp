#include "corridor/network/check.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "corridor/network/border.hpp"

#include "network/check_parts.hpp"

namespace corridor {

namespace {

bool is_word(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

std::string place(const SourcePos& at) {
  if (at.line == 0) return {};
  return fmt::format("first given at {}:{}", at.file, at.line);
}

/// Ids of one kind of thing: each a word, and each once.
class IdCheck {
 public:
  IdCheck(Diagnostics& diagnostics, std::string kind)
      : diagnostics_{diagnostics}, kind_{std::move(kind)} {}

  void once(const std::string& id, const SourcePos& at) {
    const auto [first, added] = first_.emplace(id, at);
    if (!added) {
      diagnostics_.error(at, fmt::format("{} '{}' is given twice", kind_, id),
                         place(first->second));
    }
  }

  void word(const std::string& id, const SourcePos& at) {
    if (!is_word(id)) {
      diagnostics_.error(at, fmt::format("id '{}' of a {} is not a word", id, kind_),
                         "ids are made of small letters, digits and underscores");
    }
    once(id, at);
  }

  template <class List>
  void words(const List& list) {
    for (const auto& entry : list) word(entry.id, entry.at);
  }

 private:
  Diagnostics& diagnostics_;
  std::string kind_;
  std::map<std::string, SourcePos, std::less<>> first_;
};

void check_countries(const CheckContext& context) {
  IdCheck countries{context.diagnostics, "country"};
  for (const Country& country : context.network.countries) {
    if (!is_country_code(country.id)) {
      context.diagnostics.error(country.at, fmt::format("'{}' is no country code", country.id),
                                "two capitals, as in ISO 3166 alpha-2: AZ");
    }
    countries.once(country.id, country.at);
  }
  for (const CustomsUnion& customs_union : context.network.unions) {
    IdCheck members{context.diagnostics, fmt::format("member of union '{}'", customs_union.id)};
    for (const std::string& member : customs_union.members) {
      members.once(member, customs_union.at);
      if (is_country_code(member) && is_known_country(context.network, member)) continue;
      context.diagnostics.error(
          customs_union.at,
          fmt::format("unknown country '{}' in union '{}'", member, customs_union.id),
          did_you_mean(member, country_ids(context.network)));
    }
  }
}

}  // namespace

void check_ids(const CheckContext& context) {
  const Network& network = context.network;
  Diagnostics& diagnostics = context.diagnostics;
  IdCheck{diagnostics, "network"}.word(network.id, {});
  IdCheck{diagnostics, "node"}.words(network.nodes);
  IdCheck{diagnostics, "link"}.words(network.links);
  IdCheck{diagnostics, "mode"}.words(network.modes);
  IdCheck{diagnostics, "cargo"}.words(network.cargoes);
  IdCheck{diagnostics, "union"}.words(network.unions);
  IdCheck{diagnostics, "corridor"}.words(network.corridors);
  IdCheck{diagnostics, "policy"}.words(network.policies);
  IdCheck benchmarks{diagnostics, "benchmark"};
  for (const Benchmark& benchmark : network.benchmarks) benchmarks.once(benchmark.id, benchmark.at);
  check_countries(context);
}

void check_figure_numbers(Diagnostics& diagnostics, const SourcePos& at, const std::string& what,
                          const FigureNumbers& numbers, Sign sign) {
  const bool is_number =
      !std::isnan(numbers.value) && !std::isnan(numbers.low) && !std::isnan(numbers.high);
  const bool may_be_infinite = what.rfind("capacity", 0) == 0;
  if (!is_number || (std::isinf(numbers.value) && !may_be_infinite)) {
    diagnostics.error(at, fmt::format("{} is {}", what, numbers.value),
                      "a finite number is wanted");
  } else if (numbers.value < 0 || (sign == Sign::positive && numbers.value == 0)) {
    diagnostics.error(at, fmt::format("{} is {}", what, numbers.value),
                      sign == Sign::positive ? "it must be more than 0" : "it must be 0 or more");
  } else if (numbers.low > numbers.value || numbers.high < numbers.value) {
    diagnostics.error(at,
                      fmt::format("{} is {}, outside its range from {} to {}", what, numbers.value,
                                  numbers.low, numbers.high),
                      "a range holds the value: low <= value <= high");
  } else if (numbers.low < 0) {
    diagnostics.error(at, fmt::format("the range of {} begins at {}", what, numbers.low),
                      "it must begin at 0 or more");
  }
}

bool is_country_code(std::string_view text) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return text.size() == 2 && std::all_of(text.begin(), text.end(), capital);
}

bool is_known_country(const Network& network, const std::string& country) {
  if (network.countries.empty() || country == international_waters) return true;
  return std::any_of(network.countries.begin(), network.countries.end(),
                     [&](const Country& c) { return c.id == country; });
}

std::vector<std::string> country_ids(const Network& network) {
  std::vector<std::string> ids;
  for (const Country& country : network.countries) ids.push_back(country.id);
  return ids;
}

double highest_speed_km_h(ModeKind kind) {
  switch (kind) {
    case ModeKind::land:
      return 200;
    case ModeKind::water:
      return 80;
    case ModeKind::pipeline:
      return 40;
  }
  return 0;
}

double great_circle_km(double lat_a_deg, double lon_a_deg, double lat_b_deg, double lon_b_deg) {
  constexpr double earth_radius_km = 6371.0088;
  constexpr double radians_per_degree = std::numbers::pi / 180;
  const double lat_a = lat_a_deg * radians_per_degree;
  const double lat_b = lat_b_deg * radians_per_degree;
  const double half_dlat = (lat_b - lat_a) / 2;
  const double half_dlon = (lon_b_deg - lon_a_deg) * radians_per_degree / 2;
  // Haversine: exact for near places, where the law of cosines loses all digits.
  const double h = std::pow(std::sin(half_dlat), 2) +
                   std::cos(lat_a) * std::cos(lat_b) * std::pow(std::sin(half_dlon), 2);
  return 2 * earth_radius_km * std::asin(std::sqrt(std::min(1.0, h)));
}

void check(const Network& network, Diagnostics& diagnostics) {
  const CheckContext context{network, diagnostics, !diagnostics.has_errors()};
  check_ids(context);
  check_nodes(context);
  check_modes(context);
  check_cargoes(context);
  check_links(context);
  check_transfers(context);
  check_borders(context);
  check_corridors(context);
  check_events(context);
  check_benchmarks(context);
  check_connected(context);
}

}  // namespace corridor
