#include "route/edited_majority.hpp"

#include <algorithm>

namespace corridor::detail {

template <class Visit>
void EditedMajority::for_votes(std::span<const std::span<const ArcEdit>> metrics,
                               const Visit& visit) {
  for (const std::span<const ArcEdit> edits : metrics) {
    for (const ArcEdit& edit : edits) {
      const std::uint32_t vote = count_[edit.arc.index()];
      if (vote > 0) visit(votes_[vote - 1], edit.weight);
    }
  }
}

/// Opens a vote on every arc that more than half of the metrics edit; they are few.
void EditedMajority::nominate(std::span<const std::span<const ArcEdit>> metrics) {
  votes_.clear();
  for (const std::span<const ArcEdit> edits : metrics) {
    for (const ArcEdit& edit : edits) ++count_[edit.arc.index()];
  }
  for (const std::span<const ArcEdit> edits : metrics) {
    for (const ArcEdit& edit : edits) {
      std::uint32_t& count = count_[edit.arc.index()];
      if (count > metrics.size() / 2) votes_.push_back({{edit.arc, 0}});
      count = 0;
    }
  }
  std::ranges::sort(votes_, {}, [](const Vote& vote) { return vote.edit.arc; });
  for (std::uint32_t i = 0; i < votes_.size(); ++i) count_[votes_[i].edit.arc.index()] = i + 1;
}

/// The vote is Boyer and Moore's (1981): whoever has a majority survives when different votes
/// cancel each other out.
std::span<const ArcEdit> EditedMajority::of(std::span<const std::span<const ArcEdit>> metrics) {
  nominate(metrics);
  for_votes(metrics, [](Vote& vote, Weight weight) {
    if (vote.lead == 0) vote.edit.weight = weight;
    vote.lead += weight == vote.edit.weight ? 1U : ~std::size_t{0};
  });
  for_votes(metrics, [](Vote& vote, Weight weight) {
    if (weight == vote.edit.weight) ++vote.agree;
  });
  agreed_.clear();
  for (const Vote& vote : votes_) {
    count_[vote.edit.arc.index()] = 0;
    if (vote.agree > metrics.size() / 2) agreed_.push_back(vote.edit);
  }
  return agreed_;
}

}  // namespace corridor::detail
