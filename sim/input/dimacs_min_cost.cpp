#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "input/dimacs_flow.hpp"
#include "input/dimacs_problem.hpp"

namespace corridor {

namespace {

constexpr DimacsKind kind_of_min_cost{
    "min", "minimum-cost-flow problem", "na",
    "the problem line of a minimum-cost-flow problem is 'p min NODES ARCS'",
    "lines begin with 'c' (comment), 'p' (problem), 'n' (supply of a node) or 'a' (arc)"};

class MinCostReader {
 public:
  MinCostReader(const std::string& name, std::string_view text, Diagnostics& diagnostics)
      : problem_{name, text, kind_of_min_cost, diagnostics},
        lines_{problem_.lines()},
        amounts_{lines_} {}

  DimacsMinCost read() {
    for (char letter = problem_.next(); letter != 0; letter = problem_.next()) {
      if (letter == 'a') {
        read_arc();
      } else {
        read_supply();
      }
    }
    result_.supply.resize(problem_.nodes());
    return std::move(result_);
  }

 private:
  void read_supply() {
    result_.supply.resize(problem_.nodes());
    line_of_.resize(problem_.nodes());
    const auto node = lines_.node("the node", problem_.nodes());
    if (!node && lines_.is_at_end()) return;
    const SourcePos at = lines_.last_place();
    const auto supply = amounts_.of_either_sign("the supply");
    if (!supply && lines_.is_at_end()) return;
    if (!lines_.ends() || !node || !supply) return;
    int& line = line_of_[*node];
    if (line != 0) {
      lines_.error(at, fmt::format("a second supply of node {}", *node + 1),
                   fmt::format("the first is in line {}", line));
      return;
    }
    line = lines_.line();
    result_.supply[*node] = *supply;
  }

  void read_arc() {
    if (result_.arcs.empty()) result_.arcs.reserve(problem_.arcs());
    const DimacsProblem::Ends ends = problem_.ends();
    if (!ends.goes_on) return;
    const auto least = amounts_.limited("the lower bound");
    if (!least && lines_.is_at_end()) return;
    const auto capacity = amounts_.from_zero("the capacity");
    if (!capacity && lines_.is_at_end()) return;
    const auto cost = read_cost();
    if (!cost && lines_.is_at_end()) return;
    if (!lines_.ends() || !ends.are_known() || !least || !capacity || !cost) return;
    result_.arcs.push_back({*ends.tail, *ends.head, *least, *capacity, *cost});
  }

  /// A path visits each node on arrival and on departure, and eight sums along paths fit into 64
  /// bits: so the solver wants it.
  std::optional<std::int64_t> read_cost() {
    const auto cost = lines_.whole_number("the cost");
    if (!cost) return {};
    const std::int64_t most = INT64_MAX / 8 / (2 * std::int64_t{problem_.nodes()} + 2) - 1;
    if (*cost >= -most && *cost <= most) return cost;
    lines_.error(lines_.last_place(),
                 fmt::format("costs such as {} cannot be added up along a path", *cost),
                 fmt::format("with {} nodes they are whole numbers from {} to {}", problem_.nodes(),
                             -most, most));
    return {};
  }

  DimacsProblem problem_;
  DimacsLines& lines_;
  DimacsAmounts amounts_;
  DimacsMinCost result_;
  std::vector<int> line_of_;  // of each node's supply; 0: none yet
};

}  // namespace

DimacsMinCost read_dimacs_min_cost(const std::string& name, std::string_view text,
                                   Diagnostics& diagnostics) {
  return MinCostReader{name, text, diagnostics}.read();
}

}  // namespace corridor
