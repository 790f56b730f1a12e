#include "route/sweep_kernel.hpp"

#define CORRIDOR_KERNEL_TARGET [[gnu::target("sse2")]]

namespace corridor::detail {
namespace {
constexpr std::size_t vector_bytes = 16;
}
}  // namespace corridor::detail

#include "route/sweep_kernel_block.hpp"
// What relaxes a block comes first.
#include "route/sweep_kernel_body.hpp"

namespace corridor::detail {

template <HierarchyWeight W>
const Kernels<W>& baseline_kernels() {
  return kernels_of_this_target<W>;
}

template const Kernels<std::uint32_t>& baseline_kernels();
template const Kernels<Weight>& baseline_kernels();

}  // namespace corridor::detail
