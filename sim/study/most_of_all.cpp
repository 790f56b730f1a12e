#include "corridor/study/most_of_all.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "corridor/flow/cut_tree.hpp"

#include "study/tonnage.hpp"
#include "study/words.hpp"

namespace corridor {

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// The topology with both directions of everything folded onto one vertex: where cargo starts and
/// ends, arrives and departs, boards and lands. What cargo may not do between two stops is lost,
/// so no less flows than in the topology.
class Folded {
 public:
  Folded(const Topology& topology, const std::vector<Tonnage>& capacity) {
    const IdVector<VertexId, VertexId> folded = fold(topology);
    std::vector<ArcEnds> ends;
    for (const ArcId arc : topology.graph.arcs()) {
      const VertexId tail = folded[topology.graph.tail(arc)];
      const VertexId head = folded[topology.graph.head(arc)];
      if (tail == head || capacity[arc.index()] == 0) continue;
      ends.push_back({tail, head});
      capacity_.push_back(capacity[arc.index()]);
      arc_.push_back(arc);
    }
    sort_by_tail(ends);
    graph_ = Graph{vertices_, ends};
    for (const NodeId node : topology.origin.keys()) place_.add(folded[topology.origin[node]]);
  }

  const Graph& graph() const { return graph_; }
  const std::vector<Tonnage>& capacity() const { return capacity_; }
  VertexId place(NodeId node) const { return place_[node]; }

  /// An arc of the topology whose like in the other direction carries another amount.
  std::optional<ArcId> uneven() const {
    std::map<std::pair<VertexId, VertexId>, std::pair<Tonnage, ArcId>> sum;
    for (const ArcId arc : graph_.arcs()) {
      auto& [tonnes, one] = sum[{graph_.tail(arc), graph_.head(arc)}];
      tonnes = std::min(unlimited_tonnage, tonnes + capacity_[arc.index()]);
      one = arc_[arc.index()];
    }
    for (const auto& [ends, forth] : sum) {
      const auto back = sum.find({ends.second, ends.first});
      if (back == sum.end() || back->second.first != forth.first) return forth.second;
    }
    return {};
  }

 private:
  IdVector<VertexId, VertexId> fold(const Topology& topology) {
    using Key = std::tuple<NodeId, VertexKind, ModeId, int>;
    std::map<Key, VertexId> known;
    const auto vertex_of = [&](const VertexInfo& info) {
      const VertexKind kind = info.kind == VertexKind::destination ? VertexKind::origin : info.kind;
      const auto [at, is_new] =
          known.try_emplace({info.node, kind, info.mode, info.gauge_mm}, VertexId{vertices_});
      vertices_ += is_new ? 1 : 0;
      return at->second;
    };
    IdVector<VertexId, VertexId> folded;
    for (const VertexInfo& info : topology.vertices) folded.add(vertex_of(info));
    // A border is passed with its haul: it stands where the haul arrives.
    for (const ArcId arc : topology.graph.arcs()) {
      if (topology.arcs[arc].kind != ArcKind::border) continue;
      folded[topology.graph.tail(arc)] = folded[topology.graph.head(arc)];
    }
    return folded;
  }

  void sort_by_tail(std::vector<ArcEnds>& ends) {
    std::vector<std::size_t> order(ends.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return ends[a].tail < ends[b].tail; });
    const std::vector<ArcEnds> old_ends = ends;
    const std::vector<Tonnage> old_capacity = capacity_;
    const std::vector<ArcId> old_arc = arc_;
    for (std::size_t i = 0; i < order.size(); ++i) {
      ends[i] = old_ends[order[i]];
      capacity_[i] = old_capacity[order[i]];
      arc_[i] = old_arc[order[i]];
    }
  }

  std::size_t vertices_ = 0;
  Graph graph_;
  std::vector<Tonnage> capacity_;  // by arc
  std::vector<ArcId> arc_;         // of the topology
  IdVector<NodeId, VertexId> place_;
};

