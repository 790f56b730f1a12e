#include "flow/simplex_order.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace corridor {

namespace {

using Node = std::uint32_t;
using Numbers = std::vector<std::uint32_t>;
constexpr Node none = BasisTree::none;

/// Longer runs make the search for an entering arc faster, shorter ones its sample better.
constexpr std::size_t run_length = 16;

struct Search {
  SimplexForest forest;
  Numbers order;  // as the nodes were reached for good, the rest after them
};

/// Dijkstra's search backwards from all demands at once.
Search search_from_demands(const SimplexNetwork& network) {
  const SortedByKey in = sorted_by(network.head, network.nodes);
  Search search;
  search.forest.parent.assign(network.nodes, none);
  search.forest.arc.assign(network.nodes, none);
  std::vector<FlowCost> distance(network.nodes, std::numeric_limits<FlowCost>::max());
  std::vector<char> done(network.nodes, 0);
  using Entry = std::pair<FlowCost, Node>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  for (Node v = 0; v < network.nodes; ++v) {
    if (network.supply[v] >= 0) continue;
    distance[v] = 0;
    queue.emplace(0, v);
  }
  while (!queue.empty()) {
    const Node head = queue.top().second;
    queue.pop();
    if (std::exchange(done[head], char{1}) != 0) continue;
    search.order.push_back(head);
    for (const std::uint32_t arc : in.of(head)) {
      const Node tail = network.tail[arc];
      const FlowCost reach = distance[head] + std::max<FlowCost>(0, network.cost[arc]);
      if (network.room[arc] == 0 || reach >= distance[tail]) continue;
      distance[tail] = reach;
      queue.emplace(reach, tail);
      if (network.supply[tail] != 0) continue;
      search.forest.parent[tail] = head;
      search.forest.arc[tail] = arc;
    }
  }
  for (Node v = 0; v < network.nodes; ++v) {
    if (done[v] == 0) search.order.push_back(v);
  }
  return search;
}

/// Preorder in which the largest subtree comes first: long paths down run through memory.
Numbers preorder(const Search& search) {
  const Numbers& parent = search.forest.parent;
  Numbers size(parent.size(), 1);
  Numbers largest(parent.size(), none);
  for (std::size_t i = parent.size(); i-- > 0;) {
    const Node v = search.order[i];
    if (parent[v] == none) continue;
    size[parent[v]] += size[v];
    Node& child = largest[parent[v]];
    if (child == none || size[v] > size[child]) child = v;
  }
  Numbers number(parent.size());
  Numbers room(parent.size());  // the first number free for a child
  Node roots = 0;
  for (const Node v : search.order) {
    if (parent[v] == none) {
      number[v] = std::exchange(roots, roots + size[v]);
    } else if (largest[parent[v]] == v) {
      number[v] = number[parent[v]] + 1;
    } else {
      number[v] = std::exchange(room[parent[v]], room[parent[v]] + size[v]);
    }
    room[v] = number[v] + 1 + (largest[v] == none ? 0 : size[largest[v]]);
  }
  return number;
}

/// Arcs by new tail, cut into runs that are dealt out in turn.
Numbers deal_out(const SimplexNetwork& network, const Numbers& node) {
  Numbers tail(network.tail.size());
  for (std::size_t arc = 0; arc < tail.size(); ++arc) tail[arc] = node[network.tail[arc]];
  const Numbers by_tail = sorted_by(tail, network.nodes).items;
  const std::size_t runs = (tail.size() + run_length - 1) / run_length;
  const auto stride =
      std::max<std::size_t>(1, static_cast<std::size_t>(std::sqrt(static_cast<double>(runs))));
  Numbers number(tail.size());
  std::uint32_t dealt = 0;
  for (std::size_t deal = 0; deal < stride; ++deal) {
    for (std::size_t run = deal; run < runs; run += stride) {
      const std::size_t end = std::min(tail.size(), (run + 1) * run_length);
      for (std::size_t i = run * run_length; i < end; ++i) number[by_tail[i]] = dealt++;
    }
  }
  return number;
}

}  // namespace

SortedByKey sorted_by(const std::vector<std::uint32_t>& key, std::size_t keys) {
  SortedByKey sorted;
  sorted.first.assign(keys + 2, 0);
  for (const std::uint32_t k : key) ++sorted.first[k + 2];
  for (std::size_t k = 2; k < sorted.first.size(); ++k) sorted.first[k] += sorted.first[k - 1];
  sorted.items.resize(key.size());
  for (std::uint32_t i = 0; i < key.size(); ++i) sorted.items[sorted.first[key[i] + 1]++] = i;
  sorted.first.pop_back();
  return sorted;
}

SimplexOrder order_from_demands(const SimplexNetwork& network) {
  const Search search = search_from_demands(network);
  SimplexOrder order;
  order.node = preorder(search);
  order.arc = deal_out(network, order.node);
  order.forest.parent.assign(network.nodes, none);
  order.forest.arc.assign(network.nodes, none);
  for (Node v = 0; v < network.nodes; ++v) {
    if (search.forest.parent[v] == none) continue;
    order.forest.parent[order.node[v]] = order.node[search.forest.parent[v]];
    order.forest.arc[order.node[v]] = order.arc[search.forest.arc[v]];
  }
  return order;
}

SimplexNetwork reordered(const SimplexNetwork& network, const SimplexOrder& order) {
  SimplexNetwork result = network;
  for (std::size_t arc = 0; arc < order.arc.size(); ++arc) {
    const std::uint32_t to = order.arc[arc];
    result.tail[to] = order.node[network.tail[arc]];
    result.head[to] = order.node[network.head[arc]];
    result.cost[to] = network.cost[arc];
    result.room[to] = network.room[arc];
  }
  for (std::size_t v = 0; v < order.node.size(); ++v) {
    result.supply[order.node[v]] = network.supply[v];
  }
  return result;
}

}  // namespace corridor
