// What the pages show is true: their links lead somewhere, the files in them can be read, and the
// program prints what they say it prints.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "corridor/core/diagnostic.hpp"
#include "corridor/input/read.hpp"

#include "docs/markdown.hpp"
#include "support/source_files.hpp"

namespace corridor::test {
namespace {

namespace fs = std::filesystem;

TEST(Pages, LinksLeadToFilesOfTheProject) {
  static const std::regex link{R"(\]\(([^)#]+)(#[^)]*)?\))"};
  for (const std::string& page : pages()) {
    for (const std::string& line : read_lines(page)) {
      for (std::sregex_iterator at{line.begin(), line.end(), link}, end; at != end; ++at) {
        const std::string target = (*at)[1];
        if (target.starts_with("http")) continue;
        EXPECT_TRUE(fs::exists(source_root() / fs::path{page}.parent_path() / target))
            << page << " leads to " << target;
      }
    }
  }
}

bool is_whole_file(const Block& block) {
  return block.language == "yaml" && !block.lines.empty() && block.lines[0] == "version: 1";
}

TEST(Pages, WholeFilesInThemCanBeRead) {
  int read = 0;
  Diagnostics of_network;
  const Network eurasia = read_network(source_root() / "scenarios/networks/eurasia", of_network);
  for (const std::string& page : pages()) {
    // The tutorial's files are those of its own folder.
    const bool tutorial = page == "docs/tutorial.md";
    const fs::path folder = source_root() / (tutorial ? "scenarios/two-ways" : "scenarios");
    for (const Block& block : blocks(page)) {
      if (!is_whole_file(block)) continue;
      Diagnostics warnings;
      const bool scenario = block.text().find("\nscenario:") != std::string::npos;
      if (block.text().find("\ndemand:") != std::string::npos && !scenario) {
        EXPECT_NO_THROW(read_demand_text(block.text(), block.place(), eurasia, warnings));
      } else if (scenario) {
        EXPECT_NO_THROW(read_scenario_text(block.text(), block.place(), folder, warnings));
      } else {
        EXPECT_NO_THROW(read_network_text(block.text(), block.place(), folder, warnings));
      }
      ++read;
    }
  }
  EXPECT_GE(read, 3);
}

TEST(Tutorial, ShowsTheFilesThatItSpeaksOf) {
  std::set<std::string> shown;
  for (const Block& block : blocks("docs/tutorial.md")) {
    if (is_whole_file(block)) shown.insert(block.text());
  }
  for (const std::string file : {"railway-opens.yaml", "one-gauge.yaml"}) {
    EXPECT_TRUE(shown.contains(read_source("scenarios/two-ways/" + file))) << file;
  }
}

struct Output {
  int status = -1;
  std::vector<std::string> lines;
};

/// What a command line of the shell prints on standard output.
Output run(const std::string& line) {
  std::string text;
  std::array<char, 4096> buffer{};
  std::FILE* pipe = popen(line.c_str(), "r");
  if (pipe == nullptr) return {};
  for (std::size_t n = 1; n > 0;) {
    n = std::fread(buffer.data(), 1, buffer.size(), pipe);
    text.append(buffer.data(), n);
  }
  Output output;
  output.status = pclose(pipe);
  std::istringstream stream{text};
  for (std::string out; std::getline(stream, out);) output.lines.push_back(out);
  return output;
}

/// Runs a command line that begins with ./corridor, in the root of the project.
Output run_program(const std::string& command) {
  const std::string arguments = command.substr(std::string{"./corridor"}.size());
  return run("cd '" + source_root().string() + "' && '" CORRIDOR_PROGRAM "'" + arguments +
             " 2>/dev/null");
}

/// The output shown below a command, and how much of it: `...` at the end leaves the rest out.
struct Shown {
  std::vector<std::string> lines;
  bool all = true;
};

Shown shown_in(const Block& block) {
  Shown shown{{block.lines.begin() + 1, block.lines.end()}, true};
  if (!shown.lines.empty() && shown.lines.back() == "...") {
    shown.lines.pop_back();
    shown.all = false;
  }
  return shown;
}

/// With CORRIDOR_UPDATE_DOCS set, pages are brought up to date instead of checked.
bool is_update() { return std::getenv("CORRIDOR_UPDATE_DOCS") != nullptr; }

/// Replaces the lines of a block, from its line `first` on.
void rewrite(const Block& block, std::size_t first, const std::vector<std::string>& by) {
  std::vector<std::string> lines = read_lines(block.page);
  const auto at = [&](std::size_t line) {
    return lines.begin() + static_cast<std::ptrdiff_t>(block.first_line + line);
  };
  const auto next = lines.erase(at(first), at(block.lines.size()));
  lines.insert(next, by.begin(), by.end());
  std::ofstream file{source_root() / block.page};
  for (const std::string& line : lines) file << line << '\n';
}

/// From the last block to the first, so that those yet to come keep their lines.
void check_commands(const std::string& page) {
  const std::vector<Block> all = blocks(page);
  for (auto block = all.rbegin(); block != all.rend(); ++block) {
    if (block->language != "console") continue;
    ASSERT_TRUE(block->lines.at(0).starts_with("$ ./corridor ")) << block->place();
    Output output = run_program(block->lines[0].substr(2));
    EXPECT_EQ(output.status, 0) << block->place();
    const Shown shown = shown_in(*block);
    if (!shown.all) {
      output.lines.resize(std::min(output.lines.size(), shown.lines.size()));
    }
    if (is_update() && output.lines != shown.lines) {
      if (!shown.all) output.lines.emplace_back("...");
      rewrite(*block, 1, output.lines);
    } else {
      EXPECT_EQ(shown.lines, output.lines) << block->place() << ": " << block->lines[0];
    }
  }
}

TEST(Tutorial, TheProgramPrintsWhatItShows) { check_commands("docs/tutorial.md"); }

TEST(Readme, TheProgramPrintsWhatItShows) { check_commands("README.md"); }

TEST(AlternativesPage, TheProgramPrintsWhatItShows) { check_commands("docs/alternatives.md"); }

TEST(FlowPage, TheProgramPrintsWhatItShows) { check_commands("docs/flow.md"); }

TEST(SolvePage, TheProgramPrintsWhatItShows) { check_commands("docs/solve.md"); }

/// What `corridor check` says of a scenario on the tutorial's network.
std::vector<std::string> diagnostics_of(const std::string& piece) {
  const fs::path folder =
      fs::temp_directory_path() / ("corridor-errors-" + std::to_string(getpid()));
  fs::create_directories(folder);
  fs::copy_file(source_root() / "scenarios/two-ways/network.yaml", folder / "network.yaml",
                fs::copy_options::overwrite_existing);
  std::ofstream{folder / "my-question.yaml"}
      << "version: 1\nscenario: my_question\nnetwork: network.yaml\n" + piece;
  const Output output = run("cd '" + folder.string() +
                            "' && '" CORRIDOR_PROGRAM "' check my-question.yaml 2>&1 >/dev/null");
  fs::remove_all(folder);
  return output.lines;
}

TEST(Errors, AreReportedAsThePageShowsThem) {
  const std::vector<Block> all = blocks("docs/errors.md");
  for (std::size_t i = all.size() - 1; i > 0; --i) {
    if (all[i].language != "text") continue;
    ASSERT_EQ(all[i - 1].language, "yaml") << all[i].place();
    const std::vector<std::string> said = diagnostics_of(all[i - 1].text());
    if (is_update()) {
      rewrite(all[i], 0, said);
    } else {
      EXPECT_EQ(all[i].lines, said) << all[i].place();
    }
  }
}

}  // namespace
}  // namespace corridor::test
