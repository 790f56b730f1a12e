#pragma once

#include <string>
#include <vector>

#include "corridor/network/check.hpp"

namespace corridor::test {

/// What check() finds, each as "error: message" or "warning: message".
inline std::vector<std::string> findings(const Network& network) {
  Diagnostics diagnostics;
  check(network, diagnostics);
  std::vector<std::string> found;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    const char* severity = diagnostic.severity == Severity::error ? "error: " : "warning: ";
    found.push_back(severity + diagnostic.message);
  }
  return found;
}

}  // namespace corridor::test
