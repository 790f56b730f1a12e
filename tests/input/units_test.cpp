#include "input/units.hpp"

#include <cmath>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace corridor {
namespace {

std::optional<Measured> quantity(std::string_view text, Dimension dimension) {
  Trouble trouble;
  return parse_quantity(text, dimension, trouble);
}

std::string trouble(std::string_view text, Dimension dimension) {
  Trouble trouble;
  EXPECT_FALSE(parse_quantity(text, dimension, trouble).has_value()) << text;
  return trouble.message + (trouble.hint.empty() ? "" : "; " + trouble.hint);
}

TEST(Units, ComeOutInBaseUnits) {
  EXPECT_EQ(quantity("162 km", Dimension::length), (Measured{162}));
  EXPECT_EQ(quantity("500 m", Dimension::length), (Measured{0.5}));
  EXPECT_EQ(quantity("10 nmi", Dimension::length), (Measured{18.52}));
  EXPECT_EQ(quantity("36h", Dimension::time), (Measured{36}));
  EXPECT_EQ(quantity("2.5 d", Dimension::time), (Measured{60}));
  EXPECT_EQ(quantity("12 kn", Dimension::speed)->value, 12 * 1.852);
  EXPECT_EQ(quantity("900 USD/TEU", Dimension::charge), (Measured{900, Per::teu}));
  EXPECT_EQ(quantity("900 USD/FEU", Dimension::charge), (Measured{450, Per::teu}));
  EXPECT_EQ(quantity("0.055 USD/tkm", Dimension::rate), (Measured{0.055}));
  EXPECT_EQ(quantity("1.2 USD/FEU-km", Dimension::rate), (Measured{0.6, Per::teu}));
  EXPECT_EQ(quantity("20 g/tkm", Dimension::emissions), (Measured{0.02}));
  EXPECT_EQ(quantity("5 Mt/yr", Dimension::capacity), (Measured{5e6}));
  EXPECT_EQ(quantity("300 kTEU/yr", Dimension::capacity), (Measured{3e5, Per::teu}));
  EXPECT_EQ(quantity("60 USD/TEU/d", Dimension::value_of_time), (Measured{2.5, Per::teu}));
  EXPECT_EQ(quantity("1e1 h/d", Dimension::driving_hours), (Measured{10}));
}

TEST(Units, AreWantedAndOfTheRightDimension) {
  EXPECT_EQ(trouble("900", Dimension::charge),
            "'900' has no unit; wanted is a charge in USD/t, USD/TEU or USD/FEU");
  EXPECT_EQ(trouble("900 km", Dimension::charge),
            "'900 km' is a length; wanted is a charge in USD/t, USD/TEU or USD/FEU");
  EXPECT_EQ(trouble("900 USD/teu", Dimension::charge),
            "unknown unit 'USD/teu'; did you mean 'USD/TEU', 'USD/FEU' or 'USD/t'?");
  EXPECT_EQ(trouble("soon", Dimension::time),
            "'soon' is not a number; wanted is a time in h, min or d");
}

TEST(Numbers, AreDecimalAndFinite) {
  for (const char* text :
       {"010 km", "-0.5 km",  "inf km",  "nan km",    "NaN km", "0x1p3 km", "1,500 km",
        ".5 km",  "1e999 km", "1e16 km", "1e-999 km", "+-3 km", "",         " ",
        "km",     "1_000 km", "- 3 km",  "0 km",      "--1 km", "1e km"}) {
    EXPECT_FALSE(quantity(text, Dimension::length).has_value()) << text;
  }
  Trouble unused;
  EXPECT_FALSE(parse_number("12 km", unused).has_value());
  EXPECT_EQ(parse_number("-71.25", unused), -71.25);
}

TEST(Factors, AreSharesWithASignAndWholesWithout) {
  Trouble unused;
  EXPECT_DOUBLE_EQ(*parse_factor("+35%", unused), 1.35);
  EXPECT_DOUBLE_EQ(*parse_factor("-10%", unused), 0.9);
  EXPECT_DOUBLE_EQ(*parse_factor("150 %", unused), 1.5);
  EXPECT_DOUBLE_EQ(*parse_factor("-100%", unused), 0);
  EXPECT_FALSE(parse_factor("-101%", unused).has_value());
  EXPECT_FALSE(parse_factor("1.5", unused).has_value());
  EXPECT_DOUBLE_EQ(*parse_share("-30%", unused), -0.3);
}

TEST(Units, GiveBackEveryNumberThatWasWritten) {
  EXPECT_TRUE(rc::check("a length written in km is read as it was", [] {
    const double digits = *rc::gen::inRange(1, 2'000'000'000);
    const double km = digits * std::pow(10.0, *rc::gen::inRange(-15, 6));
    RC_ASSERT(quantity(fmt::format("{} km", km), Dimension::length) == Measured{km});
  }));
}

TEST(Units, TakeNoTextForMoreThanItIs) {
  EXPECT_TRUE(rc::check("any text is a finite quantity or trouble with a message", [] {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string{"0123456789.eE+-% /kmhUSDtTEUyr"}));
    Trouble found;
    const auto measured = parse_quantity(text, Dimension::charge, found);
    const bool in_order =
        measured ? std::isfinite(measured->value) && measured->value >= 0 : !found.message.empty();
    RC_ASSERT(in_order);
  }));
}

}  // namespace
}  // namespace corridor
