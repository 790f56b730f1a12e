#pragma once

// Vectors of the instruction set at hand; see sweep_kernel_body.hpp.

#include <cstddef>
#include <cstdint>
#include <utility>

namespace corridor::detail {
namespace {

template <class W, std::size_t lanes>
struct VectorOf {
  typedef W Type __attribute__((vector_size(lanes * sizeof(W)), aligned(alignof(W)), may_alias));
};
template <class W, std::size_t lanes>
using Vector = typename VectorOf<W, lanes>::Type;

template <class W>
inline constexpr std::size_t widest = vector_bytes / sizeof(W);

/// 0, 1, 2, ...
template <class V, class W, std::size_t... lane>
CORRIDOR_KERNEL_TARGET inline V lane_numbers(std::index_sequence<lane...>) {
  return V{static_cast<W>(lane)...};
}

/// Lane k of a vector in all lanes.
template <std::size_t k, class V, std::size_t... lane>
CORRIDOR_KERNEL_TARGET inline V broadcast(const V& v, std::index_sequence<lane...>) {
  return __builtin_shufflevector(v, v, (static_cast<void>(lane), static_cast<int>(k))...);
}

}  // namespace
}  // namespace corridor::detail