class Asker {
 public:
  Asker(const Compiled& compiled, const World& world, std::vector<NodeId> places, bool certify)
      : compiled_{compiled}, world_{world}, certify_{certify} {
    answer_.places = std::move(places);
  }

  MostOfAll answer() {
    ask_pairs();
    add_tree();
    if (certify_) answer_.certified = holds_;
    return std::move(answer_);
  }

 private:
  void ask_pairs() {
    for (const NodeId from : answer_.places) {
      for (const NodeId to : answer_.places) {
        Throughput most;
        most.unlimited = true;
        if (from != to) most = most_throughput(compiled_, world_, from, to, certify_);
        holds_ = holds_ && most.certified.value_or(true);
        answer_.t_yr.push_back(most.unlimited ? unlimited : most.value_t_yr);
        answer_.assumed.push_back(most.assumed ? 1 : 0);
      }
    }
  }

  void add_tree() {
    const Topology& topology = compiled_.topology;
    const Folded folded{topology, tonnages(compiled_, world_)};
    if (const std::optional<ArcId> arc = folded.uneven()) {
      answer_.no_tree = arcs_in_words(compiled_.network, topology, {*arc}).front() +
                        " carries more in one direction than in the other";
      return;
    }
    std::vector<VertexId> places;
    for (const NodeId node : answer_.places) places.push_back(folded.place(node));
    const CutTree tree = cut_tree(folded.graph(), folded.capacity(), places);
    if (!agrees(tree)) return;
    if (certify_) holds_ = holds_ && certify(folded.graph(), folded.capacity(), tree);
    for (std::size_t i = 1; i < places.size(); ++i) add_edge(tree, i);
    std::ranges::stable_sort(answer_.tree, {}, &CutTreeEdge::t_yr);
  }

  bool agrees(const CutTree& tree) {
    const std::size_t count = answer_.places.size();
    for (std::size_t from = 0; from < count; ++from) {
      for (std::size_t to = 0; to < count; ++to) {
        if (from == to) continue;
        const Tonnage most = most_between(tree, from, to);
        const double t_yr = most >= unlimited_tonnage ? unlimited : in_t_yr(most);
        if (t_yr == answer_.between(from, to)) continue;
        const auto name = [&](std::size_t i) {
          return short_name(compiled_.network.nodes[answer_.places[i]].name);
        };
        answer_.no_tree = "from " + name(from) + " to " + name(to) +
                          " less fits than by a tree: cargo may not change as freely as it would "
                          "have to";
        return false;
      }
    }
    return true;
  }

  /// The places that hang on the tree by the edge above the i-th.
  std::vector<char> below(const CutTree& tree, std::size_t i) const {
    std::vector<char> result(tree.places.size(), 0);
    for (std::size_t place = 0; place < result.size(); ++place) {
      std::size_t at = place;
      while (at != i && at != tree.parent[at]) at = tree.parent[at];
      result[place] = at == i ? 1 : 0;
    }
    return result;
  }

  void add_edge(const CutTree& tree, std::size_t i) {
    const std::vector<char> is_below = below(tree, i);
    std::vector<NodeId> side;
    std::vector<NodeId> others;
    for (std::size_t place = 0; place < is_below.size(); ++place) {
      (is_below[place] != 0 ? side : others).push_back(answer_.places[place]);
    }
    if (side.size() > others.size()) std::swap(side, others);
    CutTreeEdge edge{unlimited, side, {}};
    if (tree.value[i] < unlimited_tonnage) {
      edge.t_yr = in_t_yr(tree.value[i]);
      edge.cut = most_between(compiled_, world_, {side, others, false}).most.cut;
    }
    answer_.tree.push_back(std::move(edge));
  }

  const Compiled& compiled_;
  const World& world_;
  bool certify_;
  bool holds_ = true;
  MostOfAll answer_;
};

}  // namespace

MostOfAll most_of_all(const Compiled& compiled, const World& world,
                      const std::vector<NodeId>& places, bool certify) {
  return Asker{compiled, world, places, certify}.answer();
}

}  // namespace corridor
