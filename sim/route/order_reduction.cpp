#include "route/order_reduction.hpp"

#include <utility>

namespace corridor::detail {

namespace {

constexpr std::uint32_t none = UINT32_MAX;

/// The graph while vertices go: each edge is two slots, one in the row of either end, that know of
/// each other, so that a vertex leaves in constant time. Rows are swept after each round.
class Shrinking {
 public:
  explicit Shrinking(const SimpleGraph& graph);
  Reduction run();

 private:
  std::size_t size() const { return degree_.size(); }
  void eliminate(std::uint32_t vertex);
  void drop_parallels(std::uint32_t vertex);
  void close_gaps(std::uint32_t vertex);
  void round(std::vector<std::uint32_t>& candidates);
  void collect_rest();

  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> degree_;      // slots in use; those of a row come first in it
  std::vector<std::uint32_t> head_;        // by slot; none where the edge is gone
  std::vector<std::uint32_t> back_;        // the slot at the other end
  std::vector<std::uint32_t> seen_;        // by vertex: the last row that met it
  std::vector<std::uint32_t> touched_in_;  // by vertex: the last round that touched it
  std::vector<char> gone_;
  std::vector<std::uint32_t> touched_;
  std::uint32_t round_ = 0;
  Reduction result_;
};

Shrinking::Shrinking(const SimpleGraph& graph)
    : first_{graph.first},
      degree_(graph.size()),
      head_{graph.head},
      back_(graph.head.size()),
      seen_(graph.size(), none),
      touched_in_(graph.size(), 0),
      gone_(graph.size(), 0) {
  // Rows ascend, so going through all tails meets the slots of each head in their order.
  std::vector<std::uint32_t> next{first_};
  for (std::uint32_t v = 0; v < size(); ++v) {
    degree_[v] = first_[v + 1] - first_[v];
    for (std::uint32_t slot = first_[v]; slot < first_[v + 1]; ++slot)
      back_[slot] = next[head_[slot]]++;
  }
}

void Shrinking::eliminate(std::uint32_t vertex) {
  gone_[vertex] = 1;
  result_.eliminated.push_back(vertex);
  const std::uint32_t slot = first_[vertex];
  for (std::uint32_t i = slot; i < slot + degree_[vertex]; ++i) {
    if (touched_in_[head_[i]] == round_) continue;
    touched_in_[head_[i]] = round_;
    touched_.push_back(head_[i]);
  }
  if (degree_[vertex] == 1) head_[back_[slot]] = none;
  if (degree_[vertex] != 2) return;
  const std::uint32_t one = back_[slot];
  const std::uint32_t other = back_[slot + 1];
  head_[one] = head_[slot + 1];
  head_[other] = head_[slot];
  back_[one] = other;
  back_[other] = one;
}

void Shrinking::drop_parallels(std::uint32_t vertex) {
  for (std::uint32_t i = first_[vertex]; i < first_[vertex] + degree_[vertex]; ++i) {
    if (head_[i] == none) continue;
    if (seen_[head_[i]] == vertex) {
      head_[back_[i]] = none;
      head_[i] = none;
    } else {
      seen_[head_[i]] = vertex;
    }
  }
  for (std::uint32_t i = first_[vertex]; i < first_[vertex] + degree_[vertex]; ++i)
    if (head_[i] != none) seen_[head_[i]] = none;
}

void Shrinking::close_gaps(std::uint32_t vertex) {
  std::uint32_t to = first_[vertex];
  for (std::uint32_t i = to; i < first_[vertex] + degree_[vertex]; ++i) {
    if (head_[i] == none) continue;
    head_[to] = head_[i];
    back_[to] = back_[i];
    back_[back_[to]] = to;
    ++to;
  }
  degree_[vertex] = to - first_[vertex];
}

void Shrinking::round(std::vector<std::uint32_t>& candidates) {
  ++round_;
  touched_.clear();
  for (const std::uint32_t vertex : candidates) {
    const bool neighbour_has_gone = touched_in_[vertex] == round_;
    if (gone_[vertex] == 0 && !neighbour_has_gone) eliminate(vertex);
  }
  candidates.clear();
  for (const std::uint32_t vertex : touched_) drop_parallels(vertex);
  for (const std::uint32_t vertex : touched_) close_gaps(vertex);
  for (const std::uint32_t vertex : touched_)
    if (degree_[vertex] <= 2) candidates.push_back(vertex);
}

void Shrinking::collect_rest() {
  std::vector<std::uint32_t> place(size(), none);
  for (std::uint32_t v = 0; v < size(); ++v) {
    if (gone_[v] != 0) continue;
    place[v] = static_cast<std::uint32_t>(result_.kept.size());
    result_.kept.push_back(v);
  }
  for (const std::uint32_t v : result_.kept) {
    for (std::uint32_t i = first_[v]; i < first_[v] + degree_[v]; ++i)
      result_.rest.head.push_back(place[head_[i]]);
    result_.rest.first.push_back(static_cast<std::uint32_t>(result_.rest.head.size()));
  }
}

Reduction Shrinking::run() {
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t v = 0; v < size(); ++v)
    if (degree_[v] <= 2) candidates.push_back(v);
  while (!candidates.empty()) round(candidates);
  collect_rest();
  return std::move(result_);
}

}  // namespace

Reduction reduce(const SimpleGraph& graph) { return Shrinking{graph}.run(); }

}  // namespace corridor::detail
