// Each file (or folder) here is wrong in the way that its name says, and stands beside a file of
// the same name that ends in `.expected`: all that a user is told about it. The folders `networks`
// and `bases` hold what some of them need and is in order: the coordinates here (`.co`) are read
// with the graph bases/three-nodes.gr, the trips (`trips-*.tntp`) with the network
// bases/four-nodes.tntp. After a change of messages, run with
// CORRIDOR_UPDATE_EXPECTED=1 and read the difference.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corridor/input/flow_instance.hpp"
#include "corridor/input/read.hpp"
#include "corridor/input/road_graph.hpp"
#include "corridor/input/tntp.hpp"

namespace corridor {
namespace {

namespace fs = std::filesystem;

/// Paths in messages are those that were given, so all is read from this folder.
class Invalid : public testing::Test {
 protected:
  Invalid() : before_{fs::current_path()} {
    fs::current_path(fs::path{CORRIDOR_SOURCE_DIR} / "tests" / "invalid");
  }
  ~Invalid() override { fs::current_path(before_); }

 private:
  fs::path before_;
};

bool is_case(const fs::path& path) {
  if (fs::is_directory(path)) return fs::exists(path / "network.yaml");
  const fs::path end = path.extension();
  const std::vector<fs::path> ends{".yaml", ".gr", ".max", ".min", ".gz", ".co", ".tntp"};
  return std::find(ends.begin(), ends.end(), end) != ends.end();
}

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator{"."}) {
    if (is_case(entry.path())) found.push_back(entry.path().filename());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<fs::path> all_files() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator{"."}) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

/// All that a user is told.
std::string told(const fs::path& path) {
  Diagnostics warnings;
  const fs::path end = path.extension() == ".gz" ? path.stem().extension() : path.extension();
  try {
    if (end == ".gr") {
      read_road_graph(path);
    } else if (end == ".max") {
      read_max_flow_instance(path);
    } else if (end == ".min") {
      read_min_cost_instance(path);
    } else if (end == ".co") {
      read_road_graph("bases/three-nodes.gr", path);
    } else if (end == ".tntp") {
      if (path.stem().string().starts_with("trips")) {
        read_tntp("bases/four-nodes.tntp", path);
      } else {
        read_tntp_network(path);
      }
    } else if (kind_of_file(path) == "scenario") {
      read_study({path}, warnings);
    } else {
      read_network(path, warnings);
    }
  } catch (const InputError& error) {
    return error.what();
  }
  return "nothing is wrong\n";
}

fs::path expected_file(const fs::path& path) { return path.stem().string() + ".expected"; }

std::string content(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

TEST_F(Invalid, FilesAreRefusedInTheWordsThatAreExpected) {
  const bool update = std::getenv("CORRIDOR_UPDATE_EXPECTED") != nullptr;
  for (const fs::path& path : cases()) {
    const std::string text = told(path);
    EXPECT_NE(text, "nothing is wrong\n") << path;
    if (update) std::ofstream{expected_file(path), std::ios::binary} << text;
    EXPECT_EQ(text, content(expected_file(path))) << path;
  }
}

TEST_F(Invalid, FilesAreManyAndNoneIsForgotten) {
  EXPECT_GE(cases().size(), 185U);
  const std::vector<const char*> ends{"", ".yaml", ".gr", ".max", ".min", ".gz", ".co", ".tntp"};
  for (const auto& entry : fs::directory_iterator{"."}) {
    if (entry.path().extension() != ".expected") continue;
    const std::string stem = entry.path().stem().string();
    EXPECT_TRUE(std::any_of(ends.begin(), ends.end(), [&](const char* end) {
      return fs::exists(stem + end);
    })) << entry.path();
  }
}

TEST_F(Invalid, FilesMakeNobodyWrite) {
  const std::vector<fs::path> before = all_files();
  for (const fs::path& path : cases()) told(path);
  EXPECT_EQ(all_files(), before);
}

TEST_F(Invalid, FilesGiveTheSameWordsTwice) {
  for (const fs::path& path : cases()) EXPECT_EQ(told(path), told(path));
}

TEST_F(Invalid, WhatIsNoFileIsRefused) {
  EXPECT_EQ(told("none.yaml"), "none.yaml: error: no such file: 'none.yaml'\n");
  EXPECT_EQ(told("bases"), "bases: error: the folder 'bases' holds no network.yaml\n");
  EXPECT_EQ(told("/dev/zero"), "/dev/zero: error: '/dev/zero' is not a regular file\n");
  EXPECT_EQ(told("/dev/null"), "/dev/null: error: '/dev/null' is not a regular file\n");
  Diagnostics warnings;
  EXPECT_THROW(read_study({"bases"}, warnings), InputError);
}

TEST_F(Invalid, WhatIsNoFileIsNoGraph) {
  EXPECT_EQ(told("none.gr"), "none.gr: error: no such file: 'none.gr'\n");
  EXPECT_EQ(told("graph-of-word.gr"),
            "graph-of-word.gr: error: no such file: 'graph-of-word.gr'\n"
            "  hint: did you mean 'graph-of-words.gr' or 'graph-of-tntp.gr'?\n");
  EXPECT_THROW(read_road_graph("bases"), InputError);
  EXPECT_THROW(read_road_graph("/dev/zero"), InputError);
  RoadGraphLimits limits;
  limits.max_bytes = 20;
  EXPECT_THROW(read_road_graph("bases/three-nodes.gr", {}, limits), InputError);
}

TEST_F(Invalid, AFileThatMayNotBeReadIsRefused) {
  const fs::path folder = fs::path{testing::TempDir()} / "corridor-unreadable";
  fs::create_directories(folder);
  const fs::path file = folder / "network.yaml";
  std::ofstream{file} << "version: 1\n";
  fs::permissions(file, fs::perms::none);
  const bool may_read_all = std::ifstream{file}.is_open();  // an administrator may
  const std::string text = told(file);
  fs::remove_all(folder);
  EXPECT_TRUE(may_read_all || text.find("cannot read") != std::string::npos) << text;
  // Nobody can read the beginning of his own memory.
  const fs::path memory = "/proc/self/mem";
  if (fs::exists(memory)) {
    EXPECT_EQ(told(memory),
              "/proc/self/mem: error: cannot read '/proc/self/mem'\n"
              "  hint: check who may read the file\n");
  }
}

TEST_F(Invalid, AFileThatIsTooLargeIsRefused) {
  ReadOptions options;
  options.max_bytes = 100;
  Diagnostics warnings;
  try {
    read_network("networks/small.yaml", warnings, options);
    FAIL();
  } catch (const InputError& error) {
    EXPECT_NE(std::string{error.what()}.find("more than the 100 that are read"), std::string::npos);
  }
}

}  // namespace
}  // namespace corridor
