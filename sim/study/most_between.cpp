#include "corridor/study/most_between.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "corridor/flow/max_flow.hpp"

#include "study/tonnage.hpp"
#include "study/words.hpp"

namespace corridor {

namespace {

Bottleneck bottleneck_of(const ArcInfo& info) {
  if (info.way.valid()) return {link_of(info.way), {}};
  return {{}, info.node};
}

std::vector<VertexId> vertices_of(const IdVector<NodeId, VertexId>& vertex,
                                  std::span<const NodeId> nodes) {
  std::vector<VertexId> result;
  for (const NodeId node : nodes) result.push_back(vertex[node]);
  return result;
}

/// One question, asked again for each bottleneck that may be wider.
class Widener {
 public:
  Widener(const Compiled& compiled, const World& world, const MostQuestion& question)
      : topology_{compiled.topology},
        metric_{world.metric},
        certify_{question.certify},
        capacity_{tonnages(compiled, world)},
        sources_{vertices_of(topology_.origin, question.from)},
        sinks_{vertices_of(topology_.destination, question.to)} {}

  MostAnswer answer() {
    const Terminals ends{sources_, sinks_};
    most_ = max_flow(topology_.graph, capacity_, ends);
    MostAnswer answer;
    answer.most.unlimited = most_.unlimited;
    if (!most_.unlimited) {
      answer.most.value_t_yr = in_t_yr(most_.value);
      answer.most.cut = most_.cut;
      answer.most.assumed = is_weak(most_.cut);
      answer.last_cut = most_.sink_cut;
      for (const Bottleneck& at : candidates()) widen(at, answer.widenings);
    }
    if (certify_) {
      promised_ = promised_ && certify(topology_.graph, capacity_, ends, most_).holds();
      answer.most.certified = promised_;
    }
    std::ranges::stable_sort(answer.widenings, [](const auto& a, const auto& b) {
      return std::tuple{!a.unlimited, -a.rise_t_yr} < std::tuple{!b.unlimited, -b.rise_t_yr};
    });
    return answer;
  }

 private:
  bool is_weak(const std::vector<ArcId>& arcs) const {
    return std::ranges::any_of(arcs, [&](ArcId arc) { return metric_.capacity_weak[arc] != 0; });
  }

  /// Whatever raises the flow has a part in every minimum cut, so in the first and the last.
  std::vector<Bottleneck> candidates() const {
    std::vector<Bottleneck> result;
    for (const ArcId arc : most_.cut) {
      const Bottleneck at = bottleneck_of(topology_.arcs[arc]);
      const bool in_last = std::ranges::any_of(
          most_.sink_cut, [&](ArcId other) { return bottleneck_of(topology_.arcs[other]) == at; });
      if (in_last && std::ranges::find(result, at) == result.end()) result.push_back(at);
    }
    return result;
  }

  std::vector<ArcId> arcs_of(const Bottleneck& at) const {
    std::vector<ArcId> arcs;
    for (const ArcId arc : topology_.graph.arcs()) {
      const Tonnage capacity = capacity_[arc.index()];
      const bool may_widen = capacity > 0 && capacity < unlimited_tonnage;
      if (may_widen && bottleneck_of(topology_.arcs[arc]) == at) arcs.push_back(arc);
    }
    return arcs;
  }

  MaxFlow flow_with(const std::vector<ArcId>& arcs, Tonnage more) {
    wider_ = capacity_;
    for (const ArcId arc : arcs) {
      wider_[arc.index()] = more == unlimited_tonnage ? more : wider_[arc.index()] + more;
    }
    return max_flow(topology_.graph, wider_, {sources_, sinks_});
  }

  void widen(const Bottleneck& at, std::vector<BottleneckWidening>& widenings) {
    const std::vector<ArcId> arcs = arcs_of(at);
    const MaxFlow next = flow_with(arcs, unlimited_tonnage);
    if (!next.unlimited && next.value == most_.value) return;
    BottleneckWidening one{at, next.unlimited, 0, is_weak(most_.cut) || is_weak(next.cut), {}};
    if (!next.unlimited) {
      one.rise_t_yr = in_t_yr(next.value - most_.value);
      one.then_binds = next.cut;
      if (certify_) check(arcs, next.value - most_.value);
    }
    widenings.push_back(std::move(one));
  }

  /// The next cut may hold several arcs of the bottleneck, or none: so much wider is enough.
  void check(const std::vector<ArcId>& arcs, Tonnage rise) {
    const MaxFlow raised = flow_with(arcs, rise);
    promised_ = promised_ && !raised.unlimited && raised.value == most_.value + rise &&
                certify(topology_.graph, wider_, {sources_, sinks_}, raised).holds();
  }

  const Topology& topology_;
  const Metric& metric_;
  bool certify_;
  std::vector<Tonnage> capacity_;
  std::vector<VertexId> sources_;
  std::vector<VertexId> sinks_;
  MaxFlow most_;
  std::vector<Tonnage> wider_;
  bool promised_ = true;
};

}  // namespace

std::string in_words(const Network& network, const Bottleneck& at) {
  if (at.link.valid()) return network.link_name(at.link);
  const Node& node = network.nodes[at.node];
  const bool port = node.has_kind("seaport") || node.has_kind("caspian_port");
  return (port ? "port of " : "gauge change at ") + short_name(node.name);
}

MostAnswer most_between(const Compiled& compiled, const World& world,
                        const MostQuestion& question) {
  return Widener{compiled, world, question}.answer();
}

}  // namespace corridor
