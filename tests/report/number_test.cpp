#include "report/number.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace corridor {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

TEST(Number, GroupsThousandsForPeople) {
  EXPECT_EQ(number(0, 0), "0");
  EXPECT_EQ(number(999, 0), "999");
  EXPECT_EQ(number(1000, 0), "1,000");
  EXPECT_EQ(number(-1234567.891, 1), "-1,234,567.9");
}

TEST(Number, DoesNotGroupForPrograms) { EXPECT_EQ(plain_number(1234567.8, 2), "1234567.80"); }

TEST(Number, NeverShowsANegativeZero) {
  EXPECT_EQ(number(-0.04, 1), "0.0");
  EXPECT_EQ(signed_number(-0.04, 1), "0.0");
  EXPECT_EQ(plain_number(-0.0, 2), "0.00");
  EXPECT_FALSE(std::signbit(rounded(-0.001, 2)));
}

TEST(Number, RoundsHalvesAwayFromZero) {
  EXPECT_EQ(number(0.5, 0), "1");
  EXPECT_EQ(number(1.5, 0), "2");
  EXPECT_EQ(number(2.5, 0), "3");
  EXPECT_EQ(number(-2.5, 0), "-3");
}

TEST(Number, SignsChanges) {
  EXPECT_EQ(signed_number(12, 0), "+12");
  EXPECT_EQ(signed_number(-12, 0), "-12");
  EXPECT_EQ(signed_number(0, 0), "0");
}

TEST(Number, SaysWhereThereIsNoFiniteValue) {
  EXPECT_EQ(number(std::nan(""), 1), "-");
  EXPECT_EQ(number(infinite, 1), "unlimited");
  EXPECT_EQ(plain_number(std::nan(""), 1), "");
  EXPECT_EQ(plain_number(infinite, 1), "");
}

// 100.4 and 201.5 print as 100 and 202; a reader who subtracts gets 102, not round(101.1).
TEST(Number, PrintedChangeIsTheDifferenceOfPrintedValues) {
  EXPECT_EQ(printed_change(100.4, 201.5, 0), 102);
  for (int i = 0; i < 1000; ++i) {
    const double before = 0.377 * i;
    const double after = 0.911 * (1000 - i);
    EXPECT_EQ(number(rounded(before, 1) + printed_change(before, after, 1), 1), number(after, 1));
  }
}

TEST(Number, PrintedChangeBetweenUnlimitedValuesIsNone) {
  EXPECT_EQ(printed_change(infinite, infinite, 2), 0);
  EXPECT_EQ(printed_change(infinite, 5, 2), -infinite);
}

}  // namespace
}  // namespace corridor
