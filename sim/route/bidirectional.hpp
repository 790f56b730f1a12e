#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "corridor/route/shortest_path.hpp"

#include "route/radix_tree.hpp"

namespace corridor {

/// Two searches towards each other, bucket by bucket, the one with the shorter radius first
/// (Nicholson 1966, Pohl 1971). Whenever one of them scans a vertex that has a label of the other,
/// the two make a path. Once no path through what either has yet to settle can be as short as the
/// best so far, that one is the shortest, of equally cheap ones one with the fewest arcs.
///
/// The best path is among those seen: take a shortest one, of length mu, the last vertex u on it
/// that the forward search has settled, and the next, v. What lies beyond the forward radius lies
/// within mu - radius of the target, and so has been settled backward: v is, with its arc from u
/// followed, and u has its final label of both searches. Whichever search scanned its end of that
/// arc later saw both labels.
template <class Tree>
class Bidirectional {
 public:
  using Keys = typename Tree::Keys;
  using Key = typename Keys::Key;

  Bidirectional(Tree forward, Tree backward)
      : forward_{std::move(forward)}, backward_{std::move(backward)} {}

  /// Returns the distance.
  Weight run(VertexId from, VertexId to) {
    best_ = keys().none();
    meeting_ = RadixSearch<Keys>::no_vertex;
    RadixSearch<Keys>& ahead = forward_.search();
    RadixSearch<Keys>& back = backward_.search();
    ahead.start(forward_.order().place(from));
    back.start(backward_.order().place(to));
    while (!ahead.exhausted() && !back.exhausted() &&
           ahead.radius() + back.radius() <= best_distance()) {
      if (ahead.radius() <= back.radius()) {
        ahead.step(forward_.arcs(), Meeting{*this, back});
      } else {
        back.step(backward_.arcs(), Meeting{*this, ahead});
      }
    }
    return best_distance();
  }

  Path path() const {
    Path path;
    if (meeting_ == RadixSearch<Keys>::no_vertex) return path;
    const VertexId meeting = forward_.order().vertex(meeting_);
    path = forward_.path(meeting);
    const Path rest = backward_.path(meeting);
    path.weight += rest.weight;
    path.arcs.insert(path.arcs.end(), rest.arcs.begin(), rest.arcs.end());
    path.stage.resize(path.arcs.size(), 0);
    return path;
  }

  /// What proves the result of the last run. Let f and b be the radii of the searches, which add up
  /// to more than the weight mu of the path. A vertex has its forward label d if that is below f,
  /// or else max(f, mu - e), e being its backward label. Take an arc from u to v of weight w:
  /// - u settled forward: p(v) <= d(u) + w, as the arc was followed if v has its label too; and if
  ///   not, then f <= d(v) <= d(u) + w, and mu <= d(u) + w + e(v), as no path is shorter than mu.
  /// - v alone settled: p(v) < f <= p(u).
  /// - Neither: p(v) = f is no more than p(u); and if p(v) = mu - e(v) > f, then e(v) < mu - f < b,
  ///   so the arc was followed backward: e(u) <= w + e(v), and p(u) >= mu - e(u) >= p(v) - w.
  /// The target has e = 0, hence mu. Without a path, the search that came to its end has settled
  /// what it can reach: forward labels are potentials as they are; backward, what reaches the
  /// target gets an infinite potential and everything else none.
  Weight potential(VertexId vertex) const {
    const Weight ahead = forward_.distance(vertex);
    const Weight back = backward_.distance(vertex);
    const Weight mu = best_distance();
    if (mu >= infinite_weight) {
      if (forward_.search().exhausted()) return ahead;
      return back < infinite_weight ? infinite_weight : 0;
    }
    const Weight radius = forward_.search().radius();
    return ahead < radius ? ahead : std::max(radius, mu - back);
  }

  std::size_t memory() const {
    return forward_.memory() + backward_.memory() - forward_.order().memory();
  }

 private:
  struct Meeting {
    Bidirectional& both;
    const RadixSearch<Keys>& other;
    Weight estimate(std::uint32_t) const { return 0; }
    void scanned(std::uint32_t vertex, Key label) {
      const Key sum = label + other.label(vertex);
      if (sum >= both.best_) return;
      both.best_ = sum;
      both.meeting_ = vertex;
    }
  };

  const Keys& keys() const { return forward_.search().keys(); }
  Weight best_distance() const { return keys().distance(best_); }

  Tree forward_;
  Tree backward_;
  Key best_{};
  std::uint32_t meeting_ = 0;
};

}  // namespace corridor
