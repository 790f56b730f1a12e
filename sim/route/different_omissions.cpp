#include "route/different_omissions.hpp"

#include <algorithm>
#include <cmath>

namespace corridor::detail {

Windows::Windows(const Path& path, const Difference& difference) {
  std::vector<Weight> come{0};  // how far, before each road and at the end
  for (const ArcId arc : path.arcs) {
    const std::uint32_t road = difference.road[arc.index()];
    if (road == Difference::no_road) continue;
    roads_.push_back(road);
    come.push_back(come.back() + std::max<Weight>(difference.length[arc.index()], 1));
  }
  const Weight length = come.back();
  const auto shared =
      static_cast<Weight>(std::floor(static_cast<double>(length) * difference.overlap));
  const Weight least = std::max<Weight>(length - shared, 1);
  for (const Weight begin : come) {
    const auto end = std::ranges::lower_bound(come, begin + least);
    if (end == come.end()) break;
    ends_.push_back(static_cast<std::size_t>(end - come.begin()));
  }
}

DifferentOmissions::DifferentOmissions(const Graph& graph, std::span<const Weight> weight,
                                       const PathQuery& query, const Difference& difference)
    : difference_{difference}, states_{graph, weight, query}, search_{states_} {
  std::size_t roads = 0;
  for (const std::uint32_t road : difference.road) {
    if (road != Difference::no_road) roads = std::max<std::size_t>(roads, road + 1);
  }
  excluded_.assign(roads, 0);
  used_.assign(roads, 0);
}

bool DifferentOmissions::found(std::span<const Windows> earlier, Weight limit) {
  earlier_ = earlier;
  limit_ = limit;
  std::vector<Range> ranges;
  for (const Windows& windows : earlier) {
    if (windows.count() == 0) return false;  // over no road: nothing differs from it
    ranges.push_back({0, windows.count() - 1});
  }
  return found_in(ranges);
}

bool DifferentOmissions::found_in(std::vector<Range>& ranges) {
  exclude(ranges, 1);
  const bool any = find_cheapest();
  exclude(ranges, -1);
  if (!any) return false;
  std::size_t kept = 0;  // the first earlier path of which the one found leaves out no window
  while (kept < ranges.size() && leaves_out_one(earlier_[kept], ranges[kept])) ++kept;
  if (kept == ranges.size()) return true;
  const Range whole = ranges[kept];
  const std::size_t middle = whole.first + (whole.last - whole.first) / 2;
  bool found = false;
  for (const Range half : {Range{whole.first, middle}, Range{middle + 1, whole.last}}) {
    ranges[kept] = half;
    found = found || found_in(ranges);
  }
  ranges[kept] = whole;
  return found;
}

void DifferentOmissions::exclude(const std::vector<Range>& ranges, int by) {
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    for (const std::uint32_t road : earlier_[i].common(ranges[i].first, ranges[i].last)) {
      excluded_[road] += by;
    }
  }
}

bool DifferentOmissions::leaves_out_one(const Windows& windows, Range range) const {
  for (std::size_t i = range.first; i <= range.last; ++i) {
    if (std::ranges::none_of(windows.common(i, i),
                             [&](std::uint32_t road) { return used_[road] != 0; })) {
      return true;
    }
  }
  return false;
}

/// The cheapest path over no excluded road, if it weighs less than the limit; its roads are marked.
bool DifferentOmissions::find_cheapest() {
  ++searches_;
  search_.restart(limit_);
  search_.reach(states_.start(), 0, states_.start(), {});
  const bool found = search_.reaches_target([&](const CertificateStates::Step& step, State) {
    const std::uint32_t road = difference_.road[step.first.index()];
    return road == Difference::no_road || excluded_[road] == 0;
  });
  std::ranges::fill(used_, char{0});
  for (State at = states_.target(); found && at != states_.start();) {
    const auto& [from, step] = search_.before(at);
    const std::uint32_t road = difference_.road[step.first.index()];
    if (road != Difference::no_road) used_[road] = 1;
    at = from;
  }
  return found;
}

}  // namespace corridor::detail
