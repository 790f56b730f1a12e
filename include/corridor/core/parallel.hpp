#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace corridor {

/// Calls `work(index, worker)` once for each index below `count`, from up to `threads` threads, of
/// which the caller's is one; `worker` is below `threads`, and no two calls at a time share it. In
/// what order is not said, so the calls must not depend on each other. If calls throw, the
/// exception of the lowest index that threw is thrown again when all is done.
template <class Work>
void parallel_for(std::size_t count, std::size_t threads, const Work& work) {
  std::vector<std::exception_ptr> trouble(count);
  std::atomic<std::size_t> next{0};
  const auto take = [&](std::size_t worker) {
    for (std::size_t index = next++; index < count; index = next++) {
      try {
        work(index, worker);
      } catch (...) {
        trouble[index] = std::current_exception();
      }
    }
  };
  std::vector<std::jthread> others;
  for (std::size_t worker = 1; worker < std::min(threads, count); ++worker) {
    others.emplace_back(take, worker);
  }
  take(0);
  others.clear();  // waits for them
  for (const std::exception_ptr& one : trouble) {
    if (one) std::rethrow_exception(one);
  }
}

/// As many as the machine runs at once, at least 1.
inline std::size_t hardware_threads() {
  return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

}  // namespace corridor
