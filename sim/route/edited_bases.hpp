#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "route/edited_family.hpp"
#include "route/edited_worker.hpp"

namespace corridor::detail {

/// Grows the trees of families' bases, eight trees at a time, of several families or of one.
class EditedBases {
 public:
  /// The order of the families is that in which they are taken together.
  void take_up(std::span<EditedFamily* const> families);
  std::size_t blocks() const;
  /// Blocks can be solved in any order, by several workers at a time.
  void solve(std::size_t block, EditedWorker& worker) const;

 private:
  static constexpr std::size_t lanes = EditedWorker::lanes;
  /// Trees of one base that a lane of a block grows.
  struct Growth {
    static constexpr std::size_t most = 4;  // one way
    EditedFamily* family = nullptr;
    std::span<BaseTree> from;
    std::span<BaseTree> to;
  };
  static void grow(std::span<BaseTree* const> trees, Direction direction, EditedWorker& worker);

  std::vector<Growth> growths_;
};

}  // namespace corridor::detail
