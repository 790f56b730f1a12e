#include "corridor/flow/link_delay.hpp"

#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include <gtest/gtest.h>

#include "flow/delay_table.hpp"

namespace corridor {
namespace {

const std::vector<LinkDelay> links = {
    {DelayForm::constant, 7, 1, 0, 0},   {DelayForm::bpr, 10, 100, 0.15, 4},
    {DelayForm::bpr, 3, 20, 0.5, 1},     {DelayForm::bpr, 3, 20, 2, 2.5},
    {DelayForm::bpr, 3, 20, 2, 0.5},     {DelayForm::bpr, 3, 20, 0, 4},
    {DelayForm::bpr, 3, 20, 0.4, 0},     {DelayForm::conical, 4, 50, 4, 0},
    {DelayForm::conical, 4, 50, 1.5, 0}, {DelayForm::davidson, 6, 40, 0.1, 0},
    {DelayForm::queue, 2, 30, 1, 1},     {DelayForm::queue, 2, 30, 0.5, 2},
    {DelayForm::queue, 24, 30, 0.8, 12}, {DelayForm::davidson, 6, 40, 0, 0},
    {DelayForm::bpr, 0, 40, 0.15, 4},
};

/// Shares of capacity on both sides of where tangents begin, but not near it.
const std::vector<double> shares = {0.01, 0.2, 0.5, 0.8, 0.93, 0.97, 1.1, 2, 5};

TEST(LinkDelay, BprIsWhatItsAuthorsSay) {
  // 10 (1 + 0.15 x 2^4) = 34; slope 10 x 0.15 x 4 x 2^3 / 100 = 0.48; area
  // 10 (200 + 0.15 x 100 x 2^5 / 5) = 2960.
  const LinkDelay link{DelayForm::bpr, 10, 100, 0.15, 4};
  EXPECT_DOUBLE_EQ(time_at(link, 200), 34);
  EXPECT_DOUBLE_EQ(slope_at(link, 200), 0.48);
  EXPECT_DOUBLE_EQ(area_at(link, 200), 2960);
  EXPECT_DOUBLE_EQ(time_at(link, 100), 11.5);
}

TEST(LinkDelay, ConesKeepTheLawsOfSpiess) {
  // His conditions: f(0) = 1, f(1) = 2, f'(1) = a, and f is convex and never falls.
  for (const double a : {1.1, 2.0, 4.0, 10.0}) {
    const LinkDelay link{DelayForm::conical, 5, 100, a, 0};
    EXPECT_NEAR(time_at(link, 0), 5, 1e-12) << a;
    EXPECT_DOUBLE_EQ(time_at(link, 100), 10) << a;
    EXPECT_DOUBLE_EQ(slope_at(link, 100), 5 * a / 100) << a;
    double slope = 0;
    for (int volume = 0; volume <= 300; ++volume) {
      const double next = slope_at(link, volume);
      EXPECT_GE(next, slope) << a << ' ' << volume;
      slope = next;
    }
  }
  // Far beyond capacity the cone is a line: a = 2 has b = 1.5, and at x = 1001
  // f = 2 + sqrt(4 x 10^6 + 2.25) + 2000 - 1.5 = 4000.5005625, less than 10^-10 left out.
  EXPECT_NEAR(time_at({DelayForm::conical, 1, 1, 2, 0}, 1001), 4000.5005625, 1e-8);
}

TEST(LinkDelay, DavidsonsGoesOnAsItsTangent) {
  // J = 0.1: at x = 1/2, 1 + 0.1 = 1.1; at 0.95, 1 + 0.1 x 19 = 2.9 with slope 0.1 / 0.05^2 = 40;
  // at 1.05 on the tangent 2.9 + 40 x 0.1 = 6.9.
  const LinkDelay link{DelayForm::davidson, 1, 1, 0.1, 0};
  EXPECT_DOUBLE_EQ(time_at(link, 0.5), 1.1);
  EXPECT_NEAR(time_at(link, 0.95), 2.9, 1e-12);
  EXPECT_NEAR(slope_at(link, 0.95), 40, 1e-9);
  EXPECT_NEAR(time_at(link, 1.05), 6.9, 1e-11);
  // The area to 1/2 is 1/2 + 0.1 (ln 2 - 1/2).
  EXPECT_NEAR(area_at(link, 0.5), 0.5 + 0.1 * (std::numbers::ln2 - 0.5), 1e-15);
}

TEST(LinkDelay, QueuesWaitAsQueueingTheorySays) {
  // M/M/1: time in the system is service / (1 - x), with the area -ln(1 - x).
  const LinkDelay one{DelayForm::queue, 3, 10, 1, 1};
  EXPECT_DOUBLE_EQ(time_at(one, 0), 3);
  EXPECT_DOUBLE_EQ(time_at(one, 5), 6);
  EXPECT_DOUBLE_EQ(time_at(one, 9), 30);
  EXPECT_NEAR(area_at(one, 9), 3 * 10 * std::log(10), 1e-11);
  // M/D/1 waits half as long: at x = 1/2 half a service.
  EXPECT_DOUBLE_EQ(time_at({DelayForm::queue, 3, 10, 0.5, 1}, 5), 4.5);
  // M/M/2 waits x^2 / (1 - x^2) of a service (Erlang): Sakasegawa is within a tenth of that where
  // it matters.
  const LinkDelay two{DelayForm::queue, 1, 1, 1, 2};
  for (const double x : {0.5, 0.7, 0.9}) {
    const double wait = x * x / (1 - x * x);
    EXPECT_NEAR(time_at(two, x) - 1, wait, 0.1 * wait) << x;
  }
}

TEST(LinkDelay, SlopesAndAreasAgreeWithTimes) {
  for (std::size_t i = 0; i < links.size(); ++i) {
    const LinkDelay& link = links[i];
    for (const double share : shares) {
      const double v = share * link.capacity;
      const double h = 1e-5 * v;
      const double rise = (time_at(link, v + h) - time_at(link, v - h)) / (2 * h);
      EXPECT_NEAR(slope_at(link, v), rise, 1e-6 * (rise + time_at(link, v) / v)) << i << ' ' << v;
      const double area = (area_at(link, v + h) - area_at(link, v - h)) / (2 * h);
      EXPECT_NEAR(time_at(link, v), area, 1e-6 * area) << i << ' ' << v;
    }
    EXPECT_EQ(area_at(link, 0), 0) << i;
    EXPECT_TRUE(std::isfinite(slope_at(link, 0))) << i;
  }
}

TEST(LinkDelay, TangentsJoinSmoothly) {
  for (const LinkDelay& link : links) {
    const double v = tangent_from * link.capacity;
    const double h = 1e-9 * v;
    EXPECT_NEAR(time_at(link, v - h), time_at(link, v + h), 1e-5 * (1 + time_at(link, v)));
    EXPECT_NEAR(slope_at(link, v - h), slope_at(link, v + h), 1e-5 * (1 + slope_at(link, v)));
    EXPECT_NEAR(area_at(link, v - h), area_at(link, v + h), 1e-5 * (1 + area_at(link, v)));
  }
}

TEST(LinkDelay, FaultsAreNamed) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const LinkDelay& link : links) EXPECT_EQ(fault_of(link), "");
  EXPECT_NE(fault_of({DelayForm::constant, -1, 1, 0, 0}), "");
  EXPECT_NE(fault_of({DelayForm::bpr, nan, 1, 0, 4}), "");
  EXPECT_NE(fault_of({DelayForm::bpr, 1, 0, 0.15, 4}), "");
  EXPECT_NE(fault_of({DelayForm::bpr, 1, 1, -0.15, 4}), "");
  EXPECT_NE(fault_of({DelayForm::bpr, 1, 1, 0.15, -1}), "");
  EXPECT_NE(fault_of({DelayForm::conical, 1, 1, 1, 0}), "");
  EXPECT_NE(fault_of({DelayForm::davidson, 1, 1, nan, 0}), "");
  EXPECT_NE(fault_of({DelayForm::queue, 1, 1, 1, 0.5}), "");
}

