#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "corridor/report/flow.hpp"

#include "report/sample.hpp"

namespace corridor {
namespace {

using nlohmann::json;
using test::Sample;
using testing::HasSubstr;

Leg leg(const Sample& sample, const char* from, const char* to, double km, double usd_t) {
  Leg result;
  result.from = sample.network.find_node(from).value();
  result.to = sample.network.find_node(to).value();
  result.mode = sample.network.find_mode("rail").value();
  result.length_km = km;
  result.time_h = km / 40;
  result.cost_usd_t = usd_t;
  result.weak_cost_usd_t = usd_t / 2;
  return result;
}

// 14 x 1.175 = 16.45 each: the sums 16.45 and 32.90 show as 16 and 33, so the legs as 16 and 17.
TEST(RoutesReport, LegsAddUpAsPrinted) {
  Sample sample;
  sample.run.subjects[0].scenario.legs = {leg(sample, "a", "b", 100, 1.175),
                                          leg(sample, "b", "c", 200, 1.175)};
  const std::string text = report_routes(sample.compiled, {sample.run}, Format::text);
  EXPECT_THAT(text,
              HasSubstr("rail   a - b  100  2.5       16        0    2.5       16    50/0\n"));
  EXPECT_THAT(text,
              HasSubstr("rail   b - c  200  5.0       17        0    7.5       33    50/0\n"));
  EXPECT_THAT(text, HasSubstr("total         300  7.5       33"));
}

TEST(RoutesReport, CsvAndJsonGiveTheLegs) {
  Sample sample;
  sample.run.subjects[0].scenario.legs = {leg(sample, "a", "b", 100, 1.175)};
  EXPECT_THAT(
      report_routes(sample.compiled, {sample.run}, Format::csv),
      HasSubstr("bridge_opens,a -> c,container,1,rail,a,b,rail,,100.00,2.50,16.45,0.00,2.50,"
                "16.45,8.23,0.00\r\n"));
  const json out = json::parse(report_routes(sample.compiled, {sample.run}, Format::json));
  const json& first = out.at("records").at(0).at("legs").at(0);
  EXPECT_EQ(first.at("from"), "a");
  EXPECT_EQ(first.at("cost_usd"), 16.45);
}

TEST(ValidationReport, ShowsErrorsInputsAndMedians) {
  const Sample sample;
  Benchmark length;
  length.id = "b1";
  length.what = "length of the line";
  length.measure = BenchmarkMeasure::length_km;
  length.value = length.low = 400;
  length.high = 450;
  Benchmark other = length;
  other.id = "b2";
  other.used_as_input = UsedAsInput::yes;
  Validation validation;
  validation.rows = {{&length, 420.0, 0.05, true, "its closed links are taken as open"},
                     {&other, std::nullopt, 0, false, "no route"}};
  validation.medians = {{BenchmarkMeasure::length_km, 1, 0.05, 1, 0.05}};
  const std::string text = report_validation(sample.compiled, validation, Format::text);
  EXPECT_THAT(text, HasSubstr("b1        400  400 to 450    420     +5.0  yes"));
  EXPECT_THAT(text, HasSubstr("-  its closed links are taken as open (b1)\n"));
  EXPECT_THAT(text, HasSubstr("b2  length of the line: no route\n"));
  EXPECT_THAT(text, HasSubstr("length_km                 1  5.0       1  5.0\n"));
  const json out = json::parse(report_validation(sample.compiled, validation, Format::json));
  EXPECT_EQ(out.at("records").at(0).at("error"), 0.05);
  EXPECT_TRUE(out.at("records").at(1).at("model").is_null());
  EXPECT_EQ(out.at("medians").at(0).at("median_error"), 0.05);
}

TEST(DiffReport, ShowsMatchesThenOldAndNew) {
  const Sample sample;
  DiffReport diff;
  diff.scenario = &sample.scenario;
  diff.cargoes = {"container"};
  diff.effects = sample.run.effects;
  AttributeChange change;
  change.way = way(sample.network.find_link("bridge").value(), true);
  change.both_ways = true;
  change.attribute = "status";
  change.before = "planned";
  change.after = "operational";
  diff.changes = {change};
  const std::string text = report_diff(sample.network, {diff}, Format::text);
  EXPECT_THAT(text, HasSubstr("change    open: {link: bridge} (1 link)\n          bridge\n"));
  EXPECT_THAT(text, HasSubstr("bridge        status     planned  ->  operational\n"));
  diff.changes[0].both_ways = false;
  EXPECT_THAT(report_diff(sample.network, {diff}, Format::text), HasSubstr("bridge towards c"));
  EXPECT_THAT(report_diff(sample.network, {diff}, Format::csv),
              HasSubstr("bridge_opens,container,bridge,forward,,status,,planned,operational\r\n"));
  EXPECT_EQ(json::parse(report_diff(sample.network, {diff}, Format::json))
                .at("records")
                .at(0)
                .at("after"),
            "operational");
}

TEST(DiffReport, ShowsPairsWhoseDemandDiffers) {
  const Sample sample;
  DiffReport diff;
  diff.scenario = &sample.scenario;
  diff.cargoes = {"container"};
  Change change;
  change.what = DemandChange{};
  change.text = "demand: {where: {from: AA}, scale: +84%}";
  Effect nothing_of_the_network;
  nothing_of_the_network.change = &change;
  diff.effects = {nothing_of_the_network};
  diff.demand_effects = {{&change, {0}, 1e6, 1.84e6, true}};
  const NodeId a = sample.network.find_node("a").value();
  const NodeId c = sample.network.find_node("c").value();
  diff.demand = {{a, c, CargoId{1}, 1e6, 1.84e6}};
  const std::string text = report_diff(sample.network, {diff}, Format::text);
  EXPECT_THAT(text, HasSubstr("scale: +84%} (1 pair, 1,000.0 -> 1,840.0 kt/yr)\n"));
  EXPECT_THAT(text, HasSubstr("No attribute differs."));
  EXPECT_THAT(text, HasSubstr("a     c   grain  1,000.0  ->  1,840.0  kt/yr\n"));
  EXPECT_THAT(report_diff(sample.network, {diff}, Format::csv),
              HasSubstr("bridge_opens,grain,,,a -> c,demand,kt/yr,1000.0,1840.0\r\n"));
  const json record =
      json::parse(report_diff(sample.network, {diff}, Format::json)).at("records").at(0);
  EXPECT_EQ(record.at("from"), "a");
  EXPECT_EQ(record.at("after"), "1840.0");
  EXPECT_TRUE(record.at("link").is_null());
  diff.demand_effects.clear();  // as in the report of a scenario's second cargo
  EXPECT_THAT(report_diff(sample.network, {diff}, Format::text), HasSubstr("(of the demand)"));
}

// 10 Mt/yr at 14 t/TEU are 714.3 kTEU/yr.
TEST(FlowReport, SaysWhatBindsInWords) {
  const Sample sample;
  FlowReport flow;
  flow.date = {2026, 1, 1};
  flow.from = {{"a"}, {sample.network.find_node("a").value()}};
  flow.to = {{"c"}, {sample.network.find_node("c").value()}};
  flow.cargo = CargoId{0};
  flow.answer.most = *sample.run.subjects[0].scenario.most_throughput;
  flow.answer.most.certified = true;
  flow.answer.last_cut = flow.answer.most.cut;
  const std::string text = report_flow(sample.compiled, flow, Format::text);
  EXPECT_THAT(text, HasSubstr("10.00 Mt/yr = 714 kTEU/yr; binding: a - b, rail\n"));
  EXPECT_THAT(text, HasSubstr("certificate  holds"));
  EXPECT_THAT(text, HasSubstr("No link, port or station lets more through by being wider alone."));
  flow.answer.widenings = {
      {{sample.network.find_link("a_b_rail").value(), {}}, true, 0, false, {}}};
  EXPECT_THAT(report_flow(sample.compiled, flow, Format::text),
              testing::ContainsRegex("a - b, rail +no limit\n"));
  const json out = json::parse(report_flow(sample.compiled, flow, Format::json));
  EXPECT_EQ(out.at("records").at(0).at("max_flow").at("cut").at(0), "a_b_rail");
}

TEST(ListingReport, NumbersAreGroupedForPeopleOnly) {
  Listing listing;
  listing.what = "links";
  listing.columns = {{"id", "id"}, {"length_km", "km", 0}};
  listing.rows = {{std::string{"a_b"}, 1234.0}};
  EXPECT_EQ(report_listing(listing, Format::text), "id      km\n---  -----\na_b  1,234\n1 link\n");
  EXPECT_EQ(report_listing(listing, Format::csv), "id,length_km\r\na_b,1234\r\n");
  EXPECT_EQ(json::parse(report_listing(listing, Format::json)).at("records").at(0).at("length_km"),
            1234);
}

}  // namespace
}  // namespace corridor
