#include "public/public_data.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <sstream>
#include <stdexcept>

#include "input/file_bytes.hpp"
#include "input/gzip.hpp"
#include "support/random_graph.hpp"

namespace corridor::test {

namespace {

namespace fs = std::filesystem;

fs::path file(const std::string& name) { return public_data().value() / name; }

std::istringstream lines_of(const fs::path& packed) {
  FileFault fault;
  std::optional<std::string> bytes = read_bytes(packed, 64U << 20, fault);
  if (bytes) bytes = unpacked(std::move(*bytes), 64U << 20, fault);
  if (!bytes) throw std::runtime_error{packed.string() + ": " + fault.message};
  return std::istringstream{*bytes};
}

/// Rows of numbers below a header.
std::vector<std::array<double, 3>> rows_of(const fs::path& packed) {
  std::istringstream lines = lines_of(packed);
  std::string line;
  std::getline(lines, line);
  std::vector<std::array<double, 3>> rows;
  char comma = 0;
  while (std::getline(lines, line)) {
    std::istringstream cells{line};
    auto& [a, b, c] = rows.emplace_back();
    cells >> a >> comma >> b >> comma >> c;
    if (!cells) throw std::runtime_error{packed.string() + ": " + line};
  }
  return rows;
}

/// A graph that is still being put together.
struct Draft {
  std::vector<Point> points;
  std::vector<WeightedArc> arcs;

  void join(std::size_t a, std::size_t b, Weight weight) {
    arcs.push_back({a, b, weight});
    arcs.push_back({b, a, weight});
  }

  RoadGraph graph() {
    WeightedGraph made = weighted_graph(points.size(), std::move(arcs));
    return {std::move(made.graph), std::move(made.weight), std::move(points)};
  }
};

/// Adds a network to the draft; its nodes follow those that are there.
void add_network(Draft& draft, const std::string& name) {
  const std::size_t first = draft.points.size();
  for (const auto& [id, lat, lon] : rows_of(file("freight-na/" + name + "_nodes.csv.gz"))) {
    if (static_cast<std::size_t>(id) + first != draft.points.size()) {
      throw std::runtime_error{name + ": nodes are not numbered from 0"};
    }
    draft.points.push_back({lon, lat});
  }
  for (const auto& [from, to, km] : rows_of(file("freight-na/" + name + "_edges.csv.gz"))) {
    draft.join(first + static_cast<std::size_t>(from), first + static_cast<std::size_t>(to),
               std::llround(1000 * km));
  }
}

std::size_t nearest(const Draft& draft, std::size_t before, const Point& point) {
  const auto distance = [&](std::size_t node) {
    return std::hypot(draft.points[node].x - point.x, draft.points[node].y - point.y);
  };
  std::size_t best = 0;
  for (std::size_t node = 1; node < before; ++node) {
    if (distance(node) < distance(best)) best = node;
  }
  return best;
}

}  // namespace

std::optional<fs::path> public_data() {
  const char* folder = std::getenv("CORRIDOR_DATA");
  if (folder == nullptr || !fs::is_directory(folder)) return {};
  return folder;
}

RoadGraph new_york(NewYork weight) {
  return read_road_graph(file(weight == NewYork::by_time ? "dimacs-ny/USA-road-t.NY.gr.gz"
                                                         : "dimacs-ny/USA-road-d.NY.gr.gz"),
                         file("dimacs-ny/USA-road-d.NY.co.gz"));
}

RoadGraph freight_network(const std::string& name) {
  Draft draft;
  add_network(draft, name);
  return draft.graph();
}

RoadGraph intermodal_network() {
  Draft draft;
  add_network(draft, "us_freeway");
  const std::size_t freeway = draft.points.size();
  add_network(draft, "north_america_rail");
  add_network(draft, "marnet");
  for (std::size_t node = freeway; node < draft.points.size(); node += 50) {
    draft.join(nearest(draft, freeway, draft.points[node]), node, 20'000);
  }
  return draft.graph();
}

RoadGraph florida() {
  const std::string command = "xz -dc '" + file("pace-fla/FLA.gr.xz").string() + "'";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe{popen(command.c_str(), "r"), pclose};
  std::string text;
  std::array<char, 65536> buffer{};
  for (std::size_t got = 1; pipe != nullptr && got > 0;) {
    got = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
    text.append(buffer.data(), got);
  }
  std::istringstream lines{text};
  std::string p;
  std::string tw;
  std::size_t nodes = 0;
  std::size_t edges = 0;
  lines >> p >> tw >> nodes >> edges;
  if (p != "p" || tw != "tw") throw std::runtime_error{command + " gives no graph"};
  std::mt19937 engine{1};
  Draft draft;
  draft.points.resize(nodes);
  std::size_t u = 0;
  std::size_t v = 0;
  while (lines >> u >> v) draft.join(u - 1, v - 1, 1 + static_cast<Weight>(engine() % 1000));
  RoadGraph made = draft.graph();
  if (made.graph.arc_count() != 2 * edges)
    throw std::runtime_error{command + ": edges are missing"};
  made.points.clear();
  return made;
}

RoadGraph chicago_sketch() { return read_road_graph(file("flow/chisk.gr.gz")); }

}  // namespace corridor::test
