#include <fmt/format.h>

#include "input/dimacs.hpp"
#include "input/dimacs_problem.hpp"

namespace corridor {

namespace {

constexpr DimacsKind kind_of_graph{"sp", "graph", "a",
                                   "the problem line of a graph is 'p sp NODES ARCS'",
                                   "lines begin with 'c' (comment), 'p' (problem) or 'a' (arc)"};

/// The same bound as that of priced networks: paths with vias stay below infinity.
constexpr Weight most_weight = infinite_weight / 16;

class GraphReader {
 public:
  GraphReader(const std::string& name, std::string_view text, Diagnostics& diagnostics)
      : problem_{name, text, kind_of_graph, diagnostics}, lines_{problem_.lines()} {}

  DimacsGraph read() {
    while (problem_.next() != 0) {
      if (graph_.arcs.empty()) graph_.arcs.reserve(problem_.arcs());
      read_arc();
    }
    graph_.nodes = problem_.nodes();
    return std::move(graph_);
  }

 private:
  void read_arc() {
    const DimacsProblem::Ends ends = problem_.ends();
    if (!ends.goes_on) return;
    const auto weight = lines_.whole_number("the weight");
    if (!weight) return;
    if (*weight < 0 || *weight > most_weight - total_) {
      refuse_weight(*weight);
      return;
    }
    if (!lines_.ends() || !ends.are_known()) return;
    total_ += *weight;
    graph_.arcs.push_back({*ends.tail, *ends.head, *weight});
  }

  void refuse_weight(Weight weight) {
    if (weight < 0) {
      lines_.error(lines_.last_place(), fmt::format("the weight {} is negative", weight),
                   "weights are whole numbers from 0");
    } else if (!too_heavy_) {
      lines_.error(lines_.last_place(),
                   "from here the weights add up to more than can be told apart",
                   fmt::format("all together may be {}: count in a larger unit", most_weight));
      too_heavy_ = true;
    }
  }

  DimacsProblem problem_;
  DimacsLines& lines_;
  DimacsGraph graph_;
  Weight total_ = 0;
  bool too_heavy_ = false;
};

}  // namespace

DimacsGraph read_dimacs_graph(const std::string& name, std::string_view text,
                              Diagnostics& diagnostics) {
  return GraphReader{name, text, diagnostics}.read();
}

}  // namespace corridor
