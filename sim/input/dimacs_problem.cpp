#include "input/dimacs_problem.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "corridor/graph/graph.hpp"

#include "input/file_value.hpp"

namespace corridor {

namespace {

/// The problem that a word in the problem line stands for; empty if none is known.
std::string_view problem_named(std::string_view word) {
  if (word == "sp") return "a shortest-path problem";
  if (word == "max") return "a maximum-flow problem";
  if (word == "min") return "a minimum-cost-flow problem";
  if (word == "asn") return "an assignment problem";
  if (word == "tw") return "a graph without weights, to be decomposed";
  if (word == "edge" || word == "col") return "a graph without weights, to be coloured";
  if (word == "aux") return "data that goes with a graph, such as its coordinates";
  return {};
}

}  // namespace

char DimacsProblem::next() {
  while (lines_.next()) {
    const std::string_view word = lines_.field();
    if (word == "p") {
      if (!read_problem()) return 0;
    } else if (word.size() == 1 && kind_.letters.find(word[0]) != std::string_view::npos) {
      if (is_expected(word)) return word[0];
    } else if (!accept_unknown(word)) {
      return 0;
    }
  }
  finish();
  return 0;
}

/// Whether the problem line has come already.
bool DimacsProblem::is_expected(std::string_view word) {
  if (has_problem_) {
    if (word == "a") ++arc_lines_;
    return true;
  }
  if (!missed_problem_) {
    lines_.error(lines_.line_place(),
                 fmt::format("{} before the problem line", word == "a" ? "an arc" : "a node"),
                 kind_.form);
  }
  missed_problem_ = true;
  return false;
}

DimacsProblem::Ends DimacsProblem::ends() {
  Ends ends;
  ends.tail = lines_.node("the tail", nodes_);
  if (!ends.tail && lines_.is_at_end()) return ends;
  ends.head = lines_.node("the head", nodes_);
  ends.goes_on = ends.head || !lines_.is_at_end();
  return ends;
}

/// False if the rest of the file means something else.
bool DimacsProblem::read_problem() {
  const SourcePos at = lines_.line_place();
  const std::string_view word = lines_.field();
  if (word != kind_.word) {
    const std::string_view problem = problem_named(word);
    lines_.error(lines_.place(word),
                 word.empty() ? "the problem line does not say of which kind the problem is"
                 : problem.empty()
                     ? fmt::format("the problem {} is not known", in_quotes(word))
                     : fmt::format("the file holds {} ({})", problem, in_quotes(word)),
                 kind_.form);
    return false;
  }
  if (has_problem_) {
    lines_.error(at, "a second problem line", fmt::format("the first is line {}", place_.line));
    return true;
  }
  has_problem_ = true;
  place_ = at;
  return read_counts();
}

bool DimacsProblem::read_counts() {
  const auto nodes = lines_.whole_number("the number of nodes");
  if (!nodes || !is_possible(*nodes, std::max<std::size_t>(size_, 1'000'000), "nodes")) {
    return false;
  }
  const auto arcs = lines_.whole_number("the number of arcs");
  if (!arcs || !is_possible(*arcs, size_, "arcs")) return false;
  nodes_ = static_cast<std::uint32_t>(*nodes);
  arcs_ = static_cast<std::size_t>(*arcs);
  return lines_.ends();
}

/// Each node and arc that is spoken of takes some bytes; and ids have 32 bits.
bool DimacsProblem::is_possible(Weight count, std::size_t bytes, const char* things) {
  const std::size_t most = std::min<std::size_t>(bytes, VertexId{}.index() - 1);
  if (count >= 0 && static_cast<std::size_t>(count) <= most) return true;
  lines_.error(lines_.last_place(),
               count < 0 ? fmt::format("{} is no number of {}", count, things)
                         : fmt::format("{} {} are more than a file of {} bytes can hold", count,
                                       things, size_));
  return false;
}

/// False if this is no file of the format at all, and one message is enough.
bool DimacsProblem::accept_unknown(std::string_view word) {
  const bool is_first = !has_problem_ && !missed_problem_;
  lines_.error(lines_.place(word),
               is_first
                   ? fmt::format("this is no {} in DIMACS's format", kind_.thing)
                   : fmt::format("no line of a {} begins with {}", kind_.thing, in_quotes(word)),
               is_first && word.starts_with('<')
                   ? "it looks like a network in TNTP's format: its name should end in .tntp"
                   : kind_.legend);
  return !is_first;
}

void DimacsProblem::finish() {
  is_complete_ = has_problem_ && !missed_problem_;
  if (!has_problem_) {
    if (!missed_problem_) lines_.error({name_, 0, 0}, "there is no problem line", kind_.form);
  } else if (arc_lines_ != arcs_ && !missed_problem_) {
    lines_.error(place_, fmt::format("arcs announced: {}, arcs there: {}", arcs_, arc_lines_),
                 arc_lines_ < arcs_ ? "the file may have been cut short" : "");
  }
}

}  // namespace corridor
