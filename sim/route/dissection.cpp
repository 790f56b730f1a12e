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

/// Parts wait on a stack; each in turn is placed, or cut, and what is left of it goes on the stack.
/// Every part knows its places in the order, so the turn does not matter to the result.
class Dissection {
 public:
  explicit Dissection(Lines lines) : cut_{std::move(lines)} {}
  std::vector<std::uint32_t> run(const SimpleGraph& whole);

 private:
  using Side = InertialCut::Side;
  static constexpr std::uint32_t in_cut = UINT32_MAX - 1;

  void divide(const Part& part);
  void split(const Part& part);
  void collect(const Part& part, std::uint32_t start);
  void share_halo(const Part& part, std::size_t first_piece);
  void add_to_halos(std::span<const std::uint32_t> neighbours, std::uint32_t row);
  Part& new_piece();

  InertialCut cut_;
  LeafOrder leaf_;
  std::vector<std::uint32_t> order_;
  std::vector<Part> parts_;  // the first waiting_ of them wait; the others are kept for their room
  std::size_t waiting_ = 0;
  Part current_;
  std::size_t place_ = 0;             // of the next piece
  std::vector<std::uint32_t> local_;  // by vertex of the current part: its number in its piece
  std::vector<std::uint32_t> piece_;  // and the piece
  std::vector<std::uint32_t> row_;    // by piece: the last halo row added to
  std::vector<std::uint32_t> found_;
};

Part& Dissection::new_piece() {
  if (waiting_ == parts_.size()) parts_.emplace_back();
  Part& piece = parts_[waiting_++];
  piece.graph.clear();
  piece.halo.first.clear();
  piece.halo.head.clear();
  piece.vertex.clear();
  return piece;
}

/// Makes a piece of what hangs together with `start` now that the vertices in the cut are gone.
void Dissection::collect(const Part& part, std::uint32_t start) {
  Part& piece = new_piece();
  const auto index = static_cast<std::uint32_t>(waiting_ - 1);
  const auto find = [&](std::uint32_t v) {
    local_[v] = static_cast<std::uint32_t>(found_.size());
    piece_[v] = index;
    found_.push_back(v);
  };
  found_.clear();
  find(start);
  for (std::size_t next = 0; next < found_.size();) {  // more are found on the way
    const std::uint32_t v = found_[next++];
    for (const std::uint32_t w : part.graph.neighbours(v)) {
      if (local_[w] == in_cut) continue;
      if (local_[w] == none) find(w);
      piece.graph.head.push_back(local_[w]);
    }
    piece.graph.first.push_back(static_cast<std::uint32_t>(piece.graph.head.size()));
    piece.vertex.push_back(part.vertex[v]);
  }
  piece.place = place_;
  place_ += found_.size();
}

void Dissection::add_to_halos(std::span<const std::uint32_t> neighbours, std::uint32_t row) {
  for (const std::uint32_t v : neighbours) {
    if (local_[v] == in_cut) continue;
    SimpleGraph& halo = parts_[piece_[v]].halo;
    if (row_[piece_[v]] != row) halo.first.push_back(static_cast<std::uint32_t>(halo.head.size()));
    row_[piece_[v]] = row;
    halo.head.push_back(local_[v]);
  }
}

/// Around a piece are those of the vertices around the part, and of those in the cut, that have a
/// neighbour in it.
void Dissection::share_halo(const Part& part, std::size_t first_piece) {
  row_.assign(waiting_, none);
  std::uint32_t row = 0;
  for (; row < part.halo.size(); ++row) add_to_halos(part.halo.neighbours(row), row);
  for (std::uint32_t v = 0; v < part.graph.size(); ++v)
    if (local_[v] == in_cut) add_to_halos(part.graph.neighbours(v), row++);
  for (std::size_t i = first_piece; i < waiting_; ++i)
    parts_[i].halo.first.push_back(static_cast<std::uint32_t>(parts_[i].halo.head.size()));
}

void Dissection::split(const Part& part) {
  const std::size_t first_piece = waiting_;
  place_ = part.place;
  piece_.resize(part.graph.size());
  for (std::uint32_t v = 0; v < part.graph.size(); ++v)
    if (local_[v] == none) collect(part, v);
  share_halo(part, first_piece);
}

void Dissection::divide(const Part& part) {
  const std::size_t size = part.graph.size();
  const bool is_complete = part.graph.head.size() == size * (size - 1);
  if (size <= most_in_leaf) {
    leaf_.place(part, order_);
  } else if (is_complete) {
    for (std::size_t v = 0; v < size; ++v) order_[part.place + v] = part.vertex[v];
  } else {
    const std::span<const Side> side = cut_.find(part);
    std::size_t end = part.place + size;
    local_.assign(size, none);
    for (std::size_t v = size; v-- > 0;) {
      if (side[v] != Side::cut) continue;
      local_[v] = in_cut;
      order_[--end] = part.vertex[v];
    }
    split(part);
  }
}

std::vector<std::uint32_t> Dissection::run(const SimpleGraph& whole) {
  order_.resize(whole.size());
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
  return Dissection{lines(points)}.run(graph);
}

}  // namespace corridor::detail
