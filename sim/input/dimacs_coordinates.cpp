#include <fmt/format.h>

#include "input/dimacs.hpp"
#include "input/dimacs_lines.hpp"
#include "input/file_value.hpp"

namespace corridor {

namespace {

constexpr const char* form_of_problem = "the problem line of coordinates is 'p aux sp co NODES'";

class CoordinateReader {
 public:
  CoordinateReader(const std::string& name, std::string_view text, std::uint32_t nodes,
                   Diagnostics& diagnostics)
      : name_{name}, nodes_{nodes}, lines_{name, text, diagnostics} {}

  std::vector<Point> read() {
    points_.resize(nodes_);
    line_of_.resize(nodes_);
    while (lines_.next()) {
      const std::string_view letter = lines_.field();
      if (letter == "v") {
        read_point();
      } else if (letter == "p") {
        if (!read_problem()) return {};
      } else {
        lines_.error(lines_.place(letter),
                     fmt::format("no line of coordinates begins with {}", in_quotes(letter)),
                     "lines begin with 'c' (comment), 'p' (problem) or 'v' (node)");
        if (problem_line_ == 0) return {};
      }
    }
    check_all_there();
    return std::move(points_);
  }

 private:
  void read_point() {
    if (problem_line_ == 0) {
      if (!missed_problem_) {
        lines_.error(lines_.line_place(), "coordinates before the problem line", form_of_problem);
      }
      missed_problem_ = true;
      return;
    }
    const auto node = lines_.node("the node", nodes_);
    has_faults_ = has_faults_ || !node;
    if (!node && lines_.is_at_end()) return;
    const SourcePos at = lines_.last_place();
    const auto x = lines_.number("the x of the node");
    const auto y = x || !lines_.is_at_end() ? lines_.number("the y of the node") : x;
    has_faults_ = !lines_.ends() || !y || has_faults_;
    if (!node) return;
    int& line = line_of_[*node];
    if (line != 0) {
      lines_.error(at, fmt::format("a second place for node {}", *node + 1),
                   fmt::format("the first is in line {}", line));
      return;
    }
    line = lines_.line();
    points_[*node] = {x.value_or(0), y.value_or(0)};
  }

  /// False if the rest of the file means something else.
  bool read_problem() {
    const SourcePos at = lines_.line_place();
    if (lines_.field() != "aux" || lines_.field() != "sp" || lines_.field() != "co") {
      lines_.error(at, "the file holds no coordinates", form_of_problem);
      return false;
    }
    if (problem_line_ != 0) {
      lines_.error(at, "a second problem line", fmt::format("the first is line {}", problem_line_));
      return true;
    }
    problem_line_ = lines_.line();
    const auto count = lines_.whole_number("the number of nodes");
    if (!count || !lines_.ends()) return false;
    if (*count == static_cast<Weight>(nodes_)) return true;
    lines_.error(lines_.last_place(),
                 fmt::format("places for {} nodes are announced, but the graph "
                             "has {}",
                             *count, nodes_),
                 "these may be the coordinates of another graph");
    return false;
  }

  void check_all_there() {
    if (problem_line_ == 0) {
      if (!missed_problem_)
        lines_.error({name_, 0, 0}, "there is no problem line", form_of_problem);
      return;
    }
    if (has_faults_) return;  // which may be why
    std::size_t missing = 0;
    std::size_t first = 0;
    for (std::size_t i = line_of_.size(); i-- > 0;) {
      if (line_of_[i] != 0) continue;
      ++missing;
      first = i + 1;
    }
    if (missing == 0) return;
    lines_.error({name_, problem_line_, 1},
                 fmt::format("nodes without a place: {} of {}", missing, nodes_),
                 fmt::format("the first of them is node {}", first));
  }

  const std::string& name_;
  std::uint32_t nodes_;
  DimacsLines lines_;
  std::vector<Point> points_;
  std::vector<int> line_of_;  // of each node's place; 0: none yet
  int problem_line_ = 0;
  bool missed_problem_ = false;
  bool has_faults_ = false;
};

}  // namespace

std::vector<Point> read_dimacs_coordinates(const std::string& name, std::string_view text,
                                           std::uint32_t nodes, Diagnostics& diagnostics) {
  return CoordinateReader{name, text, nodes, diagnostics}.read();
}

}  // namespace corridor
