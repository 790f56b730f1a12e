#include <gtest/gtest.h>

#include "input/read_figure.hpp"
#include "input/reading_support.hpp"

namespace corridor {
namespace {

using test::Yaml;

const std::vector<std::string> keys = {"speed", "toll"};

TEST(Figures, TakeTheProvenanceOfWhatIsAroundThem) {
  Yaml yaml{
      "speed: 40 km/h\ntoll: {value: 90 USD/TEU, range: [80 USD/TEU, 0.1e3 USD/TEU], "
      "confidence: low, assumption: yes}\n"};
  const MapReader map{yaml.reading, *yaml.root, "a test", keys};
  const Provenance around{"somewhere", Confidence::high, false};
  const auto speed = read_figure<KmPerHour>(map, "speed", Dimension::speed, around);
  const auto toll = read_figure<UsdPerTonne>(map, "toll", Dimension::charge, around);
  ASSERT_EQ(yaml.errors(), "");
  EXPECT_EQ(speed->value, KmPerHour{40});
  EXPECT_EQ(speed->low, KmPerHour{40});
  EXPECT_EQ(speed->provenance, around);
  EXPECT_EQ(toll->per, Per::teu);
  EXPECT_EQ(toll->low, UsdPerTonne{80});
  EXPECT_EQ(toll->high, UsdPerTonne{100});
  EXPECT_EQ(toll->provenance, (Provenance{"somewhere", Confidence::low, true}));
}

TEST(Figures, AreCheckedWhole) {
  Yaml yaml{
      "speed: {value: 40 km/h, range: [50 km/h, 60 km/h], confidense: low}\n"
      "toll: {range: [1 USD/t]}\n"};
  const MapReader map{yaml.reading, *yaml.root, "a test", keys};
  EXPECT_FALSE(read_figure<KmPerHour>(map, "speed", Dimension::speed).has_value());
  EXPECT_FALSE(read_figure<UsdPerTonne>(map, "toll", Dimension::charge).has_value());
  EXPECT_EQ(
      yaml.errors(),
      "f:1:52: error: unknown key 'confidense' of a figure\n  hint: did you mean 'confidence'?\n"
      "f:1:32: error: the range does not hold the value\n"
      "f:2:7: error: a figure needs 'value'\n");
}

TEST(MapReader, ReportsUnknownMissingAndWrongValues) {
  Yaml yaml{"sped: 40 km/h\nzzzzzz: 1\ntoll:\n"};
  const MapReader map{yaml.reading, *yaml.root, "a test", keys};
  map.needed_text("speed");
  map.text("toll");
  map.list("toll");
  EXPECT_EQ(yaml.errors(),
            "f:1:1: error: unknown key 'sped' of a test\n  hint: did you mean 'speed'?\n"
            "f:2:1: error: unknown key 'zzzzzz' of a test\n  hint: known keys: speed, toll\n"
            "f:1:1: error: a test needs 'speed'\n"
            "f:3:1: error: 'toll' is a text, found nothing\n");
}

TEST(MapReader, KnowsTheBooleansOfYaml) {
  for (const char* yes : {"on", "true", "yes", "True", "YES"}) {
    Yaml yaml{yes};
    EXPECT_EQ(read_boolean(yaml.reading, *yaml.root, "x"), true) << yes;
  }
  for (const char* no : {"off", "false", "no", "FALSE"}) {
    Yaml yaml{no};
    EXPECT_EQ(read_boolean(yaml.reading, *yaml.root, "x"), false) << no;
  }
  Yaml yaml{"maybe"};
  EXPECT_EQ(read_boolean(yaml.reading, *yaml.root, "x"), std::nullopt);
}

}  // namespace
}  // namespace corridor
