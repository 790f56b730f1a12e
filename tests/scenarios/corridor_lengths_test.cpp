#include <cmath>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "scenarios/shipped.hpp"
#include "support/source_files.hpp"

namespace corridor::test {
namespace {

struct PublishedLength {
  std::string corridor;
  double km = 0;
};

/// The total length of each corridor as its sources add it up, in whole kilometres.
std::vector<PublishedLength> published_lengths() {
  std::ifstream file{source_root() / "tests/scenarios/corridor_lengths.csv"};
  std::vector<PublishedLength> rows;
  std::string line;
  std::getline(file, line);  // the heading
  while (std::getline(file, line)) {
    const std::size_t comma = line.find(',');
    rows.push_back({line.substr(0, comma), std::stod(line.substr(comma + 1))});
  }
  return rows;
}

TEST(CorridorLengths, AreThoseOfTheirSourcesToTheKilometre) {
  const std::vector<PublishedLength> rows = published_lengths();
  EXPECT_EQ(rows.size(), 64U);
  Worlds worlds{shipped().compiled(), nullptr, shipped().network().state_date};
  const World& world = worlds.of(CargoId{0});
  for (const PublishedLength& row : rows) {
    SCOPED_TRACE(row.corridor);
    const auto id = shipped().network().find_corridor(row.corridor);
    ASSERT_TRUE(id.has_value());
    const Evaluation found = evaluate_corridor(shipped().compiled(), world, *id, {}, {}, true);
    EXPECT_TRUE(found.reachable);
    EXPECT_LE(std::abs(found.distance_km - row.km), 0.5) << found.distance_km;
  }
}

TEST(CorridorLengths, AreTheSameTheOtherWayRound) {
  Worlds worlds{shipped().compiled(), nullptr, shipped().network().state_date};
  const World& world = worlds.of(CargoId{0});
  for (const CorridorId id : shipped().network().corridors.keys()) {
    const Corridor& corridor = shipped().network().corridors[id];
    SCOPED_TRACE(corridor.id);
    const Evaluation there = evaluate_corridor(shipped().compiled(), world, id, {}, {}, true);
    const Evaluation back =
        evaluate_corridor(shipped().compiled(), world, id, corridor.to, corridor.from, true);
    if (back.reachable) {
      EXPECT_NEAR(there.distance_km, back.distance_km, 1e-6);
    }
  }
}

}  // namespace
}  // namespace corridor::test
