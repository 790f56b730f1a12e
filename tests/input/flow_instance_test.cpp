#include "corridor/input/flow_instance.hpp"

#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "corridor/core/diagnostic.hpp"

#include "input/packing.hpp"
#include "input/reading_support.hpp"

namespace corridor {
namespace {

using test::packed;
using test::TemporaryFolder;

/// Nodes counted from 1 as in files.
std::string shown(const MaxFlowInstance& read) {
  std::ostringstream out;
  out << read.source.index() + 1 << "..." << read.sink.index() + 1;
  for (const ArcId arc : read.graph.arcs()) {
    out << ' ' << read.graph.tail(arc).index() + 1 << '>' << read.graph.head(arc).index() + 1 << ':'
        << read.capacity[arc];
  }
  return out.str();
}

std::string shown(const MinCostInstance& read) {
  std::ostringstream out;
  for (const std::int64_t supply : read.supply) out << supply << ' ';
  out << '|';
  for (const ArcId arc : read.graph.arcs()) {
    out << ' ' << read.graph.tail(arc).index() + 1 << '>' << read.graph.head(arc).index() + 1 << ':'
        << read.least[arc] << ".." << read.capacity[arc] << '@' << read.cost[arc];
  }
  return out.str();
}

std::string max_flow(const std::string& bytes) { return shown(read_max_flow_bytes(bytes)); }
std::string min_cost(const std::string& bytes) { return shown(read_min_cost_bytes(bytes)); }

/// All that is said of bytes that are refused.
template <class Read>
std::string trouble(const Read& read, const std::string& bytes) {
  try {
    read(bytes);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

TEST(FlowInstance, HasTheArcsOfAMaximumFlowProblemByTail) {
  EXPECT_EQ(max_flow("c a comment\n"
                     "p max 4 5\n"
                     "n 1 s\n"
                     "n 4 t\n"
                     "a 3 4 5\n"
                     "a 1 2 4\n"
                     "a 1 2 0\n"
                     "\n"
                     "a 2 2 9\n"
                     "a 1 3 7\n"),
            "1...4 1>2:4 1>2:0 1>3:7 2>2:9 3>4:5");
}

TEST(FlowInstance, HasSuppliesBoundsAndCosts) {
  EXPECT_EQ(min_cost("p min 4 3\n"
                     "n 4 -4\n"
                     "n 1 4\n"
                     "a 2 4 0 3 -3\n"
                     "a 1 2 1 4 2\n"
                     "a 1 2 5 2 0\n"),
            "4 0 0 -4 | 1>2:1..4@2 1>2:5..2@0 2>4:0..3@-3");
}

TEST(FlowInstance, MayNameItsNodesAnywhere) {
  EXPECT_EQ(max_flow("p max 2 1\na 1 2 3\nn 2 s\nn 1 t"), "2...1 1>2:3");
  EXPECT_EQ(min_cost("  p\tmin 2 1\r\na 1 2 0 3 1\r\nn 2 -3\r\n"), "0 -3 | 1>2:0..3@1");
  EXPECT_EQ(min_cost("p min 2 0\n"), "0 0 |");
  EXPECT_EQ(min_cost("p min 0 0\n"), "|");
}

// (2^63 - 1) / 4 rounded down is 2305843009213693951.
TEST(FlowInstance, IsUnlimitedFromAQuarterOfTheLargestNumber) {
  EXPECT_EQ(unlimited_in_files, 2305843009213693951);
  EXPECT_EQ(max_flow("p max 2 3\nn 1 s\nn 2 t\n"
                     "a 1 2 9223372036854775807\na 1 2 2305843009213693951\na 1 2 7\n"),
            "1...2 1>2:2305843009213693951 1>2:2305843009213693951 1>2:7");
}

TEST(FlowInstance, KeepsAmountsThatAddUp) {
  const auto said = [](const std::string& bytes) { return trouble(min_cost, bytes); };
  const std::string most = "2305843009213693950";
  EXPECT_EQ(said("p min 2 1\na 1 2 0 " + most + " 0\n"), "");
  EXPECT_NE(said("p min 2 1\na 1 2 1 " + most + " 0\n").find("add up"), std::string::npos);
  EXPECT_NE(said("p min 2 1\nn 1 -1\na 1 2 0 " + most + " 0\n").find("add up"), std::string::npos);
}

// With 3 nodes, (2^63 - 1) / 8 / 8 - 1 = 144115188075855870.
TEST(FlowInstance, KeepsCostsThatPathsCanAddUp) {
  const auto said = [](const std::string& cost) {
    return trouble(min_cost, "p min 3 1\na 1 2 0 1 " + cost + '\n');
  };
  EXPECT_EQ(said("144115188075855870"), "");
  EXPECT_EQ(said("-144115188075855870"), "");
  EXPECT_NE(said("144115188075855871").find("cannot be added up"), std::string::npos);
  EXPECT_NE(said("-9223372036854775808").find("cannot be added up"), std::string::npos);
}

TEST(FlowInstance, MayBePacked) {
  const TemporaryFolder folder;
  const std::string text = "p max 2 1\nn 1 s\nn 2 t\na 1 2 3\n";
  EXPECT_EQ(max_flow(packed(text)), "1...2 1>2:3");
  EXPECT_EQ(shown(read_max_flow_instance(folder.write("a.max.gz", packed(text)))), "1...2 1>2:3");
  EXPECT_EQ(shown(read_min_cost_instance(folder.write("a.min", "p min 1 0\n"))), "0 |");
  FlowInstanceLimits limits;
  limits.max_bytes = 20;
  EXPECT_THROW(read_max_flow_instance(folder.write("b.max", text), limits), InputError);
  EXPECT_THROW(read_max_flow_bytes(packed(text), limits), InputError);
  EXPECT_THROW(read_min_cost_instance(folder.path() / "none.min"), InputError);
}

TEST(FlowInstance, TellsAllMistakesOfAFileAtOnce) {
  EXPECT_EQ(
      trouble(max_flow,
              "p max 3 2\n"
              "n 1 s\n"
              "n 2 s\n"
              "a 1 4 -3\n"
              "a 1 2\n"),
      "problem:1:1: error: the problem has no sink\n"
      "  p max 3 2\n"
      "  ^\n"
      "  hint: a line 'n NODE t' names it\n"
      "problem:3:3: error: a second source\n"
      "  n 2 s\n"
      "    ^\n"
      "  hint: the first is node 1, in line 2\n"
      "problem:4:5: error: there is no node 4\n"
      "  a 1 4 -3\n"
      "      ^\n"
      "  hint: the problem line announces 3 nodes, numbered from 1\n"
      "problem:4:7: error: the capacity -3 is negative\n"
      "  a 1 4 -3\n"
      "        ^\n"
      "  hint: amounts are whole numbers from 0; from 2305843009213693951 nothing limits them\n"
      "problem:5:6: error: the capacity is missing\n"
      "  a 1 2\n"
      "       ^\n");
}

TEST(FlowInstance, IsReadAsItWasWritten) {
  EXPECT_TRUE(rc::check("any arcs", [] {
    const auto nodes = *rc::gen::inRange<std::size_t>(2, 20);
    const auto count = *rc::gen::inRange<std::size_t>(0, 40);
    std::vector<std::string> by_tail(nodes);
    std::ostringstream text;
    text << "p min " << nodes << ' ' << count << '\n';
    for (std::size_t i = 0; i < count; ++i) {
      const auto tail = *rc::gen::inRange<std::size_t>(0, nodes);
      const auto head = *rc::gen::inRange<std::size_t>(1, nodes + 1);
      const auto least = *rc::gen::inRange<std::int64_t>(0, 1'000'000);
      const auto capacity = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000);
      const auto cost = *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000);
      text << "a " << tail + 1 << ' ' << head << ' ' << least << ' ' << capacity << ' ' << cost
           << '\n';
      std::ostringstream arc;
      arc << ' ' << tail + 1 << '>' << head << ':' << least << ".." << capacity << '@' << cost;
      by_tail[tail] += arc.str();
    }
    std::string expected;
    for (std::size_t node = 0; node < nodes; ++node) {
      const auto supply = *rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000);
      text << "n " << node + 1 << ' ' << supply << '\n';
      expected += std::to_string(supply) + ' ';
    }
    expected += '|';
    for (const std::string& arcs : by_tail) expected += arcs;
    RC_ASSERT(min_cost(text.str()) == expected);
    RC_ASSERT(min_cost(packed(text.str())) == expected);
  }));
}

TEST(FlowInstance, TakesAnyBytesWithoutHarm) {
  EXPECT_TRUE(rc::check("any bytes are a problem or errors", [](const std::string& bytes) {
    trouble(max_flow, bytes);
    trouble(min_cost, bytes);
    trouble(max_flow, "p max 3 1\nn 1 s\nn 2 t\n" + bytes);
    trouble(min_cost, "p min 3 1\nn 1 " + bytes);
  }));
}

}  // namespace
}  // namespace corridor
