#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/core/diagnostic.hpp"
#include "corridor/input/tntp.hpp"

#include "input/tntp_lines.hpp"

namespace corridor {

/// What the head of a file says; of what it must say, nothing only after an error.
struct TntpHead {
  std::optional<std::uint32_t> zones;
  std::optional<std::uint32_t> nodes;
  std::optional<std::uint32_t> links;
  std::optional<std::uint32_t> first_through;
  std::optional<double> toll_weight;
  std::optional<double> distance_weight;
  SourcePos links_place;
  SourcePos zones_place;
};

enum class TntpKind : std::uint8_t { network, trips };

/// Reads the head, and goes to the line before the first of the rest. Nothing if the file is no
/// such file at all, or says too little to go on.
std::optional<TntpHead> read_tntp_head(TntpLines& lines, TntpKind kind, std::size_t bytes);

// Texts end in a line feed. What is wrong goes to the diagnostics; results are then of no use.

/// Arcs in the order of the file, and whence and whither they lead.
struct TntpLinks {
  struct Row {
    std::uint32_t tail = 0;
    std::uint32_t head = 0;
    TntpLink link;
  };
  TntpHead head;
  std::vector<Row> rows;
};
TntpLinks read_tntp_links(const std::string& name, std::string_view text, Diagnostics& diagnostics);

/// Trips between zones, of which the network has so many.
std::vector<TntpTrips> read_tntp_trips(const std::string& name, std::string_view text,
                                       std::uint32_t zones, Diagnostics& diagnostics);

}  // namespace corridor
