#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <vector>

#include <gtest/gtest.h>

#include "fuzz/targets.hpp"

namespace corridor {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

using Reader = std::function<void(const std::string&)>;

void replay(const std::vector<fs::path>& files, const Reader& read) {
  ASSERT_FALSE(files.empty());
  for (const fs::path& file : files) {
    SCOPED_TRACE(file.string());
    read(bytes_of(file));
  }
}

/// Every beginning of a file that ends where a line does.
void replay_beginnings(const std::vector<fs::path>& files, const Reader& read) {
  for (const fs::path& file : files) {
    SCOPED_TRACE(file.string());
    const std::string bytes = bytes_of(file);
    for (std::size_t end = bytes.find('\n'); end < bytes.size(); end = bytes.find('\n', end + 1)) {
      read(bytes.substr(0, end));
    }
  }
}

const fs::path tests = fs::path{CORRIDOR_SOURCE_DIR} / "tests";

TEST(Replay, ReadsTheCorpusOfNetworks) {
  const std::vector<fs::path> files = files_under(tests / "fuzz/corpus/network");
  replay(files, fuzz::read_as_network);
  replay_beginnings(files, fuzz::read_as_network);
}

TEST(Replay, ReadsTheCorpusOfScenarios) {
  const std::vector<fs::path> files = files_under(tests / "fuzz/corpus/scenario");
  replay(files, fuzz::read_as_scenario);
  replay_beginnings(files, fuzz::read_as_scenario);
}

TEST(Replay, ReadsTheCorpusOfTables) {
  const std::vector<fs::path> files = files_under(tests / "fuzz/corpus/tables");
  replay(files, fuzz::read_as_tables);
  replay_beginnings(files, fuzz::read_as_tables);
}

TEST(Replay, ReadsTheCorpusOfRoadGraphs) {
  const std::vector<fs::path> files = files_under(tests / "fuzz/corpus/road_graph");
  replay(files, fuzz::read_as_road_graph);
  replay_beginnings(files, fuzz::read_as_road_graph);
}

TEST(Replay, ReadsTheCorpusOfFlowInstances) {
  const std::vector<fs::path> files = files_under(tests / "fuzz/corpus/flow_instance");
  replay(files, fuzz::read_as_flow_instance);
  replay_beginnings(files, fuzz::read_as_flow_instance);
}

TEST(Replay, ReadsTheCorpusOfTntp) {
  const std::vector<fs::path> files = files_under(tests / "fuzz/corpus/tntp");
  replay(files, fuzz::read_as_tntp);
  replay_beginnings(files, fuzz::read_as_tntp);
}

TEST(Replay, ReadsEveryInvalidFileAsAnything) {
  const std::vector<fs::path> files = files_under(tests / "invalid");
  for (const auto& read :
       {fuzz::read_as_network, fuzz::read_as_scenario, fuzz::read_as_tables,
        fuzz::read_as_road_graph, fuzz::read_as_flow_instance, fuzz::read_as_tntp}) {
    replay(files, read);
  }
}

}  // namespace
}  // namespace corridor
