#pragma once

#include <string>
#include <vector>

#include "corridor/network/network.hpp"
#include "corridor/study/run.hpp"

namespace corridor {

/// What people count a cargo in.
struct CargoUnit {
  std::string cargo;
  std::string name;   // "TEU" or "t"
  double tonnes = 1;  // in one
  Per per = Per::tonne;
};
CargoUnit cargo_unit(const Network& network, CargoId cargo);

/// How a measure is shown: `12.4` of `Mt/yr` is 12.4e6 t/yr with a scale of 1e-6 and one decimal.
struct MeasureStyle {
  std::string label;
  std::string unit;  // empty: a count
  int decimals = 0;
  double scale = 1;
};
MeasureStyle style_of(Measure measure, Per per);
/// "cost, USD/TEU".
std::string with_unit(const MeasureStyle& style);

/// All measures, in the order in which reports show them.
const std::vector<Measure>& all_measures();

/// What an objective counts and its unit by cargo unit: "generalised cost", "USD/TEU". The scale
/// turns a tonne's value into what is shown.
MeasureStyle style_of(Objective objective, const CargoUnit& unit);

/// Names of the components of cost and time, as people read them and as files spell them.
const std::string& component_label(Component component);
const std::string& component_key(Component component);

/// The parts of a cost or a time that rest on assumptions or figures of low confidence, as shares.
double weak_cost_share(const Evaluation& evaluation);
double weak_time_share(const Evaluation& evaluation);

/// Relative change as a signed percentage without its sign: `-27.1`; `-` where there is none.
std::string change_percent(double before, double after);

/// "baku -> istanbul, container", "corridor instc_west (INSTC western branch), container".
std::string subject_label(const Network& network, const Subject& subject);

/// Whether two evaluations are the same route with the same figures.
bool same_figures(const Evaluation& a, const Evaluation& b);

/// Whether both sides of a subject are the same route with the same figures, and as much fits.
bool is_unchanged(const Subject& subject);

/// The most that fits, "7.10*" or "unlimited", in Mt/yr.
std::string throughput_text(const Throughput& throughput);

/// Ids of the links that arcs belong to, in order, each once running; and of the nodes of the rest.
std::vector<std::string> link_ids(const Compiled& compiled, const std::vector<ArcId>& arcs,
                                  bool hauls_only);
std::vector<std::string> node_ids(const Compiled& compiled, const std::vector<ArcId>& arcs);

}  // namespace corridor
