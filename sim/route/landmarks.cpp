#include "corridor/route/landmarks.hpp"

#include "route/landmarks_choice.hpp"
#include "route/landmarks_table.hpp"

namespace corridor {

namespace {

template <class Word>
LandmarkTable<Word> table_of(const std::vector<LandmarkDistances>& columns, std::size_t places) {
  LandmarkTable<Word> table{places, columns.size()};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::uint32_t place = 0; place < places; ++place) {
      auto& cell = table.at(place, i);
      const Weight from = columns[i].from[place];
      const Weight to = columns[i].to[place];
      if (from < infinite_weight) cell.from = static_cast<Word>(from);
      if (to < infinite_weight) cell.to = static_cast<Word>(to);
    }
  }
  return table;
}

bool fits_in_half(const std::vector<LandmarkDistances>& columns) {
  const auto fits = [](Weight distance) {
    return distance >= infinite_weight || distance < std::numeric_limits<std::uint32_t>::max();
  };
  return std::all_of(columns.begin(), columns.end(), [&](const LandmarkDistances& column) {
    return std::all_of(column.from.begin(), column.from.end(), fits) &&
           std::all_of(column.to.begin(), column.to.end(), fits);
  });
}

}  // namespace

Landmarks::Landmarks(const Graph& graph, std::span<const Weight> weight,
                     const LandmarkOptions& options) {
  const auto order = std::make_shared<const MemoryOrder>(MemoryOrder::by_depth(graph));
  LandmarkChooser chooser{graph, weight, order};
  // Where a path may weigh past infinity, that a distance is infinite does not show that there is
  // no path, and bounds from it would be wrong.
  if (tight_bound(graph, weight) < infinite_weight) chooser.choose(options);
  const std::vector<LandmarkDistances>& columns = chooser.columns();
  if (fits_in_half(columns)) {
    tables_.reset(new Tables{order, chooser.vertices(),
                             table_of<std::uint32_t>(columns, graph.vertex_count())});
  } else {
    tables_.reset(
        new Tables{order, chooser.vertices(), table_of<Weight>(columns, graph.vertex_count())});
  }
}

Landmarks::~Landmarks() = default;
Landmarks::Landmarks(Landmarks&&) noexcept = default;
Landmarks& Landmarks::operator=(Landmarks&&) noexcept = default;

const std::vector<VertexId>& Landmarks::vertices() const { return tables_->vertices; }

Weight Landmarks::bound(VertexId from, VertexId to) const {
  Weight bound = 0;
  for (std::size_t i = 0; i < vertices().size(); ++i) {
    bound = std::max(bound, this->bound(from, to, std::span{&i, 1}));
  }
  return bound;
}

Weight Landmarks::bound(VertexId from, VertexId to, std::span<const std::size_t> active) const {
  const std::uint32_t place = tables_->order->place(from);
  const std::uint32_t target = tables_->order->place(to);
  return std::visit(
      [&](const auto& table) {
        Weight bound = 0;
        for (const std::size_t landmark : active) {
          bound =
              std::max(bound, table.bound(table.at(place, landmark), table.at(target, landmark)));
        }
        return bound;
      },
      tables_->table);
}

std::vector<std::size_t> Landmarks::best(VertexId from, VertexId to, std::size_t count) const {
  std::vector<std::pair<Weight, std::size_t>> ranked;
  for (std::size_t i = 0; i < vertices().size(); ++i) {
    ranked.emplace_back(-bound(from, to, std::span{&i, 1}), i);
  }
  std::sort(ranked.begin(), ranked.end());
  ranked.resize(std::min(ranked.size(), count));
  std::vector<std::size_t> best;
  for (const auto& [bound, landmark] : ranked) best.push_back(landmark);
  return best;
}

std::size_t Landmarks::memory() const {
  return tables_->order->memory() + tables_->vertices.capacity() * sizeof(VertexId) +
         std::visit([](const auto& table) { return table.memory(); }, tables_->table);
}

}  // namespace corridor
