#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace corridor::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int answered = 0;
constexpr int wrong_input = 1;
constexpr int wrong_command = 2;
constexpr int no_answer = 3;

class Help : public testing::TestWithParam<const char*> {};

TEST_P(Help, HasExamples) {
  const Ran ran = corridor_with(std::string{GetParam()} + " --help");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.out, HasSubstr("Examples:\n  corridor "));
  EXPECT_EQ(ran.err, "");
}

std::string help_name(const testing::TestParamInfo<const char*>& command) {
  return *command.param == '\0' ? std::string{"corridor"} : command.param;
}

INSTANTIATE_TEST_SUITE_P(Commands, Help,
                         testing::Values("", "run", "compare", "routes", "flow", "check", "diff",
                                         "list", "validate", "new", "solve", "bench"),
                         help_name);

TEST(Program, SaysItsVersion) {
  EXPECT_THAT(corridor_with("--version").out, HasSubstr("corridor "));
}

TEST(Program, MistakesInTheCommandEndInTwo) {
  for (const char* arguments :
       {"",
        "fly",
        "run",
        "run railway-opens.yaml --format html",
        "run railway-opens.yaml --colour",
        "run railway-opens.yaml --as-of yesterday",
        "run railway-opens.yaml --objective beauty",
        "compare railway-opens.yaml --measure beauty",
        "compare railway-opens.yaml --by colour",
        "list rivers network.yaml",
        "list nodes network.yaml --mode rail",
        "list links network.yaml --status opened",
        "flow --max alba",
        "flow --cargo grain network.yaml",
        "flow --method guess network.yaml",
        "flow --gap 0 network.yaml",
        "flow --top 0 network.yaml",
        "flow --max alba cova network.yaml --penalty 5",
        "flow --max alba alba network.yaml",
        "flow --max-all alba network.yaml",
        "flow --max-all alba,alba network.yaml",
        "flow --max-all alba,cova --max alba cova network.yaml",
        "flow --max-all alba,cova --gap 1e-3 network.yaml",
        "flow --max-all alba,cova status-quo.yaml railway-opens.yaml",
        "flow --theta 1 --demand demand/year.yaml network.yaml",
        "flow --theta 0 --method logit --demand demand/year.yaml network.yaml",
        "flow --theta 1 --method concurrent --demand demand/year.yaml network.yaml",
        "flow --method concurrent --penalty 5 --demand demand/year.yaml network.yaml",
        "flow --max alba,,dunn cova network.yaml",
        "flow --max XA dunn network.yaml"}) {
    const Ran ran = corridor_with(arguments);
    EXPECT_EQ(ran.status, wrong_command) << arguments;
    EXPECT_EQ(ran.out, "") << arguments;
    EXPECT_NE(ran.err, "") << arguments;
  }
}

TEST(Program, MistakesInTheInputEndInOneAndAreAllTold) {
  const Ran ran = corridor_with("run broken.yaml");
  EXPECT_EQ(ran.status, wrong_input);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("broken.yaml:6:"));  // a speed without its unit
  EXPECT_EQ(corridor_with("run not-there.yaml").status, wrong_input);
  EXPECT_EQ(corridor_with("flow --max alba covva network.yaml").status, wrong_input);
  EXPECT_THAT(corridor_with("flow --max alba covva network.yaml").err, HasSubstr("cova"));
  EXPECT_EQ(corridor_with("list links network.yaml --mode rial").status, wrong_input);
  EXPECT_EQ(corridor_with("validate network.yaml").status, wrong_input);  // no benchmarks
}

TEST(FlowMax, UnknownPlacesAreAllTold) {
  const Ran ran = corridor_with("flow --max albo,dunn covva,XC network.yaml");
  EXPECT_EQ(ran.status, wrong_input);
  EXPECT_THAT(ran.err, HasSubstr("--max: error: unknown place or country 'albo'\n"
                                 "  hint: did you mean 'alba'?"));
  EXPECT_THAT(ran.err, HasSubstr("unknown place or country 'covva'"));
  EXPECT_THAT(ran.err, HasSubstr("unknown place or country 'XC'"));
}

TEST(FlowMax, TwoMistakesOfTheCommandAreToldApart) {
  EXPECT_THAT(corridor_with("flow --max alba,,dunn cova network.yaml").err,
              HasSubstr("--max: 'alba,,dunn' lacks a name"));
  EXPECT_THAT(corridor_with("flow --max XA dunn network.yaml").err,
              HasSubstr("--max: dunn is both where cargo starts and where it ends"));
}

