#include "corridor/input/write.hpp"

#include <gtest/gtest.h>

#include "input/reading_support.hpp"

namespace corridor {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

TEST(WriteFile, WritesTheWholeFileAndNothingElse) {
  const test::TemporaryFolder folder;
  write_file(folder.path() / "a.txt", "one\n", false);
  EXPECT_EQ(content(folder.path() / "a.txt"), "one\n");
  EXPECT_EQ(std::distance(fs::directory_iterator{folder.path()}, {}), 1);
}

TEST(WriteFile, OverwritesOnlyByForce) {
  const test::TemporaryFolder folder;
  const fs::path file = folder.write("a.txt", "one\n");
  EXPECT_THROW(write_file(file, "two\n", false), InputError);
  EXPECT_EQ(content(file), "one\n");
  write_file(file, "two\n", true);
  EXPECT_EQ(content(file), "two\n");
}

TEST(WriteFile, LeavesNothingBehindWhereItCannotWrite) {
  const test::TemporaryFolder folder;
  EXPECT_THROW(write_file(folder.path(), "x", true), InputError);
  EXPECT_THROW(write_file(folder.path() / "none" / "a.txt", "x", true), InputError);
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

}  // namespace
}  // namespace corridor
