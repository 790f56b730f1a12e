#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <tuple>
#include <vector>

#include "corridor/flow/stochastic_assignment.hpp"

namespace corridor {

namespace {

class Checker {
 public:
  Checker(const CongestedNetwork& network, std::span<const DemandClass> classes,
          const StochasticOptions& options, const StochasticAssignment& answer)
      : network_{network},
        graph_{*network.graph},
        classes_{classes},
        options_{options},
        answer_{answer},
        carried_by_paths_(classes.size(), IdVector<ArcId, double>(graph_.arc_count(), 0.0)) {
    bool fits = answer.volume.size() == graph_.arc_count() &&
                answer.by_class.size() == classes.size() && answer.carried.size() == classes.size();
    for (std::size_t k = 0; fits && k < classes.size(); ++k) {
      fits = answer.by_class[k].size() == graph_.arc_count() &&
             answer.carried[k].size() == classes[k].demand.size();
    }
    for (const ChoosingPair& pair : answer.pairs) fits = fits && pair.of_class < classes.size();
    fits = fits && (options.scales.empty() || options.scales.size() == classes.size());
    if (!fits) throw std::invalid_argument{"the answer is not one of this problem"};
  }

  StochasticCertificate check() {
    double trips = 0;
    double astray = 0;
    for (const ChoosingPair& pair : answer_.pairs) {
      const double moving = check(pair);
      const double volume = classes_[pair.of_class].load * pair.volume;
      trips += volume;
      astray += volume * moving / 2;
    }
    certificate_.gap = trips > 0 ? astray / trips : 0;
    check_sums();
    check_demand();
    return certificate_;
  }

 private:
  double cost(std::size_t of_class, ArcId arc, double volume) const {
    const DemandClass& of = classes_[of_class];
    const double fixed = of.fixed.empty() ? 0 : of.fixed[arc] / of.time_value;
    return fixed + time_at(network_.delay[arc], volume);
  }

  /// The sum of what the shares of a pair's paths are off.
  double check(const ChoosingPair& pair) {
    std::map<ArcId, std::size_t> uses;
    for (const ChosenPath& path : pair.paths) {
      for (const ArcId arc : path.arcs) ++uses[arc];
    }
    std::vector<double> utility;
    for (const ChosenPath& path : pair.paths) {
      double now = 0;
      double empty = 0;
      double own = 0;
      for (const ArcId arc : path.arcs) {
        now += cost(pair.of_class, arc, answer_.volume[arc]);
        const double length = cost(pair.of_class, arc, 0);
        empty += length;
        own += length / static_cast<double>(uses[arc]);
        carried_by_paths_[pair.of_class][arc] += pair.volume * path.share;
      }
      const bool has_size = options_.choice == RouteChoice::path_size_logit && empty > 0;
      utility.push_back(-options_.scale_of(pair.of_class) * now +
                        (has_size ? std::log(own / empty) : 0));
      if (!leads(pair, path) || is_doubled(pair, path)) ++certificate_.broken_paths;
    }
    return compare(pair, utility);
  }

  double compare(const ChoosingPair& pair, const std::vector<double>& utility) {
    if (utility.empty()) {
      ++certificate_.broken_paths;
      return 2;
    }
    const double best = *std::max_element(utility.begin(), utility.end());
    double all = 0;
    for (const double u : utility) all += std::exp(u - best);
    double moving = 0;
    for (std::size_t i = 0; i < utility.size(); ++i) {
      const double off = std::abs(pair.paths[i].share - std::exp(utility[i] - best) / all);
      certificate_.worst_share = std::max(certificate_.worst_share, off);
      moving += off;
    }
    return moving;
  }

  /// Whether a path leads from one end to the other and passes only what may be passed.
  bool leads(const ChoosingPair& pair, const ChosenPath& path) const {
    const DemandClass& of = classes_[pair.of_class];
    VertexId at = pair.from;
    for (const ArcId arc : path.arcs) {
      const bool is_open = of.fixed.empty() || std::isfinite(of.fixed[arc]);
      const bool may_pass =
          at == pair.from || network_.no_passing.empty() || network_.no_passing[at] == 0;
      if (!is_open || !may_pass || graph_.tail(arc) != at) return false;
      at = graph_.head(arc);
    }
    return at == pair.to && !path.arcs.empty();
  }

  static bool is_doubled(const ChoosingPair& pair, const ChosenPath& path) {
    return std::count_if(pair.paths.begin(), pair.paths.end(),
                         [&](const ChosenPath& other) { return other.arcs == path.arcs; }) > 1;
  }

  void check_sums() {
    const auto off = [&](double a, double b) {
      certificate_.worst_volume_sum = std::max(certificate_.worst_volume_sum, std::abs(a - b));
    };
    for (const ArcId arc : graph_.arcs()) {
      double sum = 0;
      for (std::size_t k = 0; k < classes_.size(); ++k) {
        off(answer_.by_class[k][arc], carried_by_paths_[k][arc]);
        sum += classes_[k].load * answer_.by_class[k][arc];
      }
      off(answer_.volume[arc], sum);
    }
  }

  void check_demand() {
    std::map<std::tuple<std::size_t, VertexId, VertexId>, double> left;
    for (std::size_t k = 0; k < classes_.size(); ++k) {
      for (std::size_t i = 0; i < classes_[k].demand.size(); ++i) {
        const OdVolume& pair = classes_[k].demand[i];
        if (answer_.carried[k][i] == 0 || pair.from == pair.to) continue;
        left[{k, pair.from, pair.to}] += pair.volume;
      }
    }
    for (const ChoosingPair& pair : answer_.pairs) {
      left[{pair.of_class, pair.from, pair.to}] -= pair.volume;
    }
    for (const auto& [pair, volume] : left) {
      certificate_.worst_demand = std::max(certificate_.worst_demand, std::abs(volume));
    }
  }

  const CongestedNetwork& network_;
  const Graph& graph_;
  std::span<const DemandClass> classes_;
  const StochasticOptions& options_;
  const StochasticAssignment& answer_;
  std::vector<IdVector<ArcId, double>> carried_by_paths_;
  StochasticCertificate certificate_;
};

}  // namespace

StochasticCertificate certify(const CongestedNetwork& network, std::span<const DemandClass> classes,
                              const StochasticOptions& options,
                              const StochasticAssignment& answer) {
  return Checker{network, classes, options, answer}.check();
}

}  // namespace corridor