TEST(FlowMaxAll, WantsTwoDifferentPlacesAndTellsUnknownOnes) {
  EXPECT_THAT(corridor_with("flow --max-all alba,alba network.yaml").err,
              HasSubstr("--max-all: two different places at least are needed"));
  EXPECT_THAT(corridor_with("flow --max-all alba,cova status-quo.yaml railway-opens.yaml").err,
              HasSubstr("--max-all looks at one scenario or network at a time"));
  const Ran ran = corridor_with("flow --max-all alba,covva network.yaml");
  EXPECT_EQ(ran.status, wrong_input);
  EXPECT_THAT(ran.err, HasSubstr("--max-all: error: unknown place or country 'covva'\n"
                                 "  hint: did you mean 'cova'?"));
}

TEST(FlowMaxAll, IsProvedOnBothSides) {
  const Ran ran = corridor_with("flow --max-all XA,cova railway-opens.yaml --certify");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.err, HasSubstr("certificate of the maximum flows, baseline: holds"));
  EXPECT_THAT(ran.err, HasSubstr("certificate of the maximum flows, scenario: holds"));
}

TEST(FlowShare, IsProvedOnBothSides) {
  const Ran ran = corridor_with(
      "flow --quiet --demand demand/year.yaml half-shut.yaml --method concurrent --certify");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.err, HasSubstr("certificate of half_shut, baseline, share: holds"));
  EXPECT_THAT(ran.err, HasSubstr("certificate of half_shut, scenario, share: holds"));
}

TEST(FlowByChoice, IsProvedAndThetaIsOfItAlone) {
  const Ran ran = corridor_with(
      "flow --quiet --demand demand/year.yaml railway-opens.yaml --method logit --certify");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.err, HasSubstr("certificate of railway_opens, baseline: holds"));
  EXPECT_THAT(ran.err, HasSubstr("certificate of railway_opens, scenario: holds"));
  EXPECT_THAT(corridor_with("flow --theta 1 --demand demand/year.yaml network.yaml").err,
              HasSubstr("--theta is of --method logit and path-size-logit"));
}

TEST(FlowShare, HasNoPenalty) {
  EXPECT_THAT(
      corridor_with("flow --method concurrent --penalty 5 --demand demand/year.yaml network.yaml")
          .err,
      HasSubstr("--penalty does not fit --method concurrent"));
}

TEST(FlowMax, IsProvedOnBothSides) {
  const Ran ran = corridor_with("flow --max alba cova railway-opens.yaml --certify");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.err, HasSubstr("certificate of the maximum flow, baseline: holds"));
  EXPECT_THAT(ran.err, HasSubstr("certificate of the maximum flow, scenario: holds"));
}

TEST(Program, WithoutANetworkItSaysWhatItLookedFor) {
  const Ran ran = corridor_with("list nodes");
  EXPECT_EQ(ran.status, wrong_input);
  EXPECT_THAT(ran.err, HasSubstr("scenarios/networks/eurasia"));
}

TEST(Program, WithoutADemandItSaysWhatItLookedForAndWhereToNameOne) {
  for (const char* arguments : {"flow network.yaml", "flow network.yaml --method concurrent",
                                "run railway-opens.yaml --with-demand"}) {
    const Ran ran = corridor_with(arguments);
    EXPECT_EQ(ran.status, wrong_input) << arguments;
    EXPECT_THAT(ran.err, HasSubstr("no demand is given, and there is no "
                                   "scenarios/demand/2024.yaml here\n  hint: name a demand file "
                                   "by --demand, or under 'demand' in the scenario"))
        << arguments;
  }
}

TEST(Program, NoRouteAtAllEndsInThreeAndStillSaysWhy) {
  const Ran ran = corridor_with("run all-closed.yaml");
  EXPECT_EQ(ran.status, no_answer);
  EXPECT_THAT(ran.out, HasSubstr("no route"));
  EXPECT_THAT(ran.out, HasSubstr("restore"));
}

TEST(Program, AFailedClaimEndsInThreeOnlyWhenStrict) {
  EXPECT_EQ(corridor_with("run railway-opens.yaml").status, answered);
  const Ran strict = corridor_with("run railway-opens.yaml --strict");
  EXPECT_EQ(strict.status, no_answer);
  EXPECT_THAT(strict.out, HasSubstr("FAILS"));
  EXPECT_EQ(corridor_with("run status-quo.yaml --strict").status, answered);
}

TEST(Program, WarningsGoToStandardErrorUnlessQuiet) {
  const Ran loud = corridor_with("run no-effect.yaml");
  EXPECT_EQ(loud.status, answered);
  EXPECT_THAT(loud.err, HasSubstr("warning"));
  EXPECT_THAT(loud.out, Not(HasSubstr("warning")));
  const Ran quiet = corridor_with("run no-effect.yaml --quiet");
  EXPECT_EQ(quiet.err, "");
  EXPECT_EQ(quiet.out, loud.out);
}

TEST(Program, CertificatesGoToStandardError) {
  const Ran ran = corridor_with("run railway-opens.yaml --certify");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.err, HasSubstr("certificate of alba -> cova, scenario: holds"));
  EXPECT_THAT(ran.err, HasSubstr("maximum flow: holds"));
  EXPECT_THAT(ran.err, Not(HasSubstr("FAILS")));
  EXPECT_EQ(ran.out, corridor_with("run railway-opens.yaml").out);
}

