#pragma once

// Vectors of the instruction set at hand; see sweep_kernel_body.hpp.

#include <cstddef>

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

}  // namespace
}  // namespace corridor::detail
