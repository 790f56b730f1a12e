#include "route/sweep_kernel.hpp"

namespace corridor::detail {

bool has(Isa isa) {
  switch (isa) {
    case Isa::avx2:
      return __builtin_cpu_supports("avx2") != 0;
    case Isa::avx512:
      return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512vl") != 0 &&
             __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512bw") != 0;
    case Isa::baseline:
      break;
  }
  return true;
}

Isa widest_isa() {
  static const Isa widest = has(Isa::avx512) ? Isa::avx512
                            : has(Isa::avx2) ? Isa::avx2
                                             : Isa::baseline;
  return widest;
}

template <HierarchyWeight W>
const Kernels<W>& kernels(Isa isa) {
  switch (isa) {
    case Isa::avx2:
      return avx2_kernels<W>();
    case Isa::avx512:
      return avx512_kernels<W>();
    case Isa::baseline:
      break;
  }
  return baseline_kernels<W>();
}

template const Kernels<std::uint32_t>& kernels(Isa);
template const Kernels<Weight>& kernels(Isa);

}  // namespace corridor::detail
