#pragma once

#include <string>

namespace corridor::cli {

/// A line on standard error that changes, where that is a terminal; nothing elsewhere.
class Progress {
 public:
  explicit Progress(bool quiet);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void say(const std::string& what);

 private:
  bool shown_;
};

}  // namespace corridor::cli
