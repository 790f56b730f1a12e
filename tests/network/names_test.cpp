#include "corridor/network/names.hpp"

#include <gtest/gtest.h>

namespace corridor {
namespace {

template <class Enum, class Parse>
void expect_round_trip(std::span<const std::string> names, Parse parse) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto value = parse(names[i]);
    ASSERT_TRUE(value.has_value()) << names[i];
    EXPECT_EQ(*value, static_cast<Enum>(i));
    EXPECT_EQ(to_string(*value), names[i]);
  }
}

TEST(Names, EveryEnumeratorIsReadAsItIsWritten) {
  expect_round_trip<Status>(status_names(), parse_status);
  expect_round_trip<Confidence>(confidence_names(), parse_confidence);
  expect_round_trip<Attribute>(attribute_names(), parse_attribute);
  expect_round_trip<ModeKind>(mode_kind_names(), parse_mode_kind);
  expect_round_trip<BenchmarkMeasure>(benchmark_measure_names(), parse_benchmark_measure);
  expect_round_trip<UsedAsInput>(used_as_input_names(), parse_used_as_input);
}

TEST(Names, AreThoseOfTheEnumerators) {
  EXPECT_EQ(to_string(Status::under_construction), "under_construction");
  EXPECT_EQ(to_string(Status::disputed), "disputed");
  EXPECT_EQ(to_string(Attribute::status), "status");
  EXPECT_EQ(to_string(Attribute::border_cost), "border_cost");
  EXPECT_EQ(to_string(Attribute::node_capacity), "node_capacity");
  EXPECT_EQ(to_string(BenchmarkMeasure::not_modelled), "not_modelled");
}

TEST(Names, OthersAreRefused) {
  EXPECT_FALSE(parse_status("open").has_value());
  EXPECT_FALSE(parse_attribute("").has_value());
  EXPECT_FALSE(parse_attribute("Speed").has_value());
}

TEST(Names, NodeAttributesAreThoseFromDwellOn) {
  for (const Attribute attribute : {Attribute::status, Attribute::toll, Attribute::border_cost}) {
    EXPECT_FALSE(is_of_node(attribute)) << to_string(attribute);
  }
  for (const Attribute attribute :
       {Attribute::dwell, Attribute::gauge_time, Attribute::node_capacity}) {
    EXPECT_TRUE(is_of_node(attribute)) << to_string(attribute);
  }
}

TEST(Names, EveryAttributeButTheStatusHasAUnit) {
  EXPECT_EQ(unit_of(Attribute::status), "");
  EXPECT_EQ(unit_of(Attribute::speed), "km/h");
  EXPECT_EQ(unit_of(Attribute::cost), "USD/tkm");
  EXPECT_EQ(unit_of(Attribute::emissions), "kg/tkm");
  EXPECT_EQ(unit_of(Attribute::border_time), "h");
  EXPECT_EQ(unit_of(Attribute::border_cost), "USD/t");
  EXPECT_EQ(unit_of(Attribute::dwell), "h");
  EXPECT_EQ(unit_of(Attribute::handling), "USD/t");
  EXPECT_EQ(unit_of(Attribute::gauge_time), "h");
  EXPECT_EQ(unit_of(Attribute::node_capacity), "t/yr");
  for (const std::string& name : attribute_names()) {
    EXPECT_EQ(unit_of(*parse_attribute(name)).empty(), name == "status") << name;
  }
}

}  // namespace
}  // namespace corridor
