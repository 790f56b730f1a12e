#pragma once

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace corridor {

/// A monotone priority queue of buckets in several levels (Denardo and Fox 1979), after whole
/// numbers that its user calls units: a bucket of the lowest level holds one unit, one of the next
/// level 512, and so on. Nothing may be pushed below the unit that is open. Within a bucket entries
/// come out first in, first out, those pushed meanwhile included; order among them is the user's
/// affair, as is the entry that has been overtaken by a better one.
///
/// Entries lie in chunks of four cache lines that empty buckets hand on to others at once, so that
/// what is written next is still in the cache.
class RadixBuckets {
 public:
  struct Entry {
    std::uint32_t vertex = 0;
    std::uint32_t mark = 0;  // by which the user knows whether the entry has been overtaken
  };
  /// Of an entry that need not be kept.
  static constexpr std::uint64_t overtaken = UINT64_MAX;

  RadixBuckets() { clear(); }

  void clear() {
    buckets_.fill({});
    filled_.fill({});
    free_.clear();
    used_ = chunk_size;  // position 0 stands for no chunk
    if (slots_.empty()) slots_.resize(chunk_size);
    open_ = 0;
    cursor_ = 0;
    size_ = 0;
  }

  bool empty() const { return size_ == 0; }
  /// The unit of the bucket that was opened last.
  std::uint64_t open_unit() const { return open_; }

  void push(Entry entry, std::uint64_t unit) {
    assert(unit >= open_ && unit < std::uint64_t{1} << (level_count * digit_bits));
    const std::uint64_t difference = unit ^ open_;
    std::size_t level = 0;
    if (difference >= fan) [[unlikely]] {
      level = static_cast<std::size_t>(std::bit_width(difference) - 1) / digit_bits;
    }
    const std::size_t digit = (unit >> (level * digit_bits)) % fan;
    Bucket& bucket = buckets_[level * fan + digit];
    filled_[level][digit / 64] |= std::uint64_t{1} << (digit % 64);
    std::uint32_t at = bucket.end;
    if (at % chunk_size == 0) [[unlikely]]
      at = extend(bucket);
    slots_[at] = entry;
    bucket.end = at + 1;
    ++size_;
  }

  /// Opens the lowest bucket that is not empty; false where all are. `unit_of` tells the unit of an
  /// entry, or that it is overtaken. What was open must have been emptied.
  template <class UnitOf>
  bool open_next(const UnitOf& unit_of) {
    while (size_ > 0) {
      for (std::size_t level = 0;; ++level) {
        const std::size_t digit = first_filled(level);
        if (digit == fan) continue;
        const std::size_t place = level * digit_bits;
        open_ = ((open_ >> place) / fan * fan + digit) << place;
        if (level == 0) return true;
        spread(level, digit, unit_of);
        break;
      }
    }
    return false;
  }

  /// The next entry of the open bucket; false once there is none.
  bool pop(Entry& entry) {
    Bucket& bucket = buckets_[open_ % fan];
    if (cursor_ == bucket.end) {
      if (cursor_ != 0) close(bucket);
      return false;
    }
    if (cursor_ % chunk_size == 0) [[unlikely]]
      cursor_ = follow(bucket, cursor_);
    entry = slots_[cursor_++];
    --size_;
    return true;
  }

  /// The vertex `steps` places on in the open bucket, if it has so many; any other vertex ever
  /// pushed, or 0, otherwise. Good for hints only.
  std::uint32_t glimpse(std::uint32_t steps) const {
    const std::uint32_t chunk = (cursor_ - 1) / chunk_size * chunk_size;
    return slots_[chunk + (cursor_ - 1 + steps) % chunk_size].vertex;
  }

  /// Entries in the open bucket.
  std::size_t open_size() const {
    const Bucket& bucket = buckets_[open_ % fan];
    std::size_t size = 0;
    if (bucket.end == 0) return size;
    for (std::uint32_t chunk = bucket.first; next_of(chunk) != 0; chunk = next_of(chunk)) {
      size += chunk_size - 1;
    }
    return size + (bucket.end - 1) % chunk_size;
  }

  std::size_t memory() const {
    return slots_.capacity() * sizeof(Entry) + free_.capacity() * sizeof(std::uint32_t) +
           sizeof *this;
  }

 private:
  static constexpr std::size_t digit_bits = 9;
  static constexpr std::size_t fan = std::size_t{1} << digit_bits;
  static constexpr std::size_t level_count = 7;
  static constexpr std::uint32_t chunk_size = 32;  // slots; the first links to the next chunk

  /// Positions in slots_. An empty bucket has no chunk, and 0 for both.
  struct Bucket {
    std::uint32_t first = 0;  // chunk
    std::uint32_t end = 0;    // one past the last entry
  };

  std::uint32_t next_of(std::uint32_t chunk) const { return slots_[chunk].mark; }

  std::size_t first_filled(std::size_t level) const {
    for (std::size_t word = 0; word < fan / 64; ++word) {
      const std::uint64_t bits = filled_[level][word];
      if (bits != 0) return word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
    }
    return fan;
  }

  /// Gives a bucket one more chunk and returns the position of its first entry.
  [[gnu::noinline]] std::uint32_t extend(Bucket& bucket) {
    std::uint32_t chunk = used_;
    if (free_.empty()) {
      used_ += chunk_size;
      if (slots_.size() < used_) slots_.resize(used_ + slots_.size());
    } else {
      chunk = free_.back();
      free_.pop_back();
    }
    slots_[chunk] = {};
    if (bucket.end == 0) {
      bucket.first = chunk;
    } else {
      slots_[bucket.end - chunk_size].mark = chunk;
    }
    return chunk + 1;
  }

  /// From the end of a chunk (or from 0, before all) to the first entry of the next.
  std::uint32_t follow(const Bucket& bucket, std::uint32_t at) {
    if (at == 0) return bucket.first + 1;
    const std::uint32_t chunk = at - chunk_size;
    free_.push_back(chunk);
    return next_of(chunk) + 1;
  }

  void close(Bucket& bucket) {
    free_.push_back((cursor_ - 1) / chunk_size * chunk_size);
    bucket = {};
    cursor_ = 0;
    const std::size_t digit = open_ % fan;
    filled_[0][digit / 64] &= ~(std::uint64_t{1} << (digit % 64));
  }

  /// Hands the entries of a bucket, whose first unit is open now, down to lower levels.
  template <class UnitOf>
  void spread(std::size_t level, std::size_t digit, const UnitOf& unit_of) {
    Bucket& slot = buckets_[level * fan + digit];
    const Bucket bucket = slot;
    slot = {};
    filled_[level][digit / 64] &= ~(std::uint64_t{1} << (digit % 64));
    std::uint32_t at = 0;
    while (at != bucket.end) {
      if (at % chunk_size == 0) at = follow(bucket, at);
      const Entry entry = slots_[at++];
      --size_;
      const std::uint64_t unit = unit_of(entry);
      if (unit != overtaken) push(entry, unit);
    }
    free_.push_back((at - 1) / chunk_size * chunk_size);
  }

  std::array<Bucket, level_count * fan> buckets_;
  std::array<std::array<std::uint64_t, fan / 64>, level_count> filled_;
  std::vector<Entry> slots_;
  std::vector<std::uint32_t> free_;  // chunks
  std::uint32_t used_ = chunk_size;  // slots that have ever been in a chunk
  std::uint32_t cursor_ = 0;         // of the open bucket: what pop gives next
  std::uint64_t open_ = 0;
  std::size_t size_ = 0;
};

}  // namespace corridor
