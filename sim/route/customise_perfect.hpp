#pragma once

#include <span>

#include "route/customise.hpp"

namespace corridor::detail {

/// Which edges weigh no more than any path between their ends: by edge, 1 up and 2 down. The
/// hierarchy's layout of rows must not be empty.
template <HierarchyWeight W>
std::vector<std::uint8_t> perfect_edges(const HierarchyMetric<W>& metric,
                                        Vectors vectors = widest_vectors());

}  // namespace corridor::detail
