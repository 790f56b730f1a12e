#pragma once

namespace corridor {

/// Where a vertex lies on a map, in any unit of a plane. Nothing is computed from it but hints:
/// good cuts, search order.
struct Point {
  double x = 0;
  double y = 0;
};

}  // namespace corridor
