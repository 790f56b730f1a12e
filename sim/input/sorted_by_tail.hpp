#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace corridor {

/// Arcs of any kind by their tails, below `nodes`: stable, in time proportional to both.
template <class Arc>
std::vector<Arc> sorted_by_tail(std::vector<Arc> arcs, std::size_t nodes) {
  const auto earlier = [](const Arc& a, const Arc& b) { return a.tail < b.tail; };
  if (std::is_sorted(arcs.begin(), arcs.end(), earlier)) return arcs;
  std::vector<std::size_t> next(nodes + 1);
  for (const Arc& arc : arcs) ++next[arc.tail + 1];
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<Arc> sorted(arcs.size());
  for (const Arc& arc : arcs) sorted[next[arc.tail]++] = arc;
  return sorted;
}

}  // namespace corridor
