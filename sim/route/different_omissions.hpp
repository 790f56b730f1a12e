#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corridor/route/alternatives.hpp"

#include "route/certificate_search.hpp"
#include "route/certificate_states.hpp"

namespace corridor::detail {

/// The roads of a path in order, and its windows: from each road on, as many as are long enough to
/// be left out.
class Windows {
 public:
  Windows(const Path& path, const Difference& difference);

  std::size_t count() const { return ends_.size(); }
  /// The roads that all windows of a range have, the first and the last included.
  std::span<const std::uint32_t> common(std::size_t first, std::size_t last) const {
    if (last >= ends_[first]) return {};
    return std::span{roads_}.subspan(last, ends_[first] - last);
  }

 private:
  std::vector<std::uint32_t> roads_;
  std::vector<std::size_t> ends_;  // of each window, by the place where it begins
};

/// Whether a path of a query that weighs less than a limit differs from all of some paths.
class DifferentOmissions {
 public:
  DifferentOmissions(const Graph& graph, std::span<const Weight> weight, const PathQuery& query,
                     const Difference& difference);
  DifferentOmissions(const DifferentOmissions&) = delete;
  DifferentOmissions& operator=(const DifferentOmissions&) = delete;

  bool found(std::span<const Windows> earlier, Weight limit);
  std::size_t searches() const { return searches_; }

 private:
  using State = CertificateStates::State;

  /// Windows of an earlier path, one of which is to be left out.
  struct Range {
    std::size_t first;
    std::size_t last;
  };

  bool found_in(std::vector<Range>& ranges);
  bool find_cheapest();
  bool leaves_out_one(const Windows& windows, Range range) const;
  void exclude(const std::vector<Range>& ranges, int by);

  const Difference& difference_;
  CertificateStates states_;
  CertificateSearch search_;
  std::span<const Windows> earlier_;
  Weight limit_ = 0;
  std::vector<int> excluded_;  // by road: how many windows want it left out
  std::vector<char> used_;     // by road: by the path that was found last
  std::size_t searches_ = 0;
};

}  // namespace corridor::detail
