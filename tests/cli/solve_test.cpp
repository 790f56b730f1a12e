#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace corridor::test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

constexpr int answered = 0;
constexpr int wrong_input = 1;
constexpr int wrong_command = 2;
constexpr int no_answer = 3;

TEST(Solve, SaysHowLongItTookOnStandardErrorAlone) {
  const Ran ran = corridor_with("solve streets.gr --from 1 --to 5");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.err, ContainsRegex("^read in .*, prepared in .*, answered in .*\n$"));
  EXPECT_EQ(corridor_with("solve streets.gr --from 1 --to 5 --quiet").out, ran.out);
}

TEST(Solve, EverySolverGivesTheSameAnswer) {
  // 1 -> 3 -> 2 -> 4 -> 5: 2 + 1 + 5 + 3.
  for (const char* solver : {"dijkstra", "bidirectional", "alt", "hierarchy", "boost-dijkstra",
                             "boost-bellman-ford", "boost-a-star"}) {
    const Ran ran =
        corridor_with(std::string{"solve streets.gr --from 1 --to 5 --certify --solver "} + solver +
                      " --format csv");
    EXPECT_EQ(ran.status, answered) << solver;
    EXPECT_EQ(ran.out, "from,to,rank,distance,arcs,path\r\n1,5,1,11,4,1;3;2;4;5\r\n") << solver;
    EXPECT_THAT(ran.err, HasSubstr("certificate: holds")) << solver;
  }
}

TEST(Solve, NoPathEndsInThree) {
  const Ran ran = corridor_with("solve streets.gr --from 5 --to 6 --certify");
  EXPECT_EQ(ran.status, no_answer);
  EXPECT_THAT(ran.out, HasSubstr("node 6 cannot be reached from node 5"));
  EXPECT_THAT(ran.err, HasSubstr("certificate: holds"));
  EXPECT_EQ(corridor_with("solve streets.gr --from 5 --to 6 --k 3").status, no_answer);
}

TEST(Solve, FromANodeToItselfIsAPathOfNoArcs) {
  const Ran ran = corridor_with("solve streets.gr --from 5 --to 5 --format csv");
  EXPECT_EQ(ran.status, answered);
  EXPECT_EQ(ran.out, "from,to,rank,distance,arcs,path\r\n5,5,1,0,0,5\r\n");
}

TEST(Solve, AllIsCsvUnlessToldOtherwise) {
  const Ran csv = corridor_with("solve streets.gr --from 1 --all --certify");
  EXPECT_EQ(csv.status, answered);
  EXPECT_THAT(csv.out, HasSubstr("node,distance,predecessor\r\n1,0,\r\n2,3,3\r\n"));
  EXPECT_THAT(csv.out, HasSubstr("\r\n6,,\r\n"));
  EXPECT_THAT(csv.err, HasSubstr("certificate: holds"));
  EXPECT_THAT(corridor_with("solve streets.gr --from 1 --all --format text").out,
              HasSubstr("5 of 6 nodes"));
}

TEST(Solve, SeveralPathsComeInOrderAndAreCertified) {
  const Ran ran = corridor_with("solve streets.gr --from 1 --to 5 --k 10 --certify --format csv");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.err, HasSubstr("6 paths: sound, without loops, all different, in order"));
  // All that there are: 1-3-2-4-5 and 1-2-4-5 by either way from 2 to 4, 1-3-4-5, and 1-5 for 20.
  EXPECT_THAT(ran.out, HasSubstr("\r\n1,5,6,20,1,1;5\r\n"));
}

TEST(Solve, MistakesInTheCommandEndInTwo) {
  for (const char* arguments :
       {"solve", "solve streets.gr", "solve streets.gr --from 1", "solve streets.gr --to 1",
        "solve streets.gr --from 1 --to 2 --all", "solve streets.gr --from one --to 2",
        "solve streets.gr --from 1 --to -2", "solve streets.gr --from 1 --to 2 --k 0",
        "solve streets.gr --from 1 --all --k 2", "solve streets.gr --from 1 --all --solver alt",
        "solve streets.gr --from 1 --to 2 --solver dikstra"}) {
    const Ran ran = corridor_with(arguments);
    EXPECT_EQ(ran.status, wrong_command) << arguments;
    EXPECT_EQ(ran.out, "") << arguments;
    EXPECT_NE(ran.err, "") << arguments;
  }
  EXPECT_THAT(corridor_with("solve streets.gr --from 1 --to 2 --solver dikstra").err,
              HasSubstr("did you mean 'dijkstra'"));
  EXPECT_THAT(corridor_with("solve streets.gr --from 1 --to -2").err,
              HasSubstr("--to: '-2' is no number of a node"));
}

