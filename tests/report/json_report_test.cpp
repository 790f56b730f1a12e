#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "report/sample.hpp"

namespace corridor {
namespace {

using nlohmann::json;
using test::Sample;
using testing::ElementsAre;

json parsed(const Sample& sample) {
  return json::parse(report_run(sample.compiled, {sample.run}, Format::json));
}

// The contract: new keys may come, these stay.
TEST(JsonReport, RecordsHaveTheKeysOfTheContract) {
  const json out = parsed(Sample{});
  EXPECT_EQ(out.at("schema"), "corridor/1");
  const json& record = out.at("records").at(0);
  for (const char* key :
       {"scenario", "trip", "cargo", "objective", "distance_km", "time_h", "cost_usd", "cost_usd_t",
        "emissions_kg", "borders", "transfers", "gauge_breaks", "route", "throughput_t_yr",
        "bottleneck", "baseline", "change", "change_relative", "reachable"}) {
    EXPECT_TRUE(record.contains(key)) << key;
  }
}

TEST(JsonReport, FiguresAreByCargoUnitAndByTonne) {
  const json record = parsed(Sample{}).at("records").at(0);
  EXPECT_EQ(record.at("scenario"), "bridge_opens");
  EXPECT_EQ(record.at("trip"), "a -> c");
  EXPECT_EQ(record.at("cost_usd"), 560.7);  // 14 x 40.05, without noise in the last digits
  EXPECT_EQ(record.at("cost_usd_t"), 40.05);
  EXPECT_EQ(record.at("emissions_kg"), 168);
  EXPECT_EQ(record.at("baseline").at("cost_usd"), 700);
  EXPECT_EQ(record.at("change").at("cost_usd"), -139.3);
  EXPECT_EQ(record.at("change_relative").at("cost_usd"), -0.199);
  EXPECT_EQ(record.at("change").at("transfers"), -1);
  EXPECT_EQ(record.at("weak_cost_share"), 0);
  EXPECT_EQ(record.at("baseline").at("weak_cost_share"), 0.2);
  EXPECT_THAT(record.at("route"), ElementsAre("a_b_rail", "bridge"));
  EXPECT_THAT(record.at("baseline").at("bottleneck"), ElementsAre("b_c_road"));
  EXPECT_EQ(record.at("runner_up").at("margin"), 166.6);  // 14 x 11.9
  EXPECT_EQ(record.at("max_flow").at("t_yr"), 1e7);
}

TEST(JsonReport, WaterfallAddsUpToItsTotal) {
  const json fall = parsed(Sample{}).at("records").at(0).at("waterfall");
  for (const char* what : {"cost_usd", "time_h"}) {
    double sum = 0;
    for (const auto& [key, value] : fall.at(what).items()) {
      if (key != "total") sum += value.get<double>();
    }
    EXPECT_NEAR(sum, fall.at(what).at("total").get<double>(), 1e-9);
  }
  EXPECT_EQ(fall.at("cost_usd").at("haul"), -69.3);
}

TEST(JsonReport, WithoutRouteFiguresAreNullAndTheReasonIsThere) {
  Sample sample;
  sample.run.subjects[0] = sample.without_route();
  const json record = parsed(sample).at("records").at(0);
  EXPECT_EQ(record.at("reachable"), false);
  EXPECT_TRUE(record.at("cost_usd").is_null());
  EXPECT_TRUE(record.at("borders").is_null());
  EXPECT_TRUE(record.at("throughput_t_yr").is_null());
  EXPECT_TRUE(record.at("change").at("cost_usd").is_null());
  EXPECT_THAT(record.at("disconnection").at("restoring"), ElementsAre("bridge"));
}

TEST(JsonReport, UnlimitedThroughputIsNullAndSaysSo) {
  Sample sample;
  sample.run.subjects[0].scenario.evaluation.throughput_t_yr =
      std::numeric_limits<double>::infinity();
  const json record = parsed(sample).at("records").at(0);
  EXPECT_TRUE(record.at("throughput_t_yr").is_null());
  EXPECT_EQ(record.at("throughput_unlimited"), true);
}

TEST(JsonReport, ScenariosCarryHashesDatesChangesAndClaims) {
  const json entry = parsed(Sample{}).at("scenarios").at(0);
  EXPECT_EQ(entry.at("hash"), "00000000000000bb");
  EXPECT_EQ(entry.at("network_hash"), "00000000000000aa");
  EXPECT_EQ(entry.at("date"), "2026-01-01");
  EXPECT_THAT(entry.at("changes").at(0).at("links"), ElementsAre("bridge"));
  EXPECT_EQ(entry.at("claims").at(0).at("verdict"), "holds");
  EXPECT_EQ(entry.at("claims").at(0).at("source"), "a brochure");
}

TEST(JsonReport, TextThatIsNotUtf8IsReplacedRatherThanThrown) {
  Sample sample;
  sample.scenario.title = "broken \xFF byte";
  EXPECT_EQ(parsed(sample).at("scenarios").at(0).at("title"), "broken \xEF\xBF\xBD byte");
}

TEST(JsonReport, TwoReportsOfOneRunAreTheSameBytes) {
  const Sample sample;
  EXPECT_EQ(report_run(sample.compiled, {sample.run}, Format::json),
            report_run(sample.compiled, {sample.run}, Format::json));
}

}  // namespace
}  // namespace corridor
