#include "route/dissection_leaf.hpp"

#include <bit>

namespace corridor::detail {

namespace {

constexpr std::uint64_t bit(std::uint32_t i) { return std::uint64_t{1} << i; }

}  // namespace

// Beyond 64 vertices, the outside counts no more: all orders of a part so enclosed are much alike.
void LeafOrder::collect_rows(const Part& part) {
  for (std::uint32_t v = 0; v < part.graph.size(); ++v) {
    row_[v] = {};
    for (const std::uint32_t w : part.graph.neighbours(v)) row_[v].inside |= bit(w);
  }
  for (std::uint32_t o = 0; o < part.halo.size() && o < 64; ++o)
    for (const std::uint32_t w : part.halo.neighbours(o)) row_[w].outside |= bit(o);
}

std::uint32_t LeafOrder::best(std::uint64_t left) const {
  std::uint32_t best = 0;
  int fewest = 2 * 64 + 1;
  for (; left != 0; left &= left - 1) {
    const auto v = static_cast<std::uint32_t>(std::countr_zero(left));
    const int degree = std::popcount(row_[v].inside) + std::popcount(row_[v].outside);
    if (degree >= fewest) continue;
    fewest = degree;
    best = v;
  }
  return best;
}

void LeafOrder::eliminate(std::uint32_t vertex) {
  const Row row = row_[vertex];
  for (std::uint64_t rest = row.inside; rest != 0; rest &= rest - 1) {
    const auto v = static_cast<std::uint32_t>(std::countr_zero(rest));
    row_[v].inside = (row_[v].inside | row.inside) & ~bit(v) & ~bit(vertex);
    row_[v].outside |= row.outside;
  }
}

void LeafOrder::place(const Part& part, std::vector<std::uint32_t>& order) {
  collect_rows(part);
  const std::size_t size = part.graph.size();
  std::uint64_t left = size == 64 ? ~std::uint64_t{0} : bit(static_cast<std::uint32_t>(size)) - 1;
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t v = best(left);
    order[part.place + i] = part.vertex[v];
    left &= ~bit(v);
    eliminate(v);
  }
}

}  // namespace corridor::detail
