#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corridor/report/bench.hpp"

namespace corridor {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;

/// Times made up: a reference, and a solver with two wrong answers.
BenchResult sample() {
  BenchResult result;
  result.vertices = 264'346;
  result.arcs = 733'846;
  result.questions = 300;
  SolverBench reference;
  reference.solver = "boost-dijkstra";
  reference.distance = {0.0314, 0.03, 0.06};
  reference.path = {0.032, 0.03, 0.06};
  reference.questions = 300;
  reference.memory = 3'172'152;
  reference.certified = true;
  reference.times_reference = 1;
  SolverBench other = reference;
  other.solver = "hierarchy";
  other.prepare_s = 4.56;
  other.customise_s = 0.0246;
  other.distance = {8.1e-6, 7.9e-6, 1.23e-5};
  other.times_reference = 3876.5;
  other.wrong = 2;
  result.solvers = {reference, other};
  result.trees = {{.method = "boost-dijkstra", .each_s = 0.057, .count = 16, .times_reference = 1}};
  return result;
}

std::string reported(Format format) {
  const BenchResult result = sample();
  return report_bench({"streets.gr", "as in the file", 1000, 1, result}, format);
}

TEST(BenchReport, ShowsThreeDigitsOfEachTime) {
  const std::string text = reported(Format::text);
  EXPECT_THAT(text, HasSubstr("graph      264,346 vertices, 733,846 arcs\n"));
  EXPECT_THAT(text, HasSubstr("questions  300 of the 1,000 pairs that seed 1 stands for\n"));
  EXPECT_THAT(text, ContainsRegex("hierarchy +8.10 +7.90 +12.3 +32,000 +3,877 +300 +2 WRONG\n"));
  EXPECT_THAT(text, ContainsRegex("boost-dijkstra +31,400 +30,000 +60,000 .* all\n"));
  EXPECT_THAT(text, ContainsRegex("hierarchy +4,560 +24.6 +3.17\n"));
}

TEST(BenchReport, GivesProgramsSeconds) {
  const std::string csv = reported(Format::csv);
  EXPECT_THAT(csv, HasSubstr("\r\none_to_one,hierarchy,4.56,0.0246,8.1e-06,7.9e-06,1.23e-05,0.032,"
                             "3172152,3876.5,300,2,yes\r\n"));
  EXPECT_THAT(csv, HasSubstr("\r\ntree,boost-dijkstra,0,,0.057,,,,,1,16,0,\r\n"));
  const std::string json = reported(Format::json);
  EXPECT_THAT(json, HasSubstr("\"agrees\": false"));
  EXPECT_THAT(json, HasSubstr("\"mean_s\": 8.1e-06"));
}

}  // namespace
}  // namespace corridor
