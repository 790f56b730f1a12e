#include "corridor/input/tntp.hpp"

#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "input/reading_support.hpp"

namespace corridor {
namespace {

using test::TemporaryFolder;

const std::string head =
    "<NUMBER OF ZONES> 2\n"
    "<NUMBER OF NODES> 4\n"
    "<FIRST THRU NODE> 3\n"
    "<NUMBER OF LINKS> 2\n"
    "<END OF METADATA>\n";
const std::string links =
    "1 3 10 1 2 0.15 4 0 0 1 ;\n"
    "3 2 10 1 2 0.15 4 0 0 1 ;\n";
const std::string trips_head =
    "<NUMBER OF ZONES> 2\n"
    "<TOTAL OD FLOW> 7\n"
    "<END OF METADATA>\n";

/// Links and trips as read, nodes counted from 1 as in files.
std::string text_of(const TntpInstance& read) {
  std::ostringstream out;
  const TntpNetwork& network = read.network;
  for (const ArcId arc : network.graph.arcs()) {
    const TntpLink& link = network.link[arc];
    out << network.graph.tail(arc).index() + 1 << '>' << network.graph.head(arc).index() + 1 << ':'
        << link.capacity << ',' << link.length << ',' << link.free_time << ',' << link.b << ','
        << link.power << ',' << link.toll << ' ';
  }
  for (const TntpTrips& trips : read.trips) {
    out << trips.from.index() + 1 << '>' << trips.to.index() + 1 << ':' << trips.volume << ' ';
  }
  return out.str();
}

std::string trouble(const std::string& network, const std::string& trips = trips_head) {
  try {
    read_tntp_bytes(network, trips);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

TEST(Tntp, ReadsANetworkAndItsTrips) {
  const TntpInstance read = read_tntp_bytes(
      "<NUMBER OF ZONES> 2\t\t\n"
      "<NUMBER OF NODES> 4\n"
      "<FIRST THRU NODE> 3\n"
      "<NUMBER OF LINKS> 3\n"
      "<ORIGINAL HEADER>~ \tInit node \tTerm node \t;\n"
      "<END OF METADATA>\t\n"
      "\n\n"
      "~\tinit_node\tterm_node\tcapacity\tlength\tfree_flow_time\tb\tpower\tspeed\ttoll\ttype\t;\n"
      "\t3\t2\t49500\t0.86267\t0\t0.15\t4\t25\t3\t1\t;\t\n"
      "\t1\t3\t1\t100\t0.00000001\t1000000000\t1\t0\t0\t1;\n"
      "\t1\t3\t1\t1E2\t.5\t0\t0\t0\t0\tmotorway\t;",
      "<NUMBER OF ZONES> 2\n"
      "<TOTAL OD FLOW> 11.0\n"
      "<END OF METADATA>\n"
      "~ a comment\n"
      "Origin \t2 \n"
      "    1 :      4.5;     2 :      2.5;\n"
      "\n"
      "origin 1\n"
      "1:0.0;2 :\t4;\n");
  EXPECT_EQ(text_of(read),
            "1>3:1,100,1e-08,1e+09,1,0 1>3:1,100,0.5,0,0,0 3>2:49500,0.86267,0,0.15,4,3 "
            "2>1:4.5 2>2:2.5 1>2:4 ");
  EXPECT_EQ(read.network.graph.vertex_count(), 4U);
  EXPECT_EQ(read.network.zones, 2U);
  EXPECT_EQ(read.network.first_through, VertexId{2});
  EXPECT_EQ(read.network.toll_weight, 0);
  EXPECT_EQ(read.network.distance_weight, 0);
}

TEST(Tntp, TakesWeightsFromTheHeadWhereItHasThem) {
  const TntpInstance read =
      read_tntp_bytes("<TOLL FACTOR> 0.02\n<distance  factor> 0.04\n" + head + links, trips_head);
  EXPECT_EQ(read.network.toll_weight, 0.02);
  EXPECT_EQ(read.network.distance_weight, 0.04);
}

TEST(Tntp, TakesWhatWritersOfTheFormatLeaveOut) {
  // Carriage returns, no mark at the end of rows, no speed, toll and type; no toll and type.
  std::string text = head + "1 3 10 1 2 0.15 4\n3 2 10 1 2 0.15 4 50 ;\n";
  const std::string plain = text_of(read_tntp_bytes(text, trips_head + "Origin 1\n2 : 7\n"));
  EXPECT_EQ(plain, "1>3:10,1,2,0.15,4,0 3>2:10,1,2,0.15,4,0 1>2:7 ");
  for (std::size_t i = text.find('\n'); i != std::string::npos; i = text.find('\n', i + 2)) {
    text.insert(i, "\r");
  }
  EXPECT_EQ(text_of(read_tntp_bytes(text, trips_head + "Origin 1\r\n2 : 7\r\n")), plain);
}

TEST(Tntp, TellsAllMistakesOfANetworkAtOnce) {
  EXPECT_EQ(
      trouble("<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 4\n<FIRST THRU NODE> 3\n"
              "<NUMBER OF LINKS> 7\n<END OF METADATA>\n"
              "1 5 10 1 2 0.15 4 0 0 1 ;\n"
              "1 3 ten 1 -2 0.15 4 0 0 1 ;\n"
              "1 3 0 1 2 0.15 4 0 0 1 ;\n"
              "1 3 10 1 2 ;\n"
              "1 3 10 1 2 0.15 4 0 0 1 1 ;\n"
              "1.5 ;\n"),
      "network:4:1: error: links announced: 7, links there: 6\n"
      "  <NUMBER OF LINKS> 7\n"
      "  ^\n"
      "  hint: the file may have been cut short\n"
      "network:6:3: error: there is no node 5\n"
      "  1 5 10 1 2 0.15 4 0 0 1 ;\n"
      "    ^\n"
      "  hint: the head announces 4 nodes, numbered from 1\n"
      "network:7:5: error: the capacity 'ten' is not a number\n"
      "  1 3 ten 1 -2 0.15 4 0 0 1 ;\n"
      "      ^\n"
      "network:7:11: error: the free-flow time '-2' is less than 0\n"
      "  1 3 ten 1 -2 0.15 4 0 0 1 ;\n"
      "            ^\n"
      "network:8:5: error: the capacity is 0, and the link's time depends on it\n"
      "  1 3 0 1 2 0.15 4 0 0 1 ;\n"
      "      ^\n"
      "  hint: a link without a limit has a b of 0\n"
      "network:9:12: error: the coefficient b is missing\n"
      "  1 3 10 1 2 ;\n"
      "             ^\n"
      "network:10:25: error: '1' is one field too many\n"
      "  1 3 10 1 2 0.15 4 0 0 1 1 ;\n"
      "                          ^\n"
      "  hint: rows are 'tail head capacity length free-flow-time b power speed toll type ;'\n"
      "network:11:1: error: the tail '1.5' is not a whole number\n"
      "  1.5 ;\n"
      "  ^\n");
}

TEST(Tntp, TellsAllMistakesOfTripsAtOnce) {
  EXPECT_EQ(trouble(head + links, trips_head + "1 : 2;\n"
                                               "Origin 1\n"
                                               "3 : 4; 2 : -1; 1 : x;\n"
                                               "2 4;\n"
                                               "2 : 4 1 : 2;\n"
                                               "1 : 1; 1 : 2;\n"
                                               "Origin 9\n"
                                               "Origin 1\n"
                                               "Destination 1\n"),
            "trips:4:1: error: an entry before the first origin\n"
            "  1 : 2;\n"
            "  ^\n"
            "  hint: blocks begin with 'Origin 1' and hold entries '2 : 100.0;'\n"
            "trips:6:1: error: there is no zone 3\n"
            "  3 : 4; 2 : -1; 1 : x;\n"
            "  ^\n"
            "  hint: the head announces 2 zones, numbered from 1\n"
            "trips:6:12: error: the volume '-1' is less than 0\n"
            "  3 : 4; 2 : -1; 1 : x;\n"
            "             ^\n"
            "trips:6:20: error: the volume 'x' is not a number\n"
            "  3 : 4; 2 : -1; 1 : x;\n"
            "                     ^\n"
            "trips:7:3: error: ':' is missing between destination and volume\n"
            "  2 4;\n"
            "    ^\n"
            "  hint: blocks begin with 'Origin 1' and hold entries '2 : 100.0;'\n"
            "trips:8:7: error: ';' is missing after an entry\n"
            "  2 : 4 1 : 2;\n"
            "        ^\n"
            "  hint: blocks begin with 'Origin 1' and hold entries '2 : 100.0;'\n"
            "trips:9:8: error: a second entry from zone 1 to zone 1\n"
            "  1 : 1; 1 : 2;\n"
            "         ^\n"
            "  hint: the first is in line 9\n"
            "trips:10:8: error: there is no zone 9\n"
            "  Origin 9\n"
            "         ^\n"
            "  hint: the head announces 2 zones, numbered from 1\n"
            "trips:11:1: error: a second block of zone 1\n"
            "  Origin 1\n"
            "  ^\n"
            "  hint: the first is line 5\n"
            "trips:12:1: error: 'Destination' begins no block of trips\n"
            "  Destination 1\n"
            "  ^\n"
            "  hint: blocks begin with 'Origin 1' and hold entries '2 : 100.0;'\n");
}

TEST(Tntp, AFewBytesClaimNoMemory) {
  for (const char* tag : {"<NUMBER OF ZONES> ", "<NUMBER OF NODES> ", "<NUMBER OF LINKS> "}) {
    for (const char* count : {"4000000000", "99999999999999999999", "-1", "1.5", "many", ""}) {
      std::string text = head;
      const std::size_t at = text.find(tag) + std::string{tag}.size();
      text.replace(at, 1, count);
      EXPECT_NE(trouble(text + links), "") << tag << count;
    }
  }
  EXPECT_NE(trouble(head + links, "<NUMBER OF ZONES> 400000000\n<END OF METADATA>\n"), "");
}

TEST(Tntp, KnowsTripsFromNetworks) {
  EXPECT_NE(trouble(trips_head).find("the file holds trips, not a network"), std::string::npos);
  EXPECT_NE(trouble(head + links, head + links).find("the file holds a network, not trips"),
            std::string::npos);
  EXPECT_NE(trouble(head + links, "<NUMBER OF ZONES> 3\n<END OF METADATA>\n")
                .find("between 3 zones, but the network has 2"),
            std::string::npos);
}

TEST(Tntp, ReadsFiles) {
  const TemporaryFolder folder;
  const auto network = folder.write("a_net.tntp", head + links);
  const auto trips = folder.write("a_trips.tntp", trips_head + "Origin 1\n2 : 7;\n");
  EXPECT_EQ(read_tntp_network(network).graph.arc_count(), 2U);
  EXPECT_EQ(read_tntp(network, trips).trips.size(), 1U);
  EXPECT_THROW(read_tntp(network, folder.path() / "none.tntp"), InputError);
}

TEST(Tntp, WhatIsWrittenIsRead) {
  EXPECT_TRUE(rc::check("any instance", [] {
    const auto nodes = *rc::gen::inRange<std::size_t>(1, 20);
    const auto zones = *rc::gen::inRange<std::size_t>(1, nodes + 1);
    const auto count = *rc::gen::inRange<std::size_t>(0, 40);
    std::ostringstream network;
    network << "<NUMBER OF ZONES> " << zones << "\n<NUMBER OF NODES> " << nodes
            << "\n<FIRST THRU NODE> 1\n<NUMBER OF LINKS> " << count << "\n<END OF METADATA>\n";
    std::vector<std::string> by_tail(nodes);
    for (std::size_t i = 0; i < count; ++i) {
      const auto tail = *rc::gen::inRange<std::size_t>(0, nodes);
      const auto to = *rc::gen::inRange<std::size_t>(1, nodes + 1);
      const auto capacity = *rc::gen::inRange(1, 1000);
      const auto toll = *rc::gen::inRange(0, 100);
      network << tail + 1 << ' ' << to << ' ' << capacity << " 1 2 0.15 4 0 " << toll << " 1 ;\n";
      by_tail[tail] += std::to_string(tail + 1) + '>' + std::to_string(to) + ':' +
                       std::to_string(capacity) + ",1,2,0.15,4," + std::to_string(toll) + ' ';
    }
    std::string expected;
    for (const std::string& arcs : by_tail) expected += arcs;
    std::ostringstream trips;
    trips << "<NUMBER OF ZONES> " << zones << "\n<TOTAL OD FLOW> 1\n<END OF METADATA>\n";
    for (std::size_t from = 1; from <= zones; ++from) {
      trips << "Origin " << from << '\n';
      for (std::size_t to = 1; to <= zones; ++to) {
        const auto volume = *rc::gen::inRange(0, 50);
        trips << to << " : " << volume << (to % 5 == 0 ? ";\n" : "; ");
        if (volume > 0) {
          expected +=
              std::to_string(from) + '>' + std::to_string(to) + ':' + std::to_string(volume) + ' ';
        }
      }
      trips << '\n';
    }
    RC_ASSERT(text_of(read_tntp_bytes(network.str(), trips.str())) == expected);
  }));
}

TEST(Tntp, TakesAnyBytesWithoutHarm) {
  EXPECT_TRUE(rc::check("any bytes are an instance or errors", [](const std::string& bytes) {
    trouble(bytes);
    trouble(head + bytes);
    trouble(head + links, trips_head + bytes);
    trouble("<NUMBER OF ZONES>" + bytes, "<NUMBER OF ZONES> 2\n" + bytes);
  }));
}

}  // namespace
}  // namespace corridor
