#include "corridor/core/date.hpp"

#include <gtest/gtest.h>

namespace corridor {
namespace {

TEST(Date, ReadsDaysAndMonths) {
  EXPECT_EQ(parse_date("2026-03-15"), (Date{2026, 3, 15}));
  EXPECT_EQ(parse_date("2026-02"), (Date{2026, 2, 1}));
  EXPECT_EQ(parse_date("2024-02", DayOfMonth::last), (Date{2024, 2, 29}));
  EXPECT_EQ(parse_date("2026-02", DayOfMonth::last), (Date{2026, 2, 28}));
}

TEST(Date, RefusesWhatIsNoDay) {
  for (const char* text :
       {"", "2026", "2026-13", "2026-00", "2026-02-29", "2026-2-03", "2026-02-3x", "15-03-2026",
        "2026/03/15", "-026-03-15", "2026-03-150", "yesterday!!"}) {
    EXPECT_FALSE(parse_date(text).has_value()) << text;
  }
}

TEST(Date, CountsDaysAcrossMonthsAndLeapYears) {
  EXPECT_EQ(days_between({2024, 2, 28}, {2024, 3, 1}), 2);  // 29 February 2024 lies between
  EXPECT_EQ(days_between({2026, 1, 1}, {2025, 1, 1}), -365);
}

TEST(Date, PrintsWhatItReads) { EXPECT_EQ(to_string(Date{2026, 3, 5}), "2026-03-05"); }

}  // namespace
}  // namespace corridor
