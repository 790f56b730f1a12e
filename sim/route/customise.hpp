#pragma once

#include <span>

#include "corridor/route/hierarchy_metric.hpp"

namespace corridor::detail {

/// The vectors that a customisation is compiled for.
enum class Vectors { baseline, avx2, avx512 };

bool supported(Vectors vectors);
Vectors widest_vectors();

/// One customisation: weights in, a weight for each lane of each edge out.
template <HierarchyWeight W>
struct Customisation {
  const Hierarchy* hierarchy;
  std::span<const std::span<const Weight>> weights;  // a metric each; lanes beyond are closed
  OpenRows<W>* rows;
  std::size_t lanes;  // 1, 8 or 16
  W* up;
  W* down;
  const W* weight_rows = nullptr;  // in place of weights, side by side by arc
};

template <HierarchyWeight W>
void customise(const Customisation<W>& job, Vectors vectors = widest_vectors());

}  // namespace corridor::detail
