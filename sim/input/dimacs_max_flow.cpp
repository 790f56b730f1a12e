#include <array>
#include <utility>

#include <fmt/format.h>

#include "input/dimacs_flow.hpp"
#include "input/dimacs_problem.hpp"
#include "input/file_value.hpp"

namespace corridor {

namespace {

constexpr DimacsKind kind_of_max_flow{
    "max", "maximum-flow problem", "na",
    "the problem line of a maximum-flow problem is 'p max NODES ARCS'",
    "lines begin with 'c' (comment), 'p' (problem), 'n' (source or sink) or 'a' (arc)"};

/// The source or the sink.
struct End {
  char letter;
  const char* name;
  std::uint32_t node = 0;
  int line = 0;           // 0 as long as it is not known
  bool is_given = false;  // though the node may be wrong
};

class MaxFlowReader {
 public:
  MaxFlowReader(const std::string& name, std::string_view text, Diagnostics& diagnostics)
      : problem_{name, text, kind_of_max_flow, diagnostics},
        lines_{problem_.lines()},
        amounts_{lines_} {}

  DimacsMaxFlow read() {
    for (char letter = problem_.next(); letter != 0; letter = problem_.next()) {
      if (letter == 'a') {
        read_arc();
      } else {
        read_end();
      }
    }
    if (problem_.is_complete()) check_ends();
    result_.nodes = problem_.nodes();
    result_.source = ends_[0].node;
    result_.sink = ends_[1].node;
    return std::move(result_);
  }

 private:
  void read_end() {
    const auto node = lines_.node("the node", problem_.nodes());
    if (!node && lines_.is_at_end()) return;
    const SourcePos at = lines_.last_place();
    const std::string_view letter = lines_.field();
    if (letter != "s" && letter != "t") {
      lines_.error(lines_.place(letter),
                   letter.empty() ? "the letter of the node is missing"
                                  : fmt::format("{} is no letter of a node", in_quotes(letter)),
                   "the letter is 's' (source) or 't' (sink)");
      return;
    }
    End& end = ends_[letter == "s" ? 0 : 1];
    const bool is_first = !std::exchange(end.is_given, true);
    if (!lines_.ends() || !node) return;
    if (!is_first && end.line != 0) {
      lines_.error(at, fmt::format("a second {}", end.name),
                   fmt::format("the first is node {}, in line {}", end.node + 1, end.line));
      return;
    }
    end.node = *node;
    end.line = lines_.line();
  }

  void read_arc() {
    if (result_.arcs.empty()) result_.arcs.reserve(problem_.arcs());
    const DimacsProblem::Ends ends = problem_.ends();
    if (!ends.goes_on) return;
    const auto capacity = amounts_.from_zero("the capacity");
    if (!capacity && lines_.is_at_end()) return;
    if (!lines_.ends() || !ends.are_known() || !capacity) return;
    result_.arcs.push_back({*ends.tail, *ends.head, 0, *capacity, 0});
  }

  void check_ends() {
    for (const End& end : ends_) {
      if (end.is_given) continue;
      lines_.error(problem_.place(), fmt::format("the problem has no {}", end.name),
                   fmt::format("a line 'n NODE {}' names it", end.letter));
    }
    const End& later = ends_[ends_[0].line > ends_[1].line ? 0 : 1];
    if (ends_[0].line == 0 || ends_[1].line == 0 || ends_[0].node != ends_[1].node) return;
    SourcePos at = problem_.place();
    at.line = later.line;
    lines_.error(at, fmt::format("node {} is both the source and the sink", later.node + 1),
                 "they are two nodes");
  }

  DimacsProblem problem_;
  DimacsLines& lines_;
  DimacsAmounts amounts_;
  DimacsMaxFlow result_;
  std::array<End, 2> ends_{End{'s', "source"}, End{'t', "sink"}};
};

}  // namespace

DimacsMaxFlow read_dimacs_max_flow(const std::string& name, std::string_view text,
                                   Diagnostics& diagnostics) {
  return MaxFlowReader{name, text, diagnostics}.read();
}

}  // namespace corridor
