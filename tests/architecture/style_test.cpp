// Rules of docs/style.md that neither the compiler nor clang-tidy checks.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "architecture/source_tree.hpp"

namespace corridor::test {
namespace {

constexpr std::size_t most_lines = 300;

std::vector<SourceFile> files_in(const std::vector<std::string>& folders) {
  std::vector<SourceFile> files;
  for (const std::string& folder : folders) {
    for (SourceFile& file : source_files(folder)) files.push_back(std::move(file));
  }
  return files;
}

TEST(Style, FilesHaveOneConceptAndAtMost300Lines) {
  for (const SourceFile& file : files_in({"include", "sim"})) {
    EXPECT_LE(file.lines.size(), most_lines) << file.path;
  }
}

TEST(Style, HeadersBeginWithPragmaOnce) {
  for (const SourceFile& file : files_in({"include", "sim", "tests", "bench"})) {
    if (!file.is_header()) continue;
    ASSERT_FALSE(file.lines.empty()) << file.path;
    EXPECT_EQ(file.lines.front(), "#pragma once") << file.path;
  }
}

TEST(Style, NothingIsLeftForLater) {
  const std::vector<std::string> words{std::string{"TO"} + "DO", std::string{"FIX"} + "ME",
                                       std::string{"HA"} + "CK"};
  for (const SourceFile& file : files_in({"include", "sim", "tests", "bench"})) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      for (const std::string& word : words) {
        EXPECT_EQ(file.lines[i].find(word), std::string::npos) << file.path << ':' << i + 1;
      }
    }
  }
}

TEST(Style, EverythingIsInTheOneNamespace) {
  for (const SourceFile& file : files_in({"include"})) {
    bool found = false;
    for (const std::string& line : file.lines) found |= line.starts_with("namespace corridor");
    // Boost.Graph looks its traits up in its own namespace.
    EXPECT_TRUE(found || file.path.ends_with("bgl.hpp")) << file.path;
  }
}

TEST(Style, NoHeaderOpensANamespaceForItsReaders) {
  for (const SourceFile& file : files_in({"include", "sim"})) {
    if (!file.is_header()) continue;
    for (const std::string& line : file.lines) {
      EXPECT_EQ(line.find("using namespace"), std::string::npos) << file.path;
    }
  }
}

}  // namespace
}  // namespace corridor::test
