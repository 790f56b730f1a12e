#include "flow/path_pool.hpp"

#include <algorithm>

namespace corridor {

namespace {

std::uint64_t hash_of(std::span<const ArcId> arcs) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const ArcId arc : arcs) {
    hash = (hash ^ arc.index()) * 0x100000001b3U;
    hash ^= hash >> 29U;
  }
  return hash;
}

}  // namespace

PathIndex PathPool::append(const Entry& entry) {
  const auto index = static_cast<PathIndex>(paths_.size());
  paths_.push_back(entry);
  newest_[entry.commodity] = index;
  return index;
}

/// The arcs from `first` on are a path: drops them again if it is known.
PathIndex PathPool::find_or_keep(std::size_t commodity, std::size_t first) {
  const std::span<const ArcId> added = std::span{arcs_}.subspan(first);
  const std::uint64_t hash = hash_of(added);
  for (PathIndex path = newest_[commodity]; path != no_path_index; path = older(path)) {
    if (stays(path) || paths_[path].hash != hash) continue;
    const std::span<const ArcId> known = arcs(path);
    if (!std::equal(known.begin(), known.end(), added.begin(), added.end())) continue;
    arcs_.erase(arcs_.begin() + static_cast<std::ptrdiff_t>(first), arcs_.end());
    return path;
  }
  double cost = 0;
  const std::size_t first_row = rows_.size();
  const std::uint32_t cargo = problem_->commodities()[commodity].id.cargo;
  for (const ArcId arc : added) {
    cost += problem_->cost(cargo, arc);
    const auto rows = problem_->rows(cargo, arc);
    rows_.insert(rows_.end(), rows.begin(), rows.end());
  }
  return append({first, static_cast<std::uint32_t>(added.size()), first_row,
                 static_cast<std::uint32_t>(rows_.size() - first_row),
                 static_cast<std::uint32_t>(commodity), newest_[commodity], false, hash, cost});
}

PathIndex PathPool::add(std::size_t commodity, PathSearch& search) {
  const std::size_t first = arcs_.size();
  search.path(problem_->commodities()[commodity].to, arcs_);
  return find_or_keep(commodity, first);
}

PathIndex PathPool::add(std::size_t commodity, std::span<const ArcId> arcs) {
  const std::size_t first = arcs_.size();
  arcs_.insert(arcs_.end(), arcs.begin(), arcs.end());
  return find_or_keep(commodity, first);
}

PathIndex PathPool::add_staying(std::size_t commodity) {
  for (PathIndex path = newest_[commodity]; path != no_path_index; path = older(path)) {
    if (stays(path)) return path;
  }
  return append({arcs_.size(), 0, rows_.size(), 0, static_cast<std::uint32_t>(commodity),
                 newest_[commodity], true, 0, problem_->commodities()[commodity].penalty});
}

}  // namespace corridor
