#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "corridor/graph/graph.hpp"

namespace corridor {

/// A link as the files have it: its time at volume v is free_time (1 + b (v / capacity)^power).
/// Units are those of the instance.
struct TntpLink {
  double capacity = 0;  // above 0 unless b is 0
  double length = 0;
  double free_time = 0;
  double b = 0;
  double power = 0;
  double toll = 0;
};

/// A network for traffic assignment. Node `i` of the files, which count from 1, is VertexId{i - 1},
/// and zones come first; arcs are sorted by tail, and keep the order of the file where they share
/// one.
struct TntpNetwork {
  Graph graph;
  IdVector<ArcId, TntpLink> link;
  std::size_t zones = 0;
  /// The first node that trips may pass; at those before it they begin and end.
  VertexId first_through;
  // What the generalised cost has of a link's toll and length; few files say, so that most say 0.
  double toll_weight = 0;
  double distance_weight = 0;
};

struct TntpTrips {
  VertexId from;
  VertexId to;  // may be `from`: such trips use no link
  double volume = 0;
};

struct TntpInstance {
  TntpNetwork network;
  std::vector<TntpTrips> trips;  // above 0, in the order of the file, each pair once
};

/// What the readers will swallow. A packed file may hold 64 MiB, or 100 times its size where that
/// is more.
struct TntpLimits {
  std::size_t max_bytes = std::size_t{1} << 30;  // of one file, unpacked
};

/// Reads an instance in the format of Bar-Gera's Transportation Networks (TNTP): the network, and
/// the trips on it. Either may be packed with gzip. Throws InputError with all that is wrong.
TntpInstance read_tntp(const std::filesystem::path& network, const std::filesystem::path& trips,
                       const TntpLimits& limits = {});
TntpNetwork read_tntp_network(const std::filesystem::path& network, const TntpLimits& limits = {});

/// The same from the bytes of files (plain or packed), for tests and fuzzing. Diagnostics call them
/// `network` and `trips`.
TntpInstance read_tntp_bytes(std::string network, std::string trips, const TntpLimits& limits = {});

}  // namespace corridor
