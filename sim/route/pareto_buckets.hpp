#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace corridor::detail {

/// A monotone queue: a ring of buckets, each for a range of keys (Dial 1969; Denardo and Fox 1979).
/// The entries of the front bucket are handed out together; who takes them keeps them in order, and
/// what comes to lie among them while they last never enters a bucket.
template <class Entry>
class BucketQueue {
 public:
  static constexpr std::uint64_t none = UINT64_MAX;

  /// Empties the queue. No key will be more than `largest_step` above the front one's.
  void start(std::uint64_t largest_step) {
    first_.assign(bucket_count, no_item);
    occupied_.assign(bucket_count / 64, 0);
    items_.clear();
    free_ = no_item;
    shift_ = 0;
    while ((largest_step >> shift_) + 2 > bucket_count) ++shift_;
    front_ = 0;
    taken_ = false;
  }

  /// Whether a key lies in the range whose entries were taken last.
  bool in_front(std::uint64_t key) const { return taken_ && key >> shift_ == front_; }

  void push(std::uint64_t key, const Entry& entry) {
    const std::size_t bucket = (key >> shift_) & (bucket_count - 1);
    std::uint32_t item = free_;
    if (item == no_item) {
      item = static_cast<std::uint32_t>(items_.size());
      items_.push_back({entry, first_[bucket]});
    } else {
      free_ = items_[item].next;
      items_[item] = {entry, first_[bucket]};
    }
    first_[bucket] = item;
    occupied_[bucket / 64] |= std::uint64_t{1} << (bucket % 64);
  }

  /// The least key that an entry in the queue may have; `none` if it is empty.
  std::uint64_t least_key() const {
    const std::uint64_t number = next_occupied();
    return number == none ? none : number << shift_;
  }

  /// Moves the entries of the front bucket to the end of `entries`, in no order.
  void take(std::vector<Entry>& entries) {
    front_ = next_occupied();
    taken_ = true;
    const std::size_t bucket = front_ & (bucket_count - 1);
    occupied_[bucket / 64] &= ~(std::uint64_t{1} << (bucket % 64));
    std::uint32_t item = first_[bucket];
    first_[bucket] = no_item;
    while (item != no_item) {
      entries.push_back(items_[item].entry);
      const std::uint32_t next = items_[item].next;
      items_[item].next = free_;
      free_ = item;
      item = next;
    }
  }

 private:
  static constexpr std::size_t bucket_count = 4096;
  static constexpr std::uint32_t no_item = UINT32_MAX;

  struct Item {
    Entry entry;
    std::uint32_t next;
  };

  /// The number (key without its low bits) of the first bucket from the front on that is not empty.
  std::uint64_t next_occupied() const {
    const std::size_t start = front_ & (bucket_count - 1);
    for (std::size_t word = 0; word <= occupied_.size(); ++word) {
      const std::size_t at = (start / 64 + word) % occupied_.size();
      std::uint64_t bits = occupied_[at];
      if (word == 0) bits &= ~std::uint64_t{0} << (start % 64);
      if (word == occupied_.size()) bits &= ~(~std::uint64_t{0} << (start % 64));
      if (bits == 0) continue;
      const std::size_t bucket = at * 64 + static_cast<std::size_t>(std::countr_zero(bits));
      return front_ + ((bucket - start) & (bucket_count - 1));
    }
    return none;
  }

  std::vector<std::uint32_t> first_;  // item by bucket
  std::vector<std::uint64_t> occupied_;
  std::vector<Item> items_;
  std::uint32_t free_ = no_item;
  unsigned shift_ = 0;
  std::uint64_t front_ = 0;
  bool taken_ = false;
};

}  // namespace corridor::detail
