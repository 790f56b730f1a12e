#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "corridor/core/diagnostic.hpp"
#include "corridor/core/nearest.hpp"
#include "corridor/network/network.hpp"

namespace corridor {

/// What the parts of check() share.
struct CheckContext {
  const Network& network;
  Diagnostics& diagnostics;
  bool tell_dangling = true;  // false where the reader has told of names that it did not find

  /// Whether `id` names something; if not, and nobody has said so, it is an error.
  template <class Key, class List>
  bool names(Key id, const List& list, const SourcePos& at, const std::string& what) const {
    if (list.contains(id)) return true;
    if (tell_dangling) diagnostics.error(at, what + " is not in the network");
    return false;
  }
};

enum class Sign { positive, not_negative };

/// Numbers of one figure, taken apart so that the test is compiled once.
struct FigureNumbers {
  double value = 0;
  double low = 0;
  double high = 0;
};

void check_figure_numbers(Diagnostics& diagnostics, const SourcePos& at, const std::string& what,
                          const FigureNumbers& numbers, Sign sign);

/// A figure is finite (only a capacity may be infinite), has the sign that it should have, and lies
/// in its range. `what` reads like "speed (km/h) of link 'a'".
template <class Q>
void check_figure(Diagnostics& diagnostics, const SourcePos& at, const std::string& what,
                  const Figure<Q>& figure, Sign sign = Sign::not_negative) {
  check_figure_numbers(diagnostics, at, what,
                       {figure.value.value, figure.low.value, figure.high.value}, sign);
}
template <class Q>
void check_figure(Diagnostics& diagnostics, const SourcePos& at, const std::string& what,
                  const std::optional<Figure<Q>>& figure, Sign sign = Sign::not_negative) {
  if (figure) check_figure(diagnostics, at, what, *figure, sign);
}

/// An upper-case pair of letters, as ISO 3166 alpha-2 has them.
bool is_country_code(std::string_view text);
/// Whether a country may be named: any where the network lists none, else those it lists.
bool is_known_country(const Network& network, const std::string& country);
std::vector<std::string> country_ids(const Network& network);

void check_speed(Diagnostics& diagnostics, const SourcePos& at, const std::string& owner,
                 ModeKind kind, const std::optional<Figure<KmPerHour>>& speed);

void check_ids(const CheckContext& context);
void check_nodes(const CheckContext& context);
void check_modes(const CheckContext& context);
void check_cargoes(const CheckContext& context);
void check_links(const CheckContext& context);
void check_transfers(const CheckContext& context);
void check_borders(const CheckContext& context);
void check_corridors(const CheckContext& context);
void check_events(const CheckContext& context);
void check_benchmarks(const CheckContext& context);
void check_connected(const CheckContext& context);

}  // namespace corridor