TEST(Solve, MistakesInTheInputEndInOne) {
  const Ran ran = corridor_with("solve broken.gr --from 1 --to 2");
  EXPECT_EQ(ran.status, wrong_input);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("broken.gr:2:7:"), HasSubstr("broken.gr:3:5:")));
  EXPECT_THAT(corridor_with("solve street.gr --from 1 --to 2").err,
              HasSubstr("did you mean 'streets.gr'"));
  const Ran node = corridor_with("solve streets.gr --from 1 --to 7");
  EXPECT_EQ(node.status, wrong_input);
  EXPECT_THAT(node.err, HasSubstr("nodes are numbered from 1 to 6"));
  EXPECT_EQ(corridor_with("solve streets.gr --from 0 --to 2").status, wrong_input);
  EXPECT_THAT(corridor_with("solve streets.gr --from 1 --to 2 --co streets.gr").err,
              HasSubstr("holds no coordinates"));
  EXPECT_THAT(corridor_with("solve network.yaml --from 1 --to 2").err,
              HasSubstr("no graph in DIMACS's format"));
}

TEST(Bench, MeasuresEverySolverOnAGraph) {
  const Ran ran = corridor_with("bench streets.gr --queries 20 --format csv");
  EXPECT_EQ(ran.status, answered) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out, HasSubstr("case,method,prepare_s"));
  for (const char* solver : {"dijkstra", "bidirectional", "alt", "hierarchy", "boost-dijkstra",
                             "boost-bellman-ford", "boost-a-star"}) {
    // Twenty questions, none answered wrong, the first certified.
    EXPECT_THAT(ran.out, ContainsRegex(std::string{"\none_to_one,"} + solver + ",.*,20,0,yes\r\n"));
  }
  EXPECT_THAT(ran.out, ContainsRegex("\ntree,boost-dijkstra,.*,16,0,\r\n"));
  EXPECT_THAT(ran.out, ContainsRegex("\nrow,\"hierarchy, 20 targets\",.*,20,0,\r\n"));
  EXPECT_THAT(ran.out, ContainsRegex("\ncustomise,8 metrics at once,.*,8,0,\r\n"));
}

TEST(Bench, MeasuresTheSolversNamedBesideTheReference) {
  const Ran ran = corridor_with(
      "bench network.yaml --queries 5 --solver alt --solver bidirectional --format markdown");
  EXPECT_EQ(ran.status, answered) << ran.err;
  EXPECT_THAT(ran.out,
              AllOf(HasSubstr("# Solvers on network small"), HasSubstr("| boost-dijkstra |"),
                    HasSubstr("| alt |"), HasSubstr("| bidirectional |"), HasSubstr("| all |"),
                    Not(HasSubstr("| hierarchy |")), Not(HasSubstr("WRONG"))));
}

TEST(Bench, SpeaksEveryFormat) {
  const std::string command = "bench streets.gr --queries 3 --solver dijkstra --repeat 2 --format ";
  EXPECT_THAT(corridor_with(command + "text").out, HasSubstr("Solvers on streets.gr\n====="));
  EXPECT_THAT(corridor_with(command + "latex").out, HasSubstr("\\begin{tabular}"));
  EXPECT_THAT(corridor_with(command + "json").out,
              AllOf(HasSubstr("\"command\": \"bench\""), HasSubstr("\"agrees\": true"),
                    HasSubstr("\"questions\": 3")));
}

TEST(Bench, MistakesAreTold) {
  EXPECT_EQ(corridor_with("bench streets.gr --solver fast").status, wrong_command);
  EXPECT_EQ(corridor_with("bench streets.gr --queries 0").status, wrong_command);
  EXPECT_EQ(corridor_with("bench network.yaml --co streets.co").status, wrong_command);
  EXPECT_EQ(corridor_with("bench broken.gr").status, wrong_input);
  EXPECT_EQ(corridor_with("bench not-there.gr").status, wrong_input);
}

}  // namespace
}  // namespace corridor::test
