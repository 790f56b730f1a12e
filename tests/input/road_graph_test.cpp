#include "corridor/input/road_graph.hpp"

#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "input/packing.hpp"
#include "input/reading_support.hpp"

namespace corridor {
namespace {

using test::packed;
using test::TemporaryFolder;

/// Tails, heads and weights of all arcs, nodes counted from 1 as in files.
std::string arcs_of(const RoadGraph& read) {
  std::ostringstream out;
  for (const ArcId arc : read.graph.arcs()) {
    out << read.graph.tail(arc).index() + 1 << '>' << read.graph.head(arc).index() + 1 << ':'
        << read.weight[arc] << ' ';
  }
  return out.str();
}

std::string trouble(const std::string& graph, const std::optional<std::string>& coordinates = {}) {
  try {
    read_road_graph_bytes(graph, coordinates);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

TEST(RoadGraph, SortsArcsByTailAndKeepsTheirOrder) {
  const RoadGraph read = read_road_graph_bytes(
      "c a comment\n"
      "p sp 4 6\n"
      "a 3 1 7\n"
      "a 1 2 5\n"
      "a 1 2 0\n"
      "\n"
      "a 2 2 9\n"
      "c another\n"
      "a 1 3 5\n"
      "a 3 1 6\n");
  EXPECT_EQ(read.graph.vertex_count(), 4U);
  EXPECT_EQ(arcs_of(read), "1>2:5 1>2:0 1>3:5 2>2:9 3>1:7 3>1:6 ");
  EXPECT_TRUE(read.points.empty());
}

TEST(RoadGraph, KnowsThePlaceOfEachNode) {
  const RoadGraph read = read_road_graph_bytes("p sp 3 0\n",
                                               "c places\n"
                                               "p aux sp co 3\n"
                                               "v 2 -73530767 41085396\n"
                                               "v 1 0.5 -1e3\n"
                                               "v 3 0 0");
  ASSERT_EQ(read.points.size(), 3U);
  EXPECT_EQ(read.points[0].x, 0.5);
  EXPECT_EQ(read.points[0].y, -1000);
  EXPECT_EQ(read.points[1].x, -73530767);
  EXPECT_EQ(read.points[1].y, 41085396);
}

TEST(RoadGraph, TakesWhatWritersOfTheFormatDo) {
  // Carriage returns, blanks at either end, tabs, no line feed at the end, no arcs, no nodes.
  EXPECT_EQ(arcs_of(read_road_graph_bytes("p sp 2 1\r\na 1 2 3\r\n")), "1>2:3 ");
  EXPECT_EQ(arcs_of(read_road_graph_bytes("  p\tsp  2 1 \n\ta 1\t2  3 \n  \n")), "1>2:3 ");
  EXPECT_EQ(arcs_of(read_road_graph_bytes("c\np sp 2 1\na 1 2 3")), "1>2:3 ");
  EXPECT_EQ(arcs_of(read_road_graph_bytes("p sp 1 1\nc caf\xE9 in Latin-1\na 1 1 0")), "1>1:0 ");
  EXPECT_EQ(read_road_graph_bytes("p sp 5 0").graph.vertex_count(), 5U);
  EXPECT_EQ(read_road_graph_bytes("p sp 0 0\n").graph.vertex_count(), 0U);
}

TEST(RoadGraph, TellsAllMistakesOfAFileAtOnce) {
  EXPECT_EQ(trouble("p sp 2 4\n"
                    "a 1 2 -3\n"
                    "a 0 2 3\n"
                    "a 1 2 x\n"
                    "a 1 2\n"),
            "graph:2:7: error: the weight -3 is negative\n"
            "  a 1 2 -3\n"
            "        ^\n"
            "  hint: weights are whole numbers from 0\n"
            "graph:3:3: error: there is no node 0\n"
            "  a 0 2 3\n"
            "    ^\n"
            "  hint: the problem line announces 2 nodes, numbered from 1\n"
            "graph:4:7: error: the weight 'x' is not a whole number\n"
            "  a 1 2 x\n"
            "        ^\n"
            "graph:5:6: error: the weight is missing\n"
            "  a 1 2\n"
            "       ^\n");
}

TEST(RoadGraph, KeepsWeightsThatPathsCanAddUp) {
  // infinite_weight is (2^63 - 1) / 4, a sixteenth of it 144115188075855871.
  const std::string most = "144115188075855871";
  EXPECT_EQ(infinite_weight / 16, 144115188075855871);
  EXPECT_EQ(trouble("p sp 2 1\na 1 2 " + most), "");
  EXPECT_NE(trouble("p sp 2 1\na 1 2 144115188075855872").find("add up"), std::string::npos);
  EXPECT_NE(trouble("p sp 2 2\na 1 2 " + most + "\na 1 2 1").find("add up"), std::string::npos);
  EXPECT_NE(trouble("p sp 2 1\na 1 2 9223372036854775808").find("out of range"), std::string::npos);
}

TEST(RoadGraph, ReadsPackedFiles) {
  const std::string text = "p sp 2 1\na 1 2 3\n";
  const std::string half = text.substr(0, 9);
  EXPECT_EQ(arcs_of(read_road_graph_bytes(packed(text))), "1>2:3 ");
  // Two members, as `cat a.gz b.gz` makes them, and the zeros at the end of a tape.
  EXPECT_EQ(arcs_of(read_road_graph_bytes(packed(half) + packed(text.substr(9)))), "1>2:3 ");
  EXPECT_EQ(arcs_of(read_road_graph_bytes(packed(text) + std::string(100, '\0'))), "1>2:3 ");
}

TEST(RoadGraph, SaysWhatIsWrongWithPackedFiles) {
  const std::string good = packed("p sp 2 1\na 1 2 3\n");
  for (std::size_t size = 2; size < good.size(); ++size) {
    EXPECT_NE(trouble(good.substr(0, size)).find("ends too early"), std::string::npos) << size;
  }
  std::string flipped = good;
  flipped[good.size() - 5] ^= 1;  // the last byte of the checksum
  EXPECT_NE(trouble(flipped).find("damaged: incorrect data check"), std::string::npos);
  EXPECT_NE(trouble(good + "more").find("other bytes follow"), std::string::npos);
  EXPECT_NE(trouble("BZh91AY").find("packed with bzip2"), std::string::npos);
}

TEST(RoadGraph, UnpacksNoMoreThanItMay) {
  RoadGraphLimits limits;
  limits.max_bytes = 50;
  const std::string text = "p sp 2 1\na 1 2 3\n";
  EXPECT_NO_THROW(read_road_graph_bytes(packed(text), {}, limits));
  const std::string longer = "c " + std::string(100, 'x') + '\n' + text;
  EXPECT_THROW(read_road_graph_bytes(packed(longer), {}, limits), InputError);
  // 70 million blanks shrink to some 70 kB, a thousandth; 64 MiB are 67,108,864 bytes.
  const std::string bomb = packed("c" + std::string(70'000'000, ' ') + '\n' + text);
  EXPECT_NE(trouble(bomb).find("more than the 67108864 bytes"), std::string::npos);
}

TEST(RoadGraph, AFewBytesClaimNoMemory) {
  EXPECT_NE(trouble("p sp 4000000000 0\n").find("more than a file of 18 bytes can hold"),
            std::string::npos);
  EXPECT_NE(trouble("p sp 10 4000000000\n").find("more than a file of 19 bytes can hold"),
            std::string::npos);
  EXPECT_NE(trouble("p sp 99999999999999999999 0\n").find("out of range"), std::string::npos);
}

TEST(RoadGraph, FindsCoordinatesBesideIt) {
  const TemporaryFolder folder;
  const auto graph = folder.write("USA-road-t.NY.gr.gz", "");
  EXPECT_EQ(coordinates_beside(graph), "");
  const auto of_distances = folder.write("USA-road-d.NY.co.gz", "");
  EXPECT_EQ(coordinates_beside(graph), of_distances);
  const auto of_its_name = folder.write("USA-road-t.NY.co", "");
  EXPECT_EQ(coordinates_beside(graph), of_its_name);
  EXPECT_EQ(coordinates_beside(folder.path() / "USA-road-d.NY.gr"), of_distances);
  EXPECT_EQ(coordinates_beside(folder.path() / "other.gr"), "");
}

TEST(RoadGraph, WhatIsWrittenIsRead) {
  EXPECT_TRUE(rc::check("any arcs", [] {
    const auto nodes = *rc::gen::inRange<std::size_t>(1, 20);
    const auto count = *rc::gen::inRange<std::size_t>(0, 60);
    std::vector<std::vector<std::string>> by_tail(nodes);
    std::string text = "p sp " + std::to_string(nodes) + ' ' + std::to_string(count) + '\n';
    for (std::size_t i = 0; i < count; ++i) {
      const auto tail = *rc::gen::inRange<std::size_t>(0, nodes);
      const auto head = *rc::gen::inRange<std::size_t>(0, nodes);
      const auto weight = *rc::gen::inRange<Weight>(0, 1'000'000'000);
      text += "a " + std::to_string(tail + 1) + ' ' + std::to_string(head + 1) + ' ' +
              std::to_string(weight) + '\n';
      by_tail[tail].push_back(std::to_string(tail + 1) + '>' + std::to_string(head + 1) + ':' +
                              std::to_string(weight) + ' ');
    }
    std::string expected;
    for (const auto& arcs : by_tail) {
      for (const std::string& arc : arcs) expected += arc;
    }
    RC_ASSERT(arcs_of(read_road_graph_bytes(text)) == expected);
    RC_ASSERT(arcs_of(read_road_graph_bytes(packed(text))) == expected);
  }));
}

TEST(RoadGraph, TakesAnyBytesWithoutHarm) {
  EXPECT_TRUE(rc::check("any bytes are a graph or errors", [](const std::string& bytes) {
    trouble(bytes);
    trouble("p sp 3 1\n" + bytes);
    trouble("\x1F\x8B\x08" + bytes);
    trouble("p sp 2 0\n", "p aux sp co 2\n" + bytes);
  }));
}

}  // namespace
}  // namespace corridor
