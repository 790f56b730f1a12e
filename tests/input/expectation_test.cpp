#include <gtest/gtest.h>

#include "input/reading_support.hpp"
#include "input/scenario_draft.hpp"

namespace corridor {
namespace {

using test::Yaml;

TEST(Trips, AreNamedByTheirEndsUnlessTheySay) {
  Yaml yaml{
      "from: baku\nto: istanbul\nvia: [tbilisi]\navoid: RU\nmodes: [rail, road]\n"
      "objective: time\ncorridor: btk\n"};
  const auto trip = read_trip(yaml.reading, *yaml.root);
  ASSERT_EQ(yaml.errors(), "");
  EXPECT_EQ(trip->id, "baku -> istanbul");
  EXPECT_EQ(trip->via[0].text, "tbilisi");
  EXPECT_EQ(trip->avoid[0].text, "RU");
  EXPECT_EQ(trip->modes.size(), 2U);
  EXPECT_EQ(trip->objective, Objective::time);
  EXPECT_EQ(trip->by_corridor->text, "btk");
}

Expectation expectation(const std::string& text, std::optional<Per>& per) {
  Yaml yaml{"{claim: c, trip: a -> b, " + text + "}"};
  const auto found = read_expectation(yaml.reading, *yaml.root, per);
  EXPECT_EQ(yaml.errors(), "");
  return found.value_or(Expectation{});
}

std::string errors(const std::string& text) {
  Yaml yaml{"{claim: c, trip: a -> b, " + text + "}"};
  std::optional<Per> per;
  EXPECT_FALSE(read_expectation(yaml.reading, *yaml.root, per).has_value());
  return yaml.errors();
}

TEST(Expectations, BoundChangesByShares) {
  std::optional<Per> per;
  const Expectation found = expectation("measure: cost, against: suez, change: \"<= -30%\"", per);
  EXPECT_TRUE(found.relative);
  EXPECT_EQ(found.comparison, Comparison::less_equal);
  EXPECT_DOUBLE_EQ(found.bound, -0.3);
  EXPECT_EQ(found.text, "<= -30%");
  EXPECT_EQ(found.against->text, "suez");
  EXPECT_EQ(per, std::nullopt);
}

TEST(Expectations, BoundValuesInUnitsOfTheMeasure) {
  std::optional<Per> per;
  EXPECT_EQ(expectation("measure: time, value: \"< 25 d\"", per).bound, 600);
  EXPECT_EQ(expectation("measure: borders, value: \"= 3\"", per).bound, 3);
  EXPECT_EQ(per, std::nullopt);
  EXPECT_EQ(expectation("measure: cost, value: \">= 900 USD/TEU\"", per).bound, 900);
  EXPECT_EQ(per, Per::teu);
  EXPECT_EQ(expectation("measure: emissions, value: \"> 60 kg/t\"", per).bound, 60);
  EXPECT_EQ(per, Per::tonne);
}

TEST(Expectations, MayBeAboutReaching) {
  std::optional<Per> per;
  const Expectation found = expectation("reachable: no", per);
  EXPECT_EQ(found.reachable, false);
  EXPECT_EQ(found.text, "not reachable");
}

TEST(Expectations, SayWhatIsWrong) {
  EXPECT_EQ(
      errors("measure: cost"),
      "f:1:1: error: an expectation needs one of 'change', 'value' and 'reachable', found 0\n");
  EXPECT_EQ(errors("change: \"<= -30%\""), "f:1:1: error: an expectation needs 'measure'\n");
  EXPECT_EQ(errors("measure: cost, change: -30%"),
            "f:1:49: error: '-30%' has no comparison\n"
            "  hint: begin with <, <=, >, >= or =, such as \"<= -30%\"\n");
  EXPECT_EQ(errors("measure: time, value: \"<= 25 km\""),
            "f:1:48: error: '25 km' is a length\n  hint: wanted is a time in h, min or d\n");
  EXPECT_EQ(errors("measure: price, reachable: yes"),
            "f:1:35: error: unknown measure 'price'\n"
            "  hint: one of: distance, time, cost, emissions, borders, transfers, gauge_breaks, "
            "throughput\n");
}

}  // namespace
}  // namespace corridor
