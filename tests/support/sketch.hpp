#pragma once

#include <string>

#include "corridor/network/network.hpp"

namespace corridor::test {

/// A network in a few lines, one link a line, for tests:
///
///     sketch(R"(
///       a:AA-rail- b:AA  100 km
///       b-road- c:BB  50 km  id=bridge speed=25 status=planned cap=5 gauge=1435 tags=x;y oneway
///     )")
///
/// A node is named with its country once (default AA) and may add kinds: `p:AA/seaport`. Links are
/// called `a_b_rail` unless `id=` says otherwise. Numbers: speed in km/h, cap in Mt/yr.
///
/// Modes (all figures of high confidence, so that sums can be done by hand):
///   rail  40 km/h, 0.03 USD/tkm, 0.02 kg/tkm, 24 h/d, 10 Mt/yr class capacity (assumed), gauge
///         1435 unless said; loading 12 h and 3 USD/t
///   road  50 km/h, 0.08 USD/tkm, 0.08 kg/tkm, 12 h/d driving, 5 Mt/yr class; loading 2 h, 1 USD/t
///   sea   30 km/h, 0.004 USD/tkm, 0.008 kg/tkm, 100 Mt/yr class; loading 0
/// Ports: dwell 48 h, handling 10 USD/t. Transfers: rail-road 6 h, 2 USD/t; sea-rail and sea-road
/// 0 h, 1 USD/t. Gauge change 10 h, 4 USD/t. Any land border 5 h, 6 USD/t; none inside the union
/// `uu` of countries UA and UB. Cargoes: container (TEU, 14 t/TEU, 0.2 USD/t/h, first), grain (t,
/// 25 t/TEU, 0.02 USD/t/h, no road).
Network sketch(const std::string& lines);

}  // namespace corridor::test