TEST(DelayTable, AgreesWithTheLinksThemselves) {
  detail::DelayTable table;
  for (const LinkDelay& link : links) table.add(link);
  std::vector<double> volume(links.size());
  std::vector<double> time(links.size());
  std::vector<double> slope(links.size());
  for (const double share : shares) {
    double area = 0;
    for (std::size_t i = 0; i < links.size(); ++i) {
      volume[i] = share * links[i].capacity;
      area += area_at(links[i], volume[i]);
    }
    table.times_and_slopes(volume, time, slope);
    for (std::uint32_t i = 0; i < links.size(); ++i) {
      const double v = volume[i];
      EXPECT_NEAR(time[i], time_at(links[i], v), 1e-14 * time[i]) << i;
      EXPECT_NEAR(slope[i], slope_at(links[i], v), 1e-14 * slope[i]) << i;
      EXPECT_EQ(table.time(i, v), time[i]) << i;
      EXPECT_EQ(table.at(i, v).time, time[i]) << i;
      EXPECT_EQ(table.slope(i, v), slope[i]) << i;
      EXPECT_NEAR(table.area(i, v), area_at(links[i], v), 1e-14 * table.area(i, v)) << i;
    }
    EXPECT_NEAR(table.area(volume), area, 1e-13 * area);
    table.times(volume, slope);
    EXPECT_EQ(slope, time);
  }
}

TEST(DelayTable, OfASystemOptimumHoldsMarginalTimes) {
  detail::DelayTable table{Principle::system_optimum};
  for (const LinkDelay& link : links) table.add(link);
  for (std::uint32_t i = 0; i < links.size(); ++i) {
    for (const double share : shares) {
      const double v = share * links[i].capacity;
      const double time = table.time(i, v);
      EXPECT_NEAR(time, time_at(links[i], v) + v * slope_at(links[i], v), 1e-13 * time) << i;
      const double h = 1e-5 * v;
      const double rise = (table.time(i, v + h) - table.time(i, v - h)) / (2 * h);
      EXPECT_NEAR(table.slope(i, v), rise, 1e-6 * (rise + time / v)) << i << ' ' << share;
      EXPECT_NEAR(table.area(i, v), v * time_at(links[i], v), 1e-13 * table.area(i, v)) << i;
    }
  }
}

}  // namespace
}  // namespace corridor
