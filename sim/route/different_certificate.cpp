#include "corridor/route/different_certificate.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "route/certificate_parts.hpp"
#include "route/different_omissions.hpp"

namespace corridor {

namespace {

using detail::DifferentOmissions;
using detail::Windows;

bool is_sound(const Graph& graph, std::span<const Weight> weight,
              std::span<const PathQuery> queries, const DifferentPaths& answer) {
  if (answer.query.size() != answer.paths.size()) return false;
  for (std::size_t i = 0; i < answer.paths.size(); ++i) {
    if (!answer.paths[i].found || answer.query[i] >= queries.size()) return false;
    const detail::Walk walk =
        detail::walk(graph, weight, queries[answer.query[i]], answer.paths[i]);
    if (!walk.connected || !walk.open || !walk.weight_agrees) return false;
  }
  return true;
}

/// The most that a path may weigh.
Weight most_of(Weight least, double stretch) {
  const double most = std::floor(static_cast<double>(least) * stretch);
  return most < static_cast<double>(infinite_weight) ? static_cast<Weight>(most)
                                                     : infinite_weight - 1;
}

bool differs(const Path& path, const Windows& earlier, const Difference& difference) {
  const auto is_used = [&](std::uint32_t road) {
    return std::ranges::any_of(path.arcs,
                               [&](ArcId arc) { return difference.road[arc.index()] == road; });
  };
  for (std::size_t i = 0; i < earlier.count(); ++i) {
    if (std::ranges::none_of(earlier.common(i, i), is_used)) return true;
  }
  return false;
}

bool are_different(std::span<const Path> paths, std::span<const Windows> windows,
                   const Difference& difference) {
  for (std::size_t i = 0; i < paths.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!differs(paths[i], windows[j], difference)) return false;
    }
  }
  return true;
}

}  // namespace

DifferenceCertificate certify(const Graph& graph, std::span<const Weight> weight,
                              std::span<const PathQuery> queries, const Difference& difference,
                              const DifferentPaths& answer) {
  DifferenceCertificate certificate;
  const std::vector<Path>& paths = answer.paths;
  certificate.sound = paths.size() <= difference.most && answer.proved <= paths.size() &&
                      is_sound(graph, weight, queries, answer);
  if (!certificate.sound) return certificate;
  const Weight most =
      paths.empty() ? infinite_weight - 1 : most_of(paths.front().weight, difference.stretch);
  certificate.within =
      std::ranges::is_sorted(paths.begin(),
                             paths.begin() + static_cast<std::ptrdiff_t>(answer.proved), {},
                             &Path::weight) &&
      std::ranges::all_of(paths, [&](const Path& path) { return path.weight <= most; });
  std::vector<Windows> windows;
  for (const Path& path : paths) windows.emplace_back(path, difference);
  certificate.different = are_different(paths, windows, difference);
  if (!certificate.different) return certificate;

  const std::span<const Windows> all{windows};
  bool missed = false;
  for (const PathQuery& query : queries) {
    DifferentOmissions omissions{graph, weight, query, difference};
    for (std::size_t i = 0; i < answer.proved && !missed; ++i) {
      missed = omissions.found(all.first(i), paths[i].weight);
    }
    if (answer.exhausted) missed = missed || omissions.found(all, most + 1);
    certificate.searches += omissions.searches();
  }
  certificate.none_missing = !missed;
  return certificate;
}

}  // namespace corridor
