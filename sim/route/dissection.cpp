#include "route/dissection.hpp"

#include <utility>

#include "route/dissection_leaf.hpp"
#include "route/dissection_part.hpp"
#include "route/inertial_cut.hpp"

namespace corridor::detail {

namespace {

constexpr std::uint32_t none = UINT32_MAX;
constexpr std::size_t most_in_leaf = 48;
static_assert(most_in_leaf <= LeafOrder::most_vertices);

class Dissection {
 public:
  Dissection(const SimpleGraph& whole, std::span<const Position> position)
      : cut_{position}, leaf_{whole}, order_(whole.size()) {}

  std::vector<std::uint32_t> run(const SimpleGraph& whole);

 private:
  using Side = InertialCut::Side;
  static constexpr std::uint32_t in_cut = UINT32_MAX - 1;

  void divide(const Part& part);
  void split(const Part& part);
  void collect(const Part& part, std::uint32_t start);
  Part& new_part();

  InertialCut cut_;
  LeafOrder leaf_;
  std::vector<std::uint32_t> order_;
  std::vector<Part> parts_;  // the first waiting_ of them wait; the others are kept for their room
  std::size_t waiting_ = 0;
  Part current_;
  std::size_t place_ = 0;
  std::vector<std::uint32_t> local_;  // by vertex of the current part: its number in a new one
  std::vector<std::uint32_t> found_;
};

Part& Dissection::new_part() {
  if (waiting_ == parts_.size()) parts_.emplace_back();
  Part& part = parts_[waiting_++];
  part.graph.clear();
  part.vertex.clear();
  return part;
}

/// Makes a part of what hangs together with `start` once the vertices in the cut are gone.
void Dissection::collect(const Part& part, std::uint32_t start) {
  found_.assign(1, start);
  local_[start] = 0;
  Part& piece = new_part();
  for (std::size_t i = 0; i < found_.size(); ++i) {
    for (const std::uint32_t w : part.graph.neighbours(found_[i])) {
      if (local_[w] == in_cut) continue;
      if (local_[w] == none) {
        local_[w] = static_cast<std::uint32_t>(found_.size());
        found_.push_back(w);
      }
      piece.graph.head.push_back(local_[w]);
    }
    piece.graph.first.push_back(static_cast<std::uint32_t>(piece.graph.head.size()));
    piece.vertex.push_back(part.vertex[found_[i]]);
  }
  piece.place = place_;
  place_ += found_.size();
}

void Dissection::split(const Part& part) {
  place_ = part.place;
  for (std::uint32_t v = 0; v < part.graph.size(); ++v)
    if (local_[v] == none) collect(part, v);
}

void Dissection::divide(const Part& part) {
  if (part.graph.size() <= most_in_leaf) {
    leaf_.place(part, order_);
    return;
  }
  const std::span<const Side> side = cut_.find(part);
  std::size_t last = part.place + part.graph.size();
  local_.assign(part.graph.size(), none);
  for (std::size_t v = part.graph.size(); v-- > 0;) {
    if (side[v] != Side::cut) continue;
    local_[v] = in_cut;
    order_[--last] = part.vertex[v];
  }
  split(part);
}

std::vector<std::uint32_t> Dissection::run(const SimpleGraph& whole) {
  current_.graph = whole;
  current_.vertex.resize(whole.size());
  for (std::uint32_t v = 0; v < whole.size(); ++v) current_.vertex[v] = v;
  local_.assign(whole.size(), none);
  split(current_);
  while (waiting_ > 0) {
    std::swap(current_, parts_[--waiting_]);
    divide(current_);
  }
  return std::move(order_);
}

}  // namespace

std::vector<std::uint32_t> dissect(const SimpleGraph& graph, std::span<const Point> points) {
  const std::vector<Position> position = positions(points);
  return Dissection{graph, position}.run(graph);
}

}  // namespace corridor::detail
