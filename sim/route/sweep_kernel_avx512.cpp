#include "route/sweep_kernel.hpp"

#define CORRIDOR_KERNEL_TARGET [[gnu::target("avx512f,avx512vl,avx512dq,avx512bw")]]

namespace corridor::detail {
namespace {
constexpr std::size_t vector_bytes = 64;
}
}  // namespace corridor::detail

#include "route/sweep_kernel_block_avx512.hpp"
// What relaxes a block comes first.
#include "route/sweep_kernel_body.hpp"

namespace corridor::detail {

template <HierarchyWeight W>
const Kernels<W>& avx512_kernels() {
  return kernels_of_this_target<W>;
}

template const Kernels<std::uint32_t>& avx512_kernels();
template const Kernels<Weight>& avx512_kernels();

}  // namespace corridor::detail
