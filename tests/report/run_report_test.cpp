#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/sample.hpp"
#include "report/text.hpp"

namespace corridor {
namespace {

using test::Sample;
using testing::HasSubstr;
using testing::Not;

std::string text_of(const Sample& sample) {
  return report_run(sample.compiled, {sample.run}, Format::text);
}

// Cost: 40.05 x 14 = 560.7, shown as 561, and 561 - 700 = -139. Haul -4.95 x 14 = -69.3, transfer
// -5 x 14 = -70: -69 and -70 add up to -139. Time: 20.25 is shown as 20.3, and -9.7 is what is
// left.
TEST(RunReport, TellsWhatChangedAndWhy) {
  EXPECT_EQ(text_of(Sample{}), R"(What if the bridge opens?
=========================

scenario  bridge_opens (00000000000000bb), against the network as it stands
network   sketch (00000000000000aa)
state of  2026-01-01
changes   open: {link: bridge} (1 link)

A -> C, container, least generalised cost
-----------------------------------------

measure                 baseline  scenario  change       %
----------------------  --------  --------  ------  ------
distance, km                400        300    -100   -25.0
time, h                    30.0       20.3    -9.7   -32.5
time, d                     1.3        0.8    -0.5   -32.5
cost, USD/TEU               700        561    -139   -19.9
emissions, kg CO2e/TEU      280        168    -112   -40.0
border crossings              1          1       0     0.0
transshipments                1          0      -1  -100.0
gauge breaks                  0          0       0     0.0
throughput, Mt/yr          5.00*     10.00   +5.00  +100.0
* rests on a capacity that is assumed or of low confidence

before      a -> (rail) b -> (road) c
after       a -> (rail) c
runner-up   a -> (rail) b -> (road) c; +167 USD/TEU (+27.0 %) in generalised cost
bottleneck  a - b, rail; b - c, rail
max flow    10.00 Mt/yr by all open routes (baseline: 5.00 Mt/yr*); binding: a - b, rail
confidence  0 % of cost and 0 % of time rest on assumptions or low-confidence figures (baseline:
            20 %, 50 %)

why       cost, USD/TEU  time, h
--------  -------------  -------
haul                -69     -5.7
transfer            -70     -4.0
total              -139     -9.7

Claims
------

holds  ten_percent_cheaper: cost of a -> c <= -10%; -19.9 %

Last news of the routes
-----------------------

-  b - c, road: reopened 2025-12-01
)");
}

TEST(RunReport, NoLineIsWiderThanAPage) {
  const std::string text = text_of(Sample{});
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    EXPECT_LE(display_width(text.substr(at, end - at)), page_width);
    at = end + 1;
  }
}

TEST(RunReport, SaysAnUnchangedTripInOneLine) {
  Sample sample;
  sample.run.subjects[0].scenario = sample.run.subjects[0].baseline;
  const std::string text = text_of(sample);
  EXPECT_THAT(text, HasSubstr("A -> C, container  400  1.3   700  USD/TEU  5.00*\n"));
  EXPECT_THAT(text, Not(HasSubstr("measure")));
}

TEST(RunReport, WhereOnlyTheMaximumFlowDiffersItIsAllThatIsShown) {
  Sample sample;
  Subject& subject = sample.run.subjects[0];
  const Throughput more = *subject.scenario.most_throughput;
  subject.scenario = subject.baseline;
  subject.scenario.most_throughput = more;
  const std::string text = text_of(sample);
  EXPECT_THAT(text, HasSubstr("unchanged  400 km, 1.3 d, 700 USD/TEU\n"));
  EXPECT_THAT(text, HasSubstr("max flow   10.00 Mt/yr by all open routes (baseline: 5.00 Mt/yr*)"));
  EXPECT_THAT(text, Not(HasSubstr("measure")));
}

TEST(RunReport, GivesTheReasonWhereThereIsNoRoute) {
  Sample sample;
  sample.run.subjects[0] = sample.without_route();
  const std::string text = text_of(sample);
  EXPECT_THAT(text, HasSubstr("after   no route. Cut at: b - c, rail; b - c, road. Opening b - c, "
                              "rail would restore one"));
  EXPECT_THAT(text, HasSubstr("distance, km                400          -       -  -\n"));
  EXPECT_THAT(text, Not(HasSubstr("why")));
}

TEST(RunReport, AnUnchangedTripWithoutRouteKeepsItsReason) {
  Sample sample;
  sample.run.subjects[0] = sample.without_route();
  sample.run.subjects[0].baseline = sample.run.subjects[0].scenario;
  const std::string text = text_of(sample);
  EXPECT_THAT(text, HasSubstr("A -> C, container   -  -     -  no route      -\n"));
  EXPECT_THAT(text, HasSubstr("A -> C, container: no route. Cut at: b - c, rail; b - c, road."));
}

TEST(RunReport, AScenarioThatChangesNothingIsAProfile) {
  Sample sample;
  sample.scenario.changes.clear();
  sample.run.effects.clear();
  sample.run.subjects[0].scenario = sample.run.subjects[0].baseline;
  const std::string text = text_of(sample);
  EXPECT_THAT(text, HasSubstr("cost, USD/TEU            700\n"));
  EXPECT_THAT(text, HasSubstr("route "));
  EXPECT_THAT(text, Not(HasSubstr("baseline")));
}

TEST(RunReport, SaysByHowMuchAClaimFails) {
  Sample sample;
  sample.run.claims[0].verdict = Verdict::fails;
  sample.run.claims[0].miss = 0.123;
  EXPECT_THAT(text_of(sample), HasSubstr("-19.9 %; off by 12.3 percentage points\n"));
  sample.scenario.expectations[0].relative = false;
  sample.run.claims[0].miss = 60.5;
  EXPECT_THAT(text_of(sample), HasSubstr("; off by 60.50 USD/TEU\n"));
}

TEST(RunReport, SaysWhereTheDatesDiffer) {
  Sample sample;
  sample.run.baseline_date = {2025, 12, 31};
  EXPECT_THAT(text_of(sample), HasSubstr("state of  2026-01-01; baseline as of 2025-12-31\n"));
}

TEST(RunReport, AChangeWithoutEffectIsNamed) {
  Sample sample;
  sample.run.effects[0].changed_anything = false;
  EXPECT_THAT(text_of(sample), HasSubstr("open: {link: bridge} (1 link) (no effect)"));
}

TEST(RunReport, EmptyScenarioSaysThatItAsksForNothing) {
  Sample sample;
  sample.run.subjects.clear();
  EXPECT_THAT(text_of(sample), HasSubstr("asks for no trip and no corridor"));
}

TEST(RunReport, CsvHasARowAMeasure) {
  const Sample sample;
  const std::string csv = report_run(sample.compiled, {sample.run}, Format::csv);
  EXPECT_THAT(csv, HasSubstr("scenario,kind,id,cargo,objective,measure,unit,baseline,"
                             "scenario_value,change,change_percent,assumed\r\n"));
  EXPECT_THAT(csv, HasSubstr("bridge_opens,trip,a -> c,container,generalised,cost,USD/TEU,700.00,"
                             "560.70,-139.30,-19.90,no\r\n"));
  EXPECT_THAT(csv, HasSubstr(",throughput,t/yr,5000000,10000000,5000000,100.00,yes\r\n"));
  EXPECT_THAT(csv, HasSubstr(",cost_transfer,USD/TEU,168.00,98.00,-70.00,-41.67,no\r\n"));
  EXPECT_THAT(csv, HasSubstr(",route,,a_b_rail;b_c_road,a_b_rail;bridge,,,no\r\n"));
}

TEST(RunReport, MarkdownAndLatexTellTheSameStory) {
  const Sample sample;
  const std::string markdown = report_run(sample.compiled, {sample.run}, Format::markdown);
  EXPECT_THAT(markdown, HasSubstr("# What if the bridge opens?\n"));
  EXPECT_THAT(markdown, HasSubstr("| cost, USD/TEU | 700 | 561 | -139 | -19.9 |\n"));
  const std::string latex = report_run(sample.compiled, {sample.run}, Format::latex);
  EXPECT_THAT(latex, HasSubstr("\\section*{What if the bridge opens?}\n"));
  EXPECT_THAT(latex, HasSubstr("cost, USD/TEU & 700 & 561 & -139 & -19.9 \\\\\n"));
  EXPECT_THAT(latex, HasSubstr("bridge\\_opens"));
}

}  // namespace
}  // namespace corridor
