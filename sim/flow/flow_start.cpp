#include "flow/flow_start.hpp"

namespace corridor {

namespace {

constexpr std::uint32_t no_commodity = UINT32_MAX;

}  // namespace

FlowStart::FlowStart(const FlowProblem& problem, const PathPool& pool, const PathMaster& master,
                     std::vector<double> proved_prices)
    : aim{master.aim()}, prices{std::move(proved_prices)} {
  const auto add = [&](PathIndex path, bool is_key) {
    const auto arcs = pool.arcs(path);
    paths.push_back({problem.commodities()[pool.commodity(path)].id,
                     {arcs.begin(), arcs.end()},
                     pool.stays(path),
                     is_key,
                     master.part(path),
                     is_key ? std::uint8_t{0} : master.status(path)});
  };
  for (const PathIndex key : master.keys()) add(key, true);
  for (const PathIndex path : master.columns()) add(path, false);
  const bool pays = aim == MasterAim::least_cost;
  for (std::size_t i = 0; i < master.rows().size(); ++i) {
    rows.push_back({master.rows()[i], master.status_of_row(i),
                    pays ? master.status_of_extra(i) : std::uint8_t{0}});
  }
  for (std::size_t i = 0; i < master.splits().size(); ++i) {
    splits.emplace_back(problem.commodities()[master.splits()[i]].id, master.status_of_split(i));
  }
  if (!pays) stretch_status = master.status_of_extra(0);
  overload_cost = master.overload_cost();
}

WarmStart::WarmStart(const FlowProblem& problem, PathPool& pool, MasterAim aim,
                     const FlowStart& start)
    : problem_{&problem},
      pool_{&pool},
      aim_{aim},
      start_{&start},
      keys_(problem.commodities().size(), no_path_index) {
  for (const CargoClass& cargo : problem.classes()) {
    commodity_.emplace_back(cargo.demand.size(), no_commodity);
  }
  for (std::size_t i = 0; i < problem.commodities().size(); ++i) {
    const DemandId id = problem.commodities()[i].id;
    commodity_[id.cargo][id.pair] = static_cast<std::uint32_t>(i);
  }
  std::vector<double> key_part(keys_.size(), -1);
  for (const FlowStart::Known& known : start.paths) {
    index_.push_back(no_path_index);
    const auto i = commodity(known.demand);
    if (!i || !leads(*i, known)) continue;
    index_.back() = known.stays ? pool.add_staying(*i) : pool.add(*i, known.arcs);
    const double part = known.is_key ? 2 : known.part;  // the old key, or the path with most
    if (part <= key_part[*i]) continue;
    key_part[*i] = part;
    keys_[*i] = index_.back();
  }
}

std::optional<std::size_t> WarmStart::commodity(DemandId demand) const {
  if (demand.cargo >= commodity_.size() || demand.pair >= commodity_[demand.cargo].size())
    return {};
  const std::uint32_t i = commodity_[demand.cargo][demand.pair];
  return i == no_commodity ? std::nullopt : std::optional<std::size_t>{i};
}

/// Whether the path still leads from the commodity's origin to its target.
bool WarmStart::leads(std::size_t commodity, const FlowStart::Known& known) const {
  const Commodity& wanted = problem_->commodities()[commodity];
  if (known.stays) return aim_ == MasterAim::least_cost;
  const IdVector<VertexId, char>& no_passing = problem_->network().no_passing;
  VertexId at = wanted.from;
  for (const ArcId arc : known.arcs) {
    if (arc.index() >= problem_->graph().arc_count() || problem_->graph().tail(arc) != at) {
      return false;
    }
    if (at != wanted.from && !no_passing.empty() && no_passing[at] != 0) return false;
    if (problem_->cost(wanted.id.cargo, arc) == infinite_cost) return false;
    at = problem_->graph().head(arc);
  }
  return at == wanted.to;
}

void WarmStart::furnish(PathMaster& master) const {
  std::vector<std::uint32_t> rows;
  for (const FlowStart::KnownRow& known : start_->rows) {
    const bool is_there = known.row < problem_->row_count();
    if (is_there && master.can_bind(known.row)) rows.push_back(known.row);
  }
  master.expect_overload_cost(start_->overload_cost);
  master.add_rows(rows);
  std::vector<PathIndex> columns;
  for (const PathIndex path : index_) {
    if (path != no_path_index) columns.push_back(path);
  }
  master.add_columns(columns);
  std::vector<std::uint32_t> splits;
  for (const auto& [demand, status] : start_->splits) {
    const auto i = commodity(demand);
    if (i) splits.push_back(static_cast<std::uint32_t>(*i));
  }
  master.add_splits(splits);
  if (aim_ == start_->aim) restore(master);
}

void WarmStart::restore(PathMaster& master) const {
  std::size_t position = 0;
  for (const FlowStart::KnownRow& known : start_->rows) {
    if (position >= master.rows().size() || master.rows()[position] != known.row) continue;
    master.set_status_of_row(position, known.status);
    if (master.aim() == MasterAim::least_cost) {
      master.set_status_of_extra(position, known.extra_status);
    }
    ++position;
  }
  if (master.aim() == MasterAim::least_congestion && position > 0) {
    master.set_status_of_extra(0, start_->stretch_status);
  }
  for (std::size_t i = 0; i < index_.size(); ++i) {
    if (index_[i] != no_path_index && master.keys()[pool_->commodity(index_[i])] != index_[i]) {
      master.set_status(index_[i], start_->paths[i].status);
    }
  }
  position = 0;
  for (const auto& [demand, status] : start_->splits) {
    if (commodity(demand)) master.set_status_of_split(position++, status);
  }
}

std::vector<double> WarmStart::prices() const {
  const bool fits = start_->aim == aim_ && start_->prices.size() == problem_->row_count();
  return fits ? start_->prices : std::vector<double>{};
}

}  // namespace corridor
