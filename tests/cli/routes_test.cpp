#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/program.hpp"

namespace corridor::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int answered = 0;
constexpr int wrong_command = 2;

struct Mistake {
  const char* arguments;
  const char* said;
};

TEST(Routes, MistakesInTheNumbersAreToldWithWhatIsRight) {
  for (const Mistake& mistake :
       {Mistake{"--k 0", "'0' is no whole number from 1 to 1000"},
        Mistake{"--k -3", "'-3' is no whole number from 1 to 1000"},
        Mistake{"--k 2.5", "'2.5' is no whole number"},
        Mistake{"--k 99999999999999999999", "is no whole number from 1 to 1000"},
        Mistake{"--different --overlap 1", "'1' is no share from 0 to below 1"},
        Mistake{"--different --overlap -0.1", "is no share from 0 to below 1"},
        Mistake{"--different --overlap 75%", "is no share from 0 to below 1"},
        Mistake{"--different --stretch 0.9", "'0.9' is no number from 1 to 1e6"},
        Mistake{"--different --stretch nan", "'nan' is no number from 1 to 1e6"},
        Mistake{"--overlap 0.5", "--different"}, Mistake{"--k 3 --stretch 2", "--different"},
        Mistake{"--pareto cost", "'cost' is 1 measure; two to four can be traded off"},
        Mistake{"--pareto cost,speed", "speed"},
        Mistake{"--pareto cost,time --epsilon 2", "'2' is no share from 0 to 1"},
        Mistake{"--pareto cost,time --top few", "'few' is no whole number"},
        Mistake{"--epsilon 0.1", "--pareto"}}) {
    SCOPED_TRACE(mistake.arguments);
    const Ran ran = corridor_with(std::string{"routes railway-opens.yaml "} + mistake.arguments);
    EXPECT_EQ(ran.status, wrong_command);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr(mistake.said));
  }
}

TEST(Routes, ManyMoreThanThereAreAreAllThereAre) {
  const Ran few = corridor_with("routes railway-opens.yaml --k 50 --format csv");
  EXPECT_EQ(few.status, answered);
  EXPECT_EQ(few.out, corridor_with("routes railway-opens.yaml --k 1000 --format csv").out);
}

// alba -> elba has no route: its reason is told, and the others are answered.
TEST(Routes, WithoutARouteSayWhy) {
  const Ran ran = corridor_with("routes railway-opens.yaml --k 2");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.out, HasSubstr("no route. Cut at: Cova - Elba, road"));
}

TEST(Routes, CanBeCertified) {
  const Ran ran = corridor_with("routes railway-opens.yaml --k 2 --certify");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.err, HasSubstr("best paths: holds"));
  EXPECT_THAT(ran.err, Not(HasSubstr("FAILS")));
  EXPECT_EQ(ran.out, corridor_with("routes railway-opens.yaml --k 2").out);
}

TEST(Routes, ThatDifferCanBeCertified) {
  const Ran ran = corridor_with("routes railway-opens.yaml --different --certify");
  EXPECT_EQ(ran.status, answered);
  EXPECT_THAT(ran.err, HasSubstr("different routes: holds"));
  EXPECT_THAT(ran.err, Not(HasSubstr("FAILS")));
  EXPECT_EQ(ran.out, corridor_with("routes railway-opens.yaml --different").out);
}

struct Golden {
  const char* file;
  const char* arguments;
};

TEST(Routes, OfTheSmallNetworkArePrintedAsTheyWere) {
  for (const Golden& golden :
       {Golden{"routes-k.txt", "--k 4"}, Golden{"routes-k.csv", "--k 4 --format csv"},
        Golden{"routes-k.json", "--k 2 --format json"},
        Golden{"routes-different.md", "--different --format markdown"},
        Golden{"routes-different.tex", "--different --k 2 --stretch 3 --format latex"},
        Golden{"routes-pareto.txt", "--pareto cost,time"},
        Golden{"routes-pareto.csv", "--pareto cost,time,emissions --format csv"},
        Golden{"routes-pareto.json", "--pareto cost,time --top 2 --format json"}}) {
    const std::string arguments = std::string{"routes railway-opens.yaml "} + golden.arguments;
    SCOPED_TRACE(arguments);
    const Ran ran = corridor_with(arguments);
    EXPECT_EQ(ran.status, answered);
    EXPECT_EQ(ran.err, "");
    expect_golden(golden.file, ran.out);
    EXPECT_EQ(corridor_with(arguments).out, ran.out) << "the same twice";
  }
}

TEST(Routes, OfShippedScenariosArePrintedAsTheyWere) {
  for (const Golden& golden :
       {Golden{"routes-hormuz-closed.txt", "hormuz-closed.yaml --different"},
        Golden{"routes-aras-road.txt", "aras-road.yaml --k 3"},
        Golden{"routes-zangezur-pareto.txt", "zangezur-rail-opens.yaml --pareto cost,time"}}) {
    SCOPED_TRACE(golden.arguments);
    const Ran ran =
        corridor_with(std::string{"routes ../../../scenarios/"} + golden.arguments + " --quiet");
    EXPECT_EQ(ran.status, answered);
    EXPECT_EQ(ran.err, "");
    expect_golden(golden.file, ran.out);
  }
}

}  // namespace
}  // namespace corridor::test
