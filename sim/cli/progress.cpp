#include "cli/progress.hpp"

#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

namespace corridor::cli {

namespace {

constexpr const char* clear_line = "\r\033[K";

}  // namespace

Progress::Progress(bool quiet) : shown_{!quiet && isatty(fileno(stderr)) == 1} {}

Progress::~Progress() {
  if (shown_) std::fputs(clear_line, stderr);
}

void Progress::say(const std::string& what) {
  if (!shown_) return;
  fmt::print(stderr, "{}corridor: {}", clear_line, what);
  std::fflush(stderr);
}

}  // namespace corridor::cli
