#include "route/order_elimination.hpp"

#include <bit>
#include <functional>
#include <queue>

namespace corridor::detail {

namespace {

constexpr std::size_t word_bits = 64;

/// A graph as a matrix of bits, from which vertices are eliminated.
class BitMatrix {
 public:
  explicit BitMatrix(const SimpleGraph& graph)
      : words_{(graph.size() + word_bits - 1) / word_bits}, bits_(graph.size() * words_) {
    for (std::uint32_t v = 0; v < graph.size(); ++v)
      for (const std::uint32_t w : graph.neighbours(v)) word(v, w) |= mask(w);
  }

  std::size_t degree(std::uint32_t vertex) const {
    std::size_t result = 0;
    for (std::size_t i = 0; i < words_; ++i)
      result += static_cast<std::size_t>(std::popcount(bits_[vertex * words_ + i]));
    return result;
  }

  /// Joins the neighbours of `vertex`, takes it away, and calls `visit` with each of them.
  template <class Visit>
  void eliminate(std::uint32_t vertex, const Visit& visit) {
    const std::uint64_t* row = &bits_[vertex * words_];
    for (std::size_t i = 0; i < words_; ++i) {
      for (std::uint64_t rest = row[i]; rest != 0; rest &= rest - 1) {
        const auto neighbour = static_cast<std::uint32_t>(i * word_bits) +
                               static_cast<std::uint32_t>(std::countr_zero(rest));
        std::uint64_t* joined = &bits_[neighbour * words_];
        for (std::size_t j = 0; j < words_; ++j) joined[j] |= row[j];
        word(neighbour, neighbour) &= ~mask(neighbour);
        word(neighbour, vertex) &= ~mask(vertex);
        visit(neighbour);
      }
    }
  }

 private:
  static std::uint64_t mask(std::uint32_t column) { return std::uint64_t{1} << column % word_bits; }
  std::uint64_t& word(std::uint32_t row, std::uint32_t column) {
    return bits_[row * words_ + column / word_bits];
  }

  std::size_t words_;
  std::vector<std::uint64_t> bits_;
};

}  // namespace

std::vector<std::uint32_t> minimum_degree_order(const SimpleGraph& graph) {
  BitMatrix matrix{graph};
  std::vector<std::uint64_t> degree(graph.size());
  std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> queue;
  const auto file = [&](std::uint32_t v) {
    const std::uint64_t now = matrix.degree(v);
    if (now == degree[v]) return;
    degree[v] = now;
    queue.push(now << 32 | v);
  };
  std::vector<std::uint32_t> order;
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    degree[v] = UINT32_MAX;
    file(v);
  }
  while (!queue.empty()) {
    const auto v = static_cast<std::uint32_t>(queue.top());
    const bool is_stale = queue.top() >> 32 != degree[v];
    queue.pop();
    if (is_stale) continue;
    degree[v] = UINT32_MAX;
    order.push_back(v);
    matrix.eliminate(v, file);
  }
  return order;
}

std::size_t triangles_of(const SimpleGraph& graph, std::span<const std::uint32_t> order) {
  BitMatrix matrix{graph};
  std::size_t result = 0;
  for (const std::uint32_t v : order) {
    std::size_t degree = 0;
    matrix.eliminate(v, [&](std::uint32_t) { ++degree; });
    result += degree == 0 ? 0 : degree * (degree - 1) / 2;
  }
  return result;
}

}  // namespace corridor::detail
