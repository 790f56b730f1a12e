#include "corridor/route/hierarchy_matrix.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

#include "route/hierarchy_sweep_lanes.hpp"

namespace corridor {

namespace detail {

/// What HierarchyMatrix does.
template <HierarchyWeight W>
class MatrixSearch {
 public:
  MatrixSearch(const Ground& ground, const HierarchyMetric<W>& metric,
               std::span<const VertexId> targets, Direction direction)
      : ground_{ground},
        metric_{&metric},
        direction_{direction},
        supernodes_{ground.hierarchy},
        arcs_{sweep_arcs(ground, metric, direction, targets, RowsBy::step)} {
    for (const VertexId target : targets) target_row_.push_back(arcs_.step_of[target.index()]);
  }

  std::size_t target_count() const { return target_row_.size(); }

  std::vector<W> distances(std::span<const VertexId> origins, std::size_t threads) {
    std::vector<W> matrix(origins.size() * target_count());
    const std::size_t batches = (origins.size() + lanes - 1) / lanes;
    threads = std::max<std::size_t>(1, std::min(threads, batches));
    while (workers_.size() < threads) workers_.push_back(std::make_unique<Worker>(*this));
    std::atomic<std::size_t> next{0};
    const auto work = [&](Worker& worker) {
      for (std::size_t batch = next++; batch < batches; batch = next++) {
        const std::size_t first = batch * lanes;
        const auto part = origins.subspan(first, std::min(lanes, origins.size() - first));
        fill(part, worker, matrix.data() + first * target_count());
      }
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back([&, i] { work(*workers_[i]); });
    work(*workers_[0]);
    others.clear();
    return matrix;
  }

 private:
  static constexpr std::size_t lanes = 16;

  /// What a thread needs of its own.
  struct Worker {
    explicit Worker(const MatrixSearch& search)
        : sweep{search.ground_, *search.metric_, search.supernodes_, search.direction_},
          rows{search.arcs_.steps(), lanes} {}
    LaneSweep<W> sweep;
    Rows<W> rows;
  };

  void fill(std::span<const VertexId> origins, Worker& worker, W* matrix) const {
    for (std::size_t lane = 0; lane < origins.size(); ++lane) {
      const Seed seed{origins[lane], 0};
      worker.sweep.seed(arcs_, {&seed, 1}, lane, worker.rows);
    }
    worker.sweep.sweep(arcs_, worker.rows);
    for (std::size_t target = 0; target < target_count(); ++target) {
      const W* const row = worker.rows.row(target_row_[target]);
      for (std::size_t lane = 0; lane < origins.size(); ++lane) {
        matrix[lane * target_count() + target] = row[lane];
      }
    }
  }

  Ground ground_;
  const HierarchyMetric<W>* metric_;
  Direction direction_;
  Supernodes supernodes_;
  SweepArcs<W> arcs_;
  std::vector<std::uint32_t> target_row_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace detail

template <HierarchyWeight W>
HierarchyMatrix<W>::HierarchyMatrix(const Graph& graph, const HierarchyMetric<W>& metric,
                                    std::span<const Weight> weight,
                                    std::span<const VertexId> targets, Direction direction)
    : search_{std::make_unique<detail::MatrixSearch<W>>(
          detail::Ground{graph, metric.hierarchy(), weight}, metric, targets, direction)} {}

template <HierarchyWeight W>
HierarchyMatrix<W>::HierarchyMatrix(HierarchyMatrix&&) noexcept = default;
template <HierarchyWeight W>
HierarchyMatrix<W>& HierarchyMatrix<W>::operator=(HierarchyMatrix&&) noexcept = default;
template <HierarchyWeight W>
HierarchyMatrix<W>::~HierarchyMatrix() = default;

template <HierarchyWeight W>
std::size_t HierarchyMatrix<W>::target_count() const {
  return search_->target_count();
}

template <HierarchyWeight W>
std::vector<W> HierarchyMatrix<W>::distances(std::span<const VertexId> origins,
                                             std::size_t threads) {
  return search_->distances(origins, threads);
}

template class HierarchyMatrix<std::uint32_t>;
template class HierarchyMatrix<Weight>;

}  // namespace corridor
