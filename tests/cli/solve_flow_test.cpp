#include <algorithm>
#include <sstream>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"
#include "support/source_files.hpp"

// The problems, with their answers worked by hand, are in tests/cli/data.

namespace corridor::test {
namespace {

using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

constexpr int answered = 0;
constexpr int wrong_input = 1;
constexpr int wrong_command = 2;
constexpr int no_answer = 3;

/// The numbers of a csv file, without its headings.
std::vector<std::vector<double>> numbers_of(const std::string& csv) {
  std::vector<std::vector<double>> rows;
  std::istringstream stream{csv};
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) {
    std::replace(line.begin(), line.end(), ',', ' ');
    std::istringstream fields{line};
    rows.emplace_back();
    for (double number = 0; fields >> number;) rows.back().push_back(number);
  }
  return rows;
}

TEST(SolveMaxFlow, FlowsAreConservedAndFillBothCuts) {
  const Ran ran = corridor_with("solve canals.max --certify --format csv");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.err, AllOf(ContainsRegex("^read in .*, answered in .*\n"),
                             HasSubstr("certificate: holds (8 arcs: within capacity, conserved")));
  std::vector<double> balance(7, 0.0);
  for (const auto& row : numbers_of(ran.out)) {
    balance[static_cast<std::size_t>(row[0])] += row[3];
    balance[static_cast<std::size_t>(row[1])] -= row[3];
  }
  EXPECT_EQ(balance, (std::vector<double>{0, 11, 0, 0, 0, 0, -11}));
  EXPECT_THAT(ran.out, AllOf(HasSubstr("\r\n2,4,4,4,source\r\n"), HasSubstr("\r\n3,4,3,3,source"),
                             HasSubstr("\r\n4,6,7,7,sink\r\n"), HasSubstr("\r\n5,6,4,4,both\r\n")));
}

TEST(SolveMaxFlow, NothingThatFlowsEndsInThree) {
  const Ran ran = corridor_with("solve dry.max --certify");
  EXPECT_EQ(ran.status, no_answer);
  EXPECT_THAT(ran.out, ContainsRegex("value +0\n"));
  EXPECT_THAT(ran.err, HasSubstr("certificate: holds"));
}

TEST(SolveMinCost, TheOptimumIsTheOneWorkedByHand) {
  const Ran ran = corridor_with("solve barges.min --certify --format csv");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.err, HasSubstr("prices fit, primal equals dual"));
  double cost = 0;
  for (const auto& row : numbers_of(ran.out)) cost += row[4] * row[5];
  EXPECT_EQ(cost, 38);
  EXPECT_THAT(ran.out, AllOf(HasSubstr("\r\n1,2,0,4,1,4\r\n"), HasSubstr("\r\n1,3,1,5,4,2\r\n"),
                             HasSubstr("\r\n2,5,0,3,6,2\r\n"), HasSubstr("\r\n4,5,0,4,2,4\r\n")));
}

TEST(SolveMinCost, WhatDoesNotFitIsSaidWithItsProof) {
  const Ran ran = corridor_with("solve drought.min --certify");
  EXPECT_EQ(ran.status, no_answer);
  EXPECT_THAT(ran.out, HasSubstr("infeasible: 2 more must leave these nodes than can: 1; 2"));
  EXPECT_THAT(ran.err, HasSubstr("certificate: holds (2 arcs: more must pass than can)"));
  EXPECT_EQ(corridor_with("solve drought.min --format csv").out,
            "tail,head,least,capacity,cost,flow\r\n");
  EXPECT_THAT(corridor_with("solve drought.min --format json").out,
              AllOf(HasSubstr("\"status\": \"infeasible\""), HasSubstr("\"surplus\": 2"),
                    HasSubstr("\"objective\": null")));
}

TEST(SolveMinCost, WhatGainsWithoutLimitIsSaidWithItsCycle) {
  const Ran ran = corridor_with("solve spring.min --certify");
  EXPECT_EQ(ran.status, no_answer);
  EXPECT_THAT(ran.out,
              AnyOf(HasSubstr("without limit: 2; 3; 2"), HasSubstr("without limit: 3; 2; 3")));
  EXPECT_THAT(ran.err, HasSubstr("certificate: holds"));
}

