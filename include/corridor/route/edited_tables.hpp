#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "corridor/graph/metric.hpp"
#include "corridor/route/distance_table.hpp"
#include "corridor/route/hierarchy.hpp"

namespace corridor {

/// An arc that weighs something else than in a base.
struct ArcEdit {
  ArcId arc;
  Weight weight = infinite_weight;

  friend bool operator==(const ArcEdit&, const ArcEdit&) = default;
};

/// The arcs on which `weight` is not what `base` is, ascending.
std::vector<ArcEdit> edits_between(std::span<const Weight> base, std::span<const Weight> weight);

/// Metrics that are edits of one, and the pairs asked under each of them. Edits are ascending by
/// arc, no arc twice; they may say what the base says.
struct MetricFamily {
  std::span<const Weight> base;
  std::vector<std::span<const ArcEdit>> edits;  // by metric
  std::span<const Ends> ends;
};

/// What became of the questions of a call: each metric of each family with each of its pairs.
struct EditedTablesCount {
  std::size_t questions = 0;
  std::size_t shared = 0;    // under a metric that another of its family equals
  std::size_t stood = 0;     // of the others: the base's answer was proved to stand
  std::size_t searched = 0;  // of these: a short search beside the base found the answer
  std::size_t solved = 0;    // and those that were asked anew
  std::size_t metrics = 0;   // customised for these
};

/// Distance tables of metrics that differ from their bases on few arcs, as scenarios do. The bases
/// alone are solved in full, with the distances from all origins and to all destinations. By these
/// an edit is either proved not to matter to a pair (see edited_bounds.hpp), or they guide a search
/// that sees little more than what the edits change (see edited_search.hpp). Where that would take
/// longer than asking the pair anew, it is asked anew, on metrics customised eight at a time, those
/// of all families together. Answers are those of distance_table, whatever the number of threads.
/// Graph and hierarchy must outlive it. Not for two threads at once.
class EditedTables {
 public:
  EditedTables(const Graph& graph, const Hierarchy& hierarchy, std::size_t threads = 1);
  EditedTables(EditedTables&&) noexcept;
  EditedTables& operator=(EditedTables&&) noexcept;
  ~EditedTables();

  /// A table for each family: a row a metric, a column a pair; infinite_weight where there is no
  /// path.
  std::vector<std::vector<Weight>> distances(std::span<const MetricFamily> families);
  /// Of the last call.
  const EditedTablesCount& count() const;

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace corridor
