#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corridor/core/diagnostic.hpp"

#include "input/dimacs_lines.hpp"

namespace corridor {

/// What is said of a kind of file where something is wrong with it.
struct DimacsKind {
  std::string_view word;     // in the problem line: "sp"
  std::string_view thing;    // "graph"
  std::string_view letters;  // that lines begin with, besides 'c' and 'p': "a"
  const char* form;          // "the problem line of a graph is 'p sp NODES ARCS'"
  const char* legend;        // "lines begin with 'c' (comment), ..."
};

/// What the files of DIMACS's problems on graphs share: one problem line, `p WORD NODES ARCS`,
/// before lines for arcs (`a`), as many as it announces, and for nodes.
class DimacsProblem {
 public:
  /// All must outlive this; `text` ends in a line feed.
  DimacsProblem(const std::string& name, std::string_view text, const DimacsKind& kind,
                Diagnostics& diagnostics)
      : name_{name}, size_{text.size()}, kind_{kind}, lines_{name, text, diagnostics} {}

  /// Goes past the letter of the next line for an arc or a node, which it returns. 0 at the end, or
  /// if the rest of the file means something else.
  char next();
  /// Whether next() came to the end of a file that had a problem line before all else.
  bool is_complete() const { return is_complete_; }

  DimacsLines& lines() { return lines_; }
  std::uint32_t nodes() const { return nodes_; }
  std::size_t arcs() const { return arcs_; }  // as announced
  const SourcePos& place() const { return place_; }

  /// The ends of an arc, and whether the line goes on: what is wrong with one field says nothing
  /// about the next, unless there is none.
  struct Ends {
    std::optional<std::uint32_t> tail;
    std::optional<std::uint32_t> head;
    bool goes_on = false;
    bool are_known() const { return tail && head; }
  };
  Ends ends();

 private:
  bool read_problem();
  bool read_counts();
  bool is_possible(Weight count, std::size_t bytes, const char* things);
  bool accept_unknown(std::string_view word);
  bool is_expected(std::string_view word);
  void finish();

  const std::string& name_;
  std::size_t size_;
  const DimacsKind& kind_;
  DimacsLines lines_;
  SourcePos place_;  // of the problem line
  std::uint32_t nodes_ = 0;
  std::size_t arcs_ = 0;
  std::size_t arc_lines_ = 0;
  bool has_problem_ = false;
  bool missed_problem_ = false;
  bool is_complete_ = false;
};

}  // namespace corridor
