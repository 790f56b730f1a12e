#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "report/sample.hpp"
#include "report/text.hpp"

namespace corridor {
namespace {

using nlohmann::json;
using test::Sample;
using testing::HasSubstr;

ComparisonTable sample_table() {
  ComparisonTable table;
  table.columns = {"now", "later"};
  table.rows = {"a -> c", "a -> d"};
  table.row_units = {"USD/TEU", "USD/TEU"};
  table.values = {{700, 560.7}, {1200, std::nan("")}};
  table.best = {1, -1};
  table.worst = {0, -1};
  return table;
}

TEST(ComparisonReport, TextMarksBestAndWorst) {
  const Sample sample;
  EXPECT_EQ(report_comparison(sample.compiled, {sample_table()}, Format::text),
            R"(cost, USD/TEU, by trip
======================

trip      now    later
------  -------  -----
a -> c    700 -  561 +
a -> d  1,200      -

+ best of its row, - worst; a dash alone: no route
)");
}

TEST(ComparisonReport, WideTablesAreNumberedAndCutToThePage) {
  const Sample sample;
  ComparisonTable table = sample_table();
  table.columns.clear();
  table.values = {{}, {}};
  for (int i = 0; i < 30; ++i) {
    table.columns.push_back("a_scenario_with_a_long_name_" + std::to_string(i));
    table.values[0].push_back(1000 + i);
    table.values[1].push_back(2000 + i);
  }
  table.best = {0, 0};
  table.worst = {29, 29};
  const std::string text = report_comparison(sample.compiled, {table}, Format::text);
  EXPECT_THAT(text, HasSubstr("[30]  a_scenario_with_a_long_name_29\n"));
  EXPECT_THAT(text, HasSubstr("2,029 -"));
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    EXPECT_LE(end - at, page_width);
    at = end + 1;
  }
}

TEST(ComparisonReport, UnitsThatDifferGetAColumn) {
  const Sample sample;
  ComparisonTable table = sample_table();
  table.row_units[1] = "USD/t";
  const std::string text = report_comparison(sample.compiled, {table}, Format::text);
  EXPECT_THAT(text, HasSubstr("a -> d  USD/t    1,200.00"));
}

TEST(ComparisonReport, ThroughputIsReadInMillionTonnes) {
  const Sample sample;
  ComparisonTable table = sample_table();
  table.measure = Measure::throughput;
  table.row_units = {"t/yr", "t/yr"};
  table.values = {{5e6, 1e7}, {5e6, 5e6}};
  const std::string text = report_comparison(sample.compiled, {table}, Format::text);
  EXPECT_THAT(text, HasSubstr("throughput, Mt/yr, by trip"));
  EXPECT_THAT(text, HasSubstr("10.00 +"));
  EXPECT_THAT(report_comparison(sample.compiled, {table}, Format::csv),
              HasSubstr("trip,a -> c,later,throughput,t/yr,10000000.00,best\r\n"));
}

TEST(ComparisonReport, JsonNamesEachValue) {
  const Sample sample;
  const json out = json::parse(report_comparison(sample.compiled, {sample_table()}, Format::json));
  EXPECT_EQ(out.at("records").size(), 4U);
  const json& best = out.at("records").at(1);
  EXPECT_EQ(best.at("scenario"), "later");
  EXPECT_EQ(best.at("trip"), "a -> c");
  EXPECT_EQ(best.at("value"), 560.7);
  EXPECT_EQ(best.at("best"), true);
  EXPECT_EQ(out.at("records").at(3).at("reachable"), false);
  EXPECT_TRUE(out.at("records").at(3).at("value").is_null());
}

}  // namespace
}  // namespace corridor
