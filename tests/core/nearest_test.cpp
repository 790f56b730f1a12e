#include "corridor/core/nearest.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace corridor {
namespace {

const std::vector<std::string> known{"length",       "speed",     "status",
                                     "bandar_abbas", "astara_ir", "astara_az"};

TEST(Nearest, FindsWhatWasMeant) {
  EXPECT_EQ(nearest_names("lenght", known), std::vector<std::string>{"length"});
  EXPECT_EQ(did_you_mean("lenght", known), "did you mean 'length'?");
}

TEST(Nearest, FindsNamesThatContainTheGivenOne) {
  EXPECT_EQ(nearest_names("astara", known), (std::vector<std::string>{"astara_az", "astara_ir"}));
  EXPECT_EQ(did_you_mean("astara", known), "did you mean 'astara_az' or 'astara_ir'?");
}

TEST(Nearest, SaysNothingWhereNothingIsNear) {
  EXPECT_TRUE(nearest_names("xyzzy", known).empty());
  EXPECT_EQ(did_you_mean("", known), "");
}

TEST(Nearest, TakesSwappedLettersAndCapitalsForSlips) {
  const std::vector<std::string> names = {"USD/TEU", "USD/t", "open", "town"};
  EXPECT_EQ(did_you_mean("opne", names), "did you mean 'open'?");
  EXPECT_EQ(did_you_mean("twon", names), "did you mean 'town'?");
  EXPECT_EQ(nearest_names("USD/teu", names).front(), "USD/TEU");
}

}  // namespace
}  // namespace corridor
