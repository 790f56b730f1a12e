#pragma once

#include <cassert>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace corridor {

/// Position of one thing in its list. Ids of different things do not mix.
template <class Tag>
class Id {
 public:
  constexpr Id() = default;  // names nothing
  constexpr explicit Id(std::size_t index) : value_{static_cast<std::uint32_t>(index)} {}

  constexpr std::size_t index() const { return value_; }
  constexpr bool valid() const { return *this != Id{}; }
  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  std::uint32_t value_ = std::numeric_limits<std::uint32_t>::max();
};

/// The ids from `first` up to, but without, `last`: something to loop over.
template <class Key>
class IdRange {
 public:
  class iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using iterator_concept = std::random_access_iterator_tag;
    using value_type = Key;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Key;

    constexpr iterator() = default;
    constexpr explicit iterator(std::size_t index) : index_{index} {}
    constexpr Key operator*() const { return Key{index_}; }
    constexpr Key operator[](difference_type n) const { return *(*this + n); }
    constexpr iterator& operator++() {
      ++index_;
      return *this;
    }
    constexpr iterator operator++(int) {
      iterator old = *this;
      ++index_;
      return old;
    }
    constexpr iterator& operator--() {
      --index_;
      return *this;
    }
    constexpr iterator operator--(int) {
      iterator old = *this;
      --index_;
      return old;
    }
    constexpr iterator& operator+=(difference_type n) {
      index_ = static_cast<std::size_t>(static_cast<difference_type>(index_) + n);
      return *this;
    }
    constexpr iterator& operator-=(difference_type n) { return *this += -n; }
    friend constexpr iterator operator+(iterator i, difference_type n) { return i += n; }
    friend constexpr iterator operator+(difference_type n, iterator i) { return i += n; }
    friend constexpr iterator operator-(iterator i, difference_type n) { return i -= n; }
    friend constexpr difference_type operator-(iterator a, iterator b) {
      return static_cast<difference_type>(a.index_) - static_cast<difference_type>(b.index_);
    }
    friend constexpr auto operator<=>(iterator, iterator) = default;

   private:
    std::size_t index_ = 0;
  };

  constexpr IdRange(std::size_t first, std::size_t last) : first_{first}, last_{last} {}
  constexpr iterator begin() const { return iterator{first_}; }
  constexpr iterator end() const { return iterator{last_}; }
  constexpr std::size_t size() const { return last_ - first_; }
  constexpr bool empty() const { return first_ == last_; }

 private:
  std::size_t first_;
  std::size_t last_;
};

/// A vector that only its own kind of id can index.
template <class Key, class T>
class IdVector {
 public:
  using Reference = typename std::vector<T>::reference;
  using ConstReference = typename std::vector<T>::const_reference;

  IdVector() = default;
  explicit IdVector(std::size_t size, const T& fill = T{}) : values_(size, fill) {}

  Key add(T value) {
    values_.push_back(std::move(value));
    return Key{values_.size() - 1};
  }
  void resize(std::size_t size, const T& fill = T{}) { values_.resize(size, fill); }
  void reserve(std::size_t size) { values_.reserve(size); }

  ConstReference operator[](Key key) const { return values_[checked(key)]; }
  Reference operator[](Key key) { return values_[checked(key)]; }

  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  bool contains(Key key) const { return key.index() < values_.size(); }
  IdRange<Key> keys() const { return {0, values_.size()}; }
  std::span<const T> values() const { return values_; }
  std::span<T> values() { return values_; }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }
  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }
  friend bool operator==(const IdVector&, const IdVector&) = default;

 private:
  std::size_t checked(Key key) const {
    assert(key.index() < values_.size());
    return key.index();
  }

  std::vector<T> values_;
};

}  // namespace corridor
