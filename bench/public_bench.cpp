#include "public_bench.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>

namespace corridor::bench {

namespace {

const RoadGraph& loaded(std::optional<RoadGraph>& kept, const std::function<RoadGraph()>& read) {
  if (kept) return *kept;
  try {
    kept = read();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "corridor_bench: %s\n", error.what());
    std::exit(1);
  }
  return *kept;
}

std::filesystem::path file(const char* name) {
  const auto folder = public_data();
  if (!folder) throw std::runtime_error{"CORRIDOR_DATA is not set"};
  return *folder / name;
}

RoadGraph new_york(const char* name) {
  return read_road_graph(file(name), file("dimacs-ny/USA-road-d.NY.co.gz"));
}

/// What a shell command prints.
std::string printed_by(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe{popen(command.c_str(), "r"), pclose};
  std::string text;
  std::array<char, 65536> buffer{};
  for (std::size_t got = 1; pipe != nullptr && got > 0;) {
    got = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
    text.append(buffer.data(), got);
  }
  return text;
}

/// The finaliser of splitmix64 (Steele, Lea, Flood 2014), with its increment.
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ x >> 30U) * 0xbf58476d1ce4e5b9U;
  x = (x ^ x >> 27U) * 0x94d049bb133111ebU;
  return x ^ x >> 31U;
}

/// From PACE's format for graphs: `p tw NODES EDGES`, then `U V` a line.
RoadGraph read_florida() {
  const std::string text = printed_by("xz -dc '" + file("pace-fla/FLA.gr.xz").string() + "'");
  char* at = nullptr;
  const std::size_t head = text.find("p tw ");
  if (head == std::string::npos) throw std::runtime_error{"pace-fla/FLA.gr.xz cannot be read"};
  const auto number = [&at] { return std::strtoull(at, &at, 10); };
  at = const_cast<char*>(text.data() + head + 5);  // NOLINT: strtoull does not write to it
  std::string dimacs = "p sp " + std::to_string(number());
  const std::size_t edges = number();
  dimacs += ' ' + std::to_string(2 * edges) + '\n';
  for (std::size_t i = 0; i < edges; ++i) {
    const std::uint64_t u = number();
    const std::uint64_t v = number();
    const std::uint64_t weight = 100 + mixed(std::min(u, v) << 32U | std::max(u, v)) % 9901;
    const std::string ends[2] = {std::to_string(u), std::to_string(v)};
    for (const int from : {0, 1}) {
      dimacs += "a " + ends[from] + ' ' + ends[1 - from] + ' ' + std::to_string(weight) + '\n';
    }
  }
  return read_road_graph_bytes(std::move(dimacs));
}

}  // namespace

std::optional<std::filesystem::path> public_data() {
  static const char* folder = [] {
    const char* named = std::getenv("CORRIDOR_DATA");
    if (named == nullptr) {
      std::fputs("CORRIDOR_DATA is not set: no cases on public graphs\n", stderr);
    }
    return named;
  }();
  if (folder == nullptr) return {};
  return folder;
}

const RoadGraph& new_york_by_time() {
  static std::optional<RoadGraph> kept;
  return loaded(kept, [] { return new_york("dimacs-ny/USA-road-t.NY.gr.gz"); });
}

const RoadGraph& new_york_by_length() {
  static std::optional<RoadGraph> kept;
  return loaded(kept, [] { return new_york("dimacs-ny/USA-road-d.NY.gr.gz"); });
}

const RoadGraph& chicago_sketch() {
  static std::optional<RoadGraph> kept;
  return loaded(kept, [] { return read_road_graph(file("flow/chisk.gr.gz")); });
}

const RoadGraph& florida() {
  static std::optional<RoadGraph> kept;
  return loaded(kept, read_florida);
}

std::vector<std::pair<VertexId, VertexId>> random_pairs(std::uint32_t seed, const Graph& graph,
                                                        std::size_t count) {
  std::mt19937 engine{seed};
  const auto vertex = [&] { return VertexId{engine() % graph.vertex_count()}; };
  std::vector<std::pair<VertexId, VertexId>> pairs;
  for (std::size_t i = 0; i < count; ++i) {
    const VertexId from = vertex();
    pairs.emplace_back(from, vertex());
  }
  return pairs;
}

}  // namespace corridor::bench