TEST(SolveAssignment, EveryMethodFindsTheEquilibriumWorkedByHand) {
  for (const char* how : {"--gap 1e-12", "--method bfw --gap 1e-8", "--method cfw --gap 1e-6",
                          "--method fw --gap 1e-4"}) {
    SCOPED_TRACE(how);
    const Ran ran = corridor_with(std::string{"solve braess_net.tntp braess_trips.tntp --format "
                                              "csv --certify "} +
                                  how);
    EXPECT_EQ(ran.status, answered) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("certificate: holds"));
    const auto rows = numbers_of(ran.out);
    // 1-3, 1-4, 3-2, 3-4, 4-2: volume, time.
    const std::vector<std::pair<double, double>> known{{4, 50}, {2, 62}, {2, 62}, {2, 12}, {4, 50}};
    ASSERT_EQ(rows.size(), known.size());
    for (std::size_t i = 0; i < known.size(); ++i) {
      EXPECT_NEAR(rows[i][2], known[i].first, 0.05);
      EXPECT_NEAR(rows[i][3], known[i].second, 0.5);
    }
  }
}

TEST(SolveAssignment, TogetherAllDoBetterWithoutTheShortcut) {
  const Ran ran =
      corridor_with("solve braess_net.tntp braess_trips.tntp --principle so --gap 1e-12 --certify");
  EXPECT_EQ(ran.status, answered) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("System optimum of braess_trips.tntp on braess_net.tntp"),
                             ContainsRegex("objective +618.000000 "),
                             ContainsRegex("total time +618.000000")));
}

TEST(SolveAssignment, ATollOnTheShortcutKeepsTripsOff) {
  // With a toll of 30 the way over 3-4 costs 40 + 40 + 40 where the others, three trips each, cost
  // 103: nobody takes it, and all together they need 6 x 103.
  const Ran ran = corridor_with(
      "solve braess_net.tntp braess_trips.tntp --toll-weight 1 --gap 1e-12 --format json");
  EXPECT_EQ(ran.status, answered) << ran.err;
  EXPECT_THAT(ran.out, ContainsRegex("\"total_time\": 61[78].[0-9]*"));
  EXPECT_THAT(ran.out, ContainsRegex("\"total_cost\": 61[78].[0-9]*"));
}

TEST(BenchAssignment, HeedsTheWeightsAsSolveDoes) {
  // The toll of 30 on the shortcut moves the optimum on which all methods must agree.
  const std::string files = "bench braess_net.tntp braess_trips.tntp --quiet --gap 1e-4 ";
  const Ran ran = corridor_with(files + "--toll-weight 1 --format csv");
  EXPECT_EQ(ran.status, answered) << ran.err;
  EXPECT_NE(ran.out, corridor_with(files + "--format csv").out);
  EXPECT_EQ(corridor_with(files + "--toll-weight -1").status, wrong_command);
}

TEST(BenchAssignment, WeightsFitNothingElse) {
  for (const char* arguments : {"bench canals.max --toll-weight 1", "bench flow --toll-weight 1"}) {
    const Ran ran = corridor_with(arguments);
    EXPECT_EQ(ran.status, wrong_command);
    EXPECT_THAT(ran.err,
                HasSubstr("--toll-weight does not fit: it is of a network for assignment"));
  }
  EXPECT_THAT(corridor_with("bench streets.gr --distance-weight 1").err,
              HasSubstr("--distance-weight does not fit: it is of flows"));
}

TEST(SolveAssignment, TripsWithoutAPathAreLeftOutAndTold) {
  const Ran ran = corridor_with("solve braess_net.tntp braess_astray_trips.tntp --certify");
  EXPECT_EQ(ran.status, answered) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("6.000000 of 7.500000; no path for: 2 -> 1 (1.500000)"));
  EXPECT_THAT(ran.err, HasSubstr("certificate: holds"));
}

TEST(SolveAssignment, AGapThatIsNotReachedEndsInThree) {
  const Ran ran = corridor_with(
      "solve braess_net.tntp braess_trips.tntp --method fw --gap 1e-12 --iterations 3");
  EXPECT_EQ(ran.status, no_answer);
  EXPECT_THAT(ran.err, HasSubstr("the gap asked for was not reached in 3 iterations"));
  EXPECT_THAT(ran.out, HasSubstr("not the 1.0e-12 asked for"));
}

TEST(SolveFlows, FlowsGoToAFileOfTheirOwnWholeOrNotAtAll) {
  const Scratch scratch;
  for (const char* problem : {"canals.max", "barges.min", "braess_net.tntp braess_trips.tntp"}) {
    SCOPED_TRACE(problem);
    const std::string file = (scratch / "flows.csv").string();
    const std::string command = std::string{"solve "} + problem + " --quiet";
    const Ran ran = corridor_with(command + " --force --flows '" + file + "'");
    EXPECT_EQ(ran.status, answered) << ran.err;
    EXPECT_EQ(ran.out, corridor_with(command).out);
    EXPECT_EQ(read_text(file), corridor_with(command + " --format csv").out);
    EXPECT_EQ(corridor_with(command + " --flows '" + file + "'").status, wrong_input);
  }
}

