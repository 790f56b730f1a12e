#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/input/flow_instance.hpp"

#include "input/dimacs_lines.hpp"

namespace corridor {

/// An arc as a file has it, but for nodes, which count from 0 here.
struct DimacsFlowArc {
  std::uint32_t tail = 0;
  std::uint32_t head = 0;
  std::int64_t least = 0;
  std::int64_t capacity = 0;
  std::int64_t cost = 0;
};

struct DimacsMaxFlow {
  std::uint32_t nodes = 0;
  std::uint32_t source = 0;
  std::uint32_t sink = 0;
  std::vector<DimacsFlowArc> arcs;  // in the order of the file
};

struct DimacsMinCost {
  std::vector<std::int64_t> supply;  // by node
  std::vector<DimacsFlowArc> arcs;
};

// Texts end in a line feed. What is wrong goes to the diagnostics; results are then of no use.

/// `p max NODES ARCS`, `n NODE s`, `n NODE t`, `a TAIL HEAD CAPACITY`.
DimacsMaxFlow read_dimacs_max_flow(const std::string& name, std::string_view text,
                                   Diagnostics& diagnostics);

/// `p min NODES ARCS`, `n NODE SUPPLY`, `a TAIL HEAD LEAST CAPACITY COST`.
DimacsMinCost read_dimacs_min_cost(const std::string& name, std::string_view text,
                                   Diagnostics& diagnostics);

/// Reads the amounts of a file, and adds up those that are limited.
class DimacsAmounts {
 public:
  explicit DimacsAmounts(DimacsLines& lines) : lines_{lines} {}

  /// The next field as an amount from 0; an error that speaks of `what` if it is none. At most
  /// unlimited_in_files, which stands for all from there.
  std::optional<std::int64_t> from_zero(std::string_view what);
  /// And as an amount of either sign, which must be limited.
  std::optional<std::int64_t> of_either_sign(std::string_view what);
  /// An amount from 0 that must be limited.
  std::optional<std::int64_t> limited(std::string_view what);

 private:
  bool add(std::int64_t amount);

  DimacsLines& lines_;
  std::int64_t total_ = 0;
  bool too_much_ = false;
};

}  // namespace corridor
