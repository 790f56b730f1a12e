#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "input/dimacs.hpp"
#include "input/dimacs_lines.hpp"
#include "input/file_value.hpp"

namespace corridor {

namespace {

constexpr const char* form_of_problem = "the problem line of a graph is 'p sp NODES ARCS'";

/// The same bound as that of priced networks: paths with vias stay below infinity.
constexpr Weight most_weight = infinite_weight / 16;

/// The problem that a word in the problem line stands for; empty if none is known.
std::string_view problem_named(std::string_view word) {
  if (word == "max") return "a maximum-flow problem";
  if (word == "min") return "a minimum-cost-flow problem";
  if (word == "asn") return "an assignment problem";
  if (word == "tw") return "a graph without weights, to be decomposed";
  if (word == "edge" || word == "col") return "a graph without weights, to be coloured";
  if (word == "aux") return "data that goes with a graph, such as its coordinates";
  return {};
}

class GraphReader {
 public:
  GraphReader(const std::string& name, std::string_view text, Diagnostics& diagnostics)
      : name_{name}, size_{text.size()}, lines_{name, text, diagnostics} {}

  DimacsGraph read() {
    while (lines_.next()) {
      const std::string_view letter = lines_.field();
      if (letter == "a") {
        read_arc();
      } else if (letter == "p") {
        if (!read_problem()) return {};
      } else if (!accept_unknown(letter)) {
        return {};
      }
    }
    check_counts();
    return std::move(graph_);
  }

 private:
  void read_arc() {
    if (!has_problem_) {
      if (!missed_problem_) {
        lines_.error(lines_.line_place(), "an arc before the problem line", form_of_problem);
      }
      missed_problem_ = true;
      return;
    }
    ++arc_lines_;
    // What is wrong with one field says nothing about the next, unless there is none.
    const auto tail = lines_.node("the tail", graph_.nodes);
    if (!tail && lines_.is_at_end()) return;
    const auto head = lines_.node("the head", graph_.nodes);
    if (!head && lines_.is_at_end()) return;
    const auto weight = lines_.whole_number("the weight");
    if (!weight) return;
    if (*weight < 0 || *weight > most_weight - total_) {
      refuse_weight(*weight);
      return;
    }
    if (!lines_.ends() || !tail || !head) return;
    total_ += *weight;
    graph_.arcs.push_back({*tail, *head, *weight});
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

  /// False if the rest of the file means something else.
  bool read_problem() {
    const SourcePos at = lines_.line_place();
    const std::string_view word = lines_.field();
    if (word != "sp") {
      const std::string_view problem = problem_named(word);
      lines_.error(lines_.place(word),
                   word.empty() ? "the problem line does not say of which kind the problem is"
                   : problem.empty()
                       ? fmt::format("the problem {} is not known", in_quotes(word))
                       : fmt::format("the file holds {} ({})", problem, in_quotes(word)),
                   form_of_problem);
      return false;
    }
    if (has_problem_) {
      lines_.error(at, "a second problem line", fmt::format("the first is line {}", problem_.line));
      return true;
    }
    has_problem_ = true;
    problem_ = at;
    return read_counts();
  }

  bool read_counts() {
    const auto nodes = lines_.whole_number("the number of nodes");
    if (!nodes || !is_possible(*nodes, std::max<std::size_t>(size_, 1'000'000), "nodes")) {
      return false;
    }
    const auto arcs = lines_.whole_number("the number of arcs");
    if (!arcs || !is_possible(*arcs, size_, "arcs")) return false;
    graph_.nodes = static_cast<std::uint32_t>(*nodes);
    announced_ = static_cast<std::size_t>(*arcs);
    graph_.arcs.reserve(announced_);
    return lines_.ends();
  }

  /// Each node and arc that is spoken of takes some bytes; and ids have 32 bits.
  bool is_possible(Weight count, std::size_t bytes, const char* things) {
    const std::size_t most = std::min<std::size_t>(bytes, VertexId{}.index() - 1);
    if (count >= 0 && static_cast<std::size_t>(count) <= most) return true;
    lines_.error(lines_.last_place(),
                 count < 0 ? fmt::format("{} is no number of {}", count, things)
                           : fmt::format("{} {} are more than a file of {} bytes can hold", count,
                                         things, size_));
    return false;
  }

  /// False if this is no file of the format at all, and one message is enough.
  bool accept_unknown(std::string_view word) {
    const bool is_first = !has_problem_ && !missed_problem_;
    lines_.error(lines_.place(word),
                 is_first ? "this is no graph in DIMACS's format"
                          : fmt::format("no line of a graph begins with {}", in_quotes(word)),
                 is_first && word.starts_with('<')
                     ? "it looks like a network in TNTP's format, which is not read"
                     : "lines begin with 'c' (comment), 'p' (problem) or 'a' (arc)");
    return !is_first;
  }

  void check_counts() {
    if (!has_problem_) {
      if (!missed_problem_)
        lines_.error({name_, 0, 0}, "there is no problem line", form_of_problem);
    } else if (arc_lines_ != announced_ && !missed_problem_) {
      lines_.error(problem_,
                   fmt::format("arcs announced: {}, arcs there: {}", announced_, arc_lines_),
                   arc_lines_ < announced_ ? "the file may have been cut short" : "");
    }
  }

  const std::string& name_;
  std::size_t size_;
  DimacsLines lines_;
  DimacsGraph graph_;
  SourcePos problem_;
  std::size_t announced_ = 0;
  std::size_t arc_lines_ = 0;
  Weight total_ = 0;
  bool has_problem_ = false;
  bool missed_problem_ = false;
  bool too_heavy_ = false;
};

}  // namespace

DimacsGraph read_dimacs_graph(const std::string& name, std::string_view text,
                              Diagnostics& diagnostics) {
  return GraphReader{name, text, diagnostics}.read();
}

}  // namespace corridor