TEST(SolveFlows, WhatIsAskedShowsInTheFirstLineWhereTheNameSaysNothing) {
  const Scratch scratch;
  const auto copy = [&](const char* name) {
    std::filesystem::copy_file(source_root() / "tests/cli/data" / name, scratch / "problem.txt",
                               std::filesystem::copy_options::overwrite_existing);
    return "solve '" + (scratch / "problem.txt").string() + "' --quiet";
  };
  EXPECT_THAT(corridor_with(copy("canals.max")).out, HasSubstr("Maximum flow"));
  EXPECT_THAT(corridor_with(copy("barges.min")).out, HasSubstr("Cheapest flow"));
  EXPECT_THAT(corridor_with(copy("streets.gr") + " --from 1 --to 5").out, HasSubstr("From node"));
  EXPECT_THAT(corridor_with(copy("braess_net.tntp") + " braess_trips.tntp").out,
              HasSubstr("User equilibrium"));
}

TEST(SolveFlows, OptionsThatDoNotFitTheFileAreTold) {
  for (const char* arguments :
       {"canals.max --from 1", "barges.min --k 3", "canals.max --gap 1e-3", "canals.max barges.min",
        "streets.gr --from 1 --to 2 --flows f.csv", "streets.gr --from 1 --to 2 --method fw",
        "braess_net.tntp braess_trips.tntp --all", "braess_net.tntp",
        "braess_net.tntp braess_trips.tntp --method dial",
        "braess_net.tntp braess_trips.tntp --principle we",
        "braess_net.tntp braess_trips.tntp --gap none",
        "braess_net.tntp braess_trips.tntp --gap -1", "canals.max --flows a.csv --out a.csv"}) {
    const Ran ran = corridor_with(std::string{"solve "} + arguments);
    EXPECT_EQ(ran.status, wrong_command) << arguments;
    EXPECT_EQ(ran.out, "") << arguments;
    EXPECT_NE(ran.err, "") << arguments;
  }
  EXPECT_THAT(corridor_with("solve canals.max --from 1").err,
              HasSubstr("--from does not fit: canals.max is a maximum-flow problem"));
  EXPECT_THAT(corridor_with("solve canals.max barges.min").err,
              HasSubstr("a second file does not fit"));
}

TEST(SolveFlows, MistakesInTheInputEndInOne) {
  EXPECT_EQ(corridor_with("solve not-there.max").status, wrong_input);
  EXPECT_EQ(corridor_with("solve not-there.min").status, wrong_input);
  const Ran swapped = corridor_with("solve braess_trips.tntp braess_net.tntp");
  EXPECT_EQ(swapped.status, wrong_input);
  EXPECT_THAT(swapped.err, HasSubstr("the file holds trips, not a network"));
}

TEST(BenchFlow, SolversOfGeneratedProblemsAgree) {
  const Ran ran = corridor_with("bench flow --gap 1e-3 --format csv");
  EXPECT_EQ(ran.status, answered) << ran.err;
  for (const char* solver :
       {"boost-boykov-kolmogorov", "boost-push-relabel", "augmenting-trees",
        "boost-successive-paths", "network-simplex", "fw", "cfw", "bfw", "algorithm_b"}) {
    EXPECT_THAT(ran.out, ContainsRegex(std::string{","} + solver + ",.*,yes,(yes)?\r\n"));
  }
  EXPECT_THAT(ran.out, Not(HasSubstr(",no")));
}

TEST(BenchFlow, SolversOfAFileAgree) {
  EXPECT_THAT(corridor_with("bench canals.max").out,
              AllOf(HasSubstr("Solvers of flows on canals.max"), ContainsRegex("trees .* 11 .*yes"),
                    Not(HasSubstr("WRONG"))));
  // A lower bound is beyond Boost.
  EXPECT_THAT(corridor_with("bench barges.min --format json").out,
              AllOf(HasSubstr("\"value\": 38"), Not(HasSubstr("boost"))));
  // Both say that it does not fit.
  EXPECT_EQ(corridor_with("bench drought.min --format markdown").status, answered);
  const Ran ran = corridor_with("bench braess_net.tntp braess_trips.tntp --gap 1e-3");
  EXPECT_EQ(ran.status, answered) << ran.err;
  EXPECT_THAT(ran.out, AllOf(HasSubstr("algorithm_b"), Not(HasSubstr("WRONG"))));
}

TEST(BenchFlow, MistakesAreTold) {
  for (const char* arguments :
       {"flow --queries 3", "flow --co streets.co", "canals.max --solver alt",
        "canals.max barges.min", "braess_net.tntp", "streets.gr --gap 1e-3", "flow --gap 2"}) {
    EXPECT_EQ(corridor_with(std::string{"bench "} + arguments).status, wrong_command) << arguments;
  }
}

}  // namespace
}  // namespace corridor::test
