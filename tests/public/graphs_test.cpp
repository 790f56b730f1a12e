// The readers and makers of public instances, held against what is published about them.

#include <algorithm>
#include <numeric>

#include "public/public_data.hpp"

namespace corridor::test {
namespace {

Weight sum(const RoadGraph& read) {
  return std::accumulate(read.weight.begin(), read.weight.end(), Weight{0});
}

TEST(PublicGraphs, NewYorkHasTheSameArcsByTimeAndByLength) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  const RoadGraph time = new_york(NewYork::by_time);
  const RoadGraph length = new_york(NewYork::by_length);
  EXPECT_EQ(time.graph.vertex_count(), 264'346U);
  EXPECT_EQ(time.graph.arc_count(), 733'846U);
  ASSERT_EQ(length.graph.arc_count(), time.graph.arc_count());
  for (const ArcId arc : time.graph.arcs()) {
    ASSERT_EQ(time.graph.tail(arc), length.graph.tail(arc));
    ASSERT_EQ(time.graph.head(arc), length.graph.head(arc));
  }
  // As the sums of the fourth column of the two files are.
  EXPECT_EQ(sum(time), 2'294'518'348);
  EXPECT_EQ(sum(length), 949'085'490);
}

TEST(PublicGraphs, NewYorkLiesWhereItDoes) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  const RoadGraph read = new_york(NewYork::by_time);
  ASSERT_EQ(read.points.size(), read.graph.vertex_count());
  // Millionths of a degree: the file covers 40.3 to 41.3 north, 74.5 to 73.5 west.
  EXPECT_TRUE(std::all_of(read.points.begin(), read.points.end(), [](const Point& point) {
    return point.x >= -74.5e6 && point.x <= -73.4e6 && point.y >= 40.3e6 && point.y <= 41.4e6;
  }));
}

TEST(PublicGraphs, FreightNetworksHaveTheirPublishedSizes) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  const auto expect_size = [](const std::string& name, std::size_t nodes, std::size_t edges,
                              double km) {
    const RoadGraph read = freight_network(name);
    EXPECT_EQ(read.graph.vertex_count(), nodes) << name;
    EXPECT_EQ(read.graph.arc_count(), 2 * edges) << name;
    EXPECT_NEAR(static_cast<double>(sum(read)) / 2000, km, 1) << name;
  };
  expect_size("us_freeway", 14'591, 15'595, 99'219);
  expect_size("north_america_rail", 9'929, 13'066, 207'183);
  expect_size("marnet", 11'062, 17'349, 2'643'694);
  expect_size("oak_ridge_maritime", 10'661, 12'518, 2'246'901);
}

TEST(PublicGraphs, FloridaAndChicagoHaveTheirPublishedSizes) {
  CORRIDOR_NEEDS_PUBLIC_DATA();
  const RoadGraph chicago = chicago_sketch();
  EXPECT_EQ(chicago.graph.vertex_count(), 933U);
  EXPECT_EQ(chicago.graph.arc_count(), 2'950U);
  if (is_slow_build) GTEST_SKIP() << "Florida takes too long in this build";
  const RoadGraph read = florida();
  EXPECT_EQ(read.graph.vertex_count(), 1'070'376U);
  EXPECT_EQ(read.graph.arc_count(), 2 * 1'343'951U);
}

}  // namespace
}  // namespace corridor::test
