#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "route/order_graph.hpp"

namespace corridor::detail {

/// The order that always takes the vertex with the fewest neighbours left, and of those the first.
/// It beats dissection where there are no small cuts to be found: hubs joined at random. For small
/// graphs: O(n^2) bits, and O(n) operations on words for each neighbour of each vertex.
std::vector<std::uint32_t> minimum_degree_order(const SimpleGraph& graph);

/// How many triangles an order makes: pairs of neighbours left at each vertex. As costly.
std::size_t triangles_of(const SimpleGraph& graph, std::span<const std::uint32_t> order);

}  // namespace corridor::detail