TEST(Program, OutWritesTheFileAndNothingElse) {
  const Scratch scratch;
  const std::string file = (scratch / "result.json").string();
  const Ran ran = corridor_with("run railway-opens.yaml --out " + file);
  EXPECT_EQ(ran.status, answered) << ran.err;
  EXPECT_EQ(ran.out, "");
  // The end of the name picks the format.
  EXPECT_EQ(read_text(file), corridor_with("run railway-opens.yaml --format json").out);
}

TEST(Program, OutReplacesNothingUnlessForced) {
  const Scratch scratch;
  const std::string file = (scratch / "result.txt").string();
  std::ofstream{file} << "mine";
  const Ran refused = corridor_with("run railway-opens.yaml --out " + file);
  EXPECT_EQ(refused.status, wrong_input);
  EXPECT_THAT(refused.err, HasSubstr("--force"));
  EXPECT_EQ(read_text(file), "mine");
  EXPECT_EQ(corridor_with("run railway-opens.yaml --force --out " + file).status, answered);
  EXPECT_THAT(read_text(file), HasSubstr("railway_opens"));
}

TEST(Program, ABrokenInputWritesNoFile) {
  const Scratch scratch;
  const std::string file = (scratch / "result.txt").string();
  EXPECT_EQ(corridor_with("run broken.yaml --out " + file).status, wrong_input);
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(Program, AClosedPipeIsNoCrash) {
  const Ran ran = corridor_with("run railway-opens.yaml --format json | head -c 1; exit 0");
  EXPECT_EQ(ran.out, "{");
  EXPECT_EQ(ran.err, "");
}

TEST(Program, AFullDiskIsAnError) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full here";
  const Ran ran = corridor_with("run railway-opens.yaml >/dev/full");
  EXPECT_EQ(ran.status, wrong_input);
  EXPECT_THAT(ran.err, HasSubstr("cannot write"));
}

TEST(Program, CheckNamesGoodFilesAndTellsOfTheBadOnes) {
  const Ran ran = corridor_with("check railway-opens.yaml broken.yaml network.yaml");
  EXPECT_EQ(ran.status, wrong_input);
  EXPECT_THAT(ran.out, HasSubstr("railway-opens.yaml: good"));
  EXPECT_THAT(ran.out, HasSubstr("network.yaml: good"));
  EXPECT_THAT(ran.err, HasSubstr("broken.yaml:"));
}

TEST(Program, ANewScenarioRunsAsItStands) {
  const Scratch scratch;
  const std::string file = (scratch / "What-if 1.yaml").string();
  const std::string quoted = "'" + file + "'";
  const Ran made = corridor_with("new " + quoted + " --network network.yaml");
  ASSERT_EQ(made.status, answered) << made.err;
  EXPECT_THAT(read_text(file), HasSubstr("scenario: what_if_1\n"));
  EXPECT_EQ(corridor_with("new " + quoted + " --network network.yaml").status, wrong_input);
  const Ran checked = corridor_with("check --allow-outside " + quoted);
  EXPECT_EQ(checked.status, answered) << checked.err;
  const Ran ran = corridor_with("run --allow-outside " + quoted);
  EXPECT_EQ(ran.status, answered) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("Alba -> Cova"));
}

TEST(Program, AsOfAndObjectiveReachTheReport) {
  EXPECT_THAT(corridor_with("run railway-opens.yaml --as-of 2026-01").out,
              HasSubstr("state of  2026-01-31"));
  EXPECT_THAT(corridor_with("run railway-opens.yaml --objective emissions").out,
              HasSubstr("least emissions"));
}

TEST(Program, ListsFilterByTextInEitherCase) {
  const Ran ran = corridor_with("list nodes network.yaml --filter ALB --format csv");
  EXPECT_THAT(ran.out, HasSubstr("alba,Alba,XA"));
  EXPECT_THAT(ran.out, Not(HasSubstr("brod")));
  EXPECT_THAT(corridor_with("list links network.yaml --status planned --country xa").out,
              AllOf(HasSubstr("brod_cova_rail"), Not(HasSubstr("cova_elba_road"))));
  EXPECT_THAT(corridor_with("list links network.yaml --corridor south").out,
              HasSubstr("dunn_cova_sea"));
}

TEST(Program, FlowOfASealedPlaceIsNoAnswer) {
  const Ran ran = corridor_with("flow --max alba elba network.yaml --certify");
  EXPECT_EQ(ran.status, no_answer);
  EXPECT_THAT(ran.out, HasSubstr("0.00 Mt/yr"));
  EXPECT_THAT(ran.err, HasSubstr("holds"));
}

}  // namespace
}  // namespace corridor::test
