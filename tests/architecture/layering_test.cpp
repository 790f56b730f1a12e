// Holds the source tree to docs/architecture.md: includes go down the table of modules, each
// library stays behind its door, and every file has its place.

#include <functional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "architecture/source_tree.hpp"
#include "support/source_files.hpp"

namespace corridor::test {
namespace {

std::vector<SourceFile> library_files() {
  std::vector<SourceFile> files = source_files("include");
  for (SourceFile& file : source_files("sim")) files.push_back(std::move(file));
  return files;
}

/// The module that an include of our own leads to, or nothing.
std::string target_module(const std::string& include) {
  const bool is_public = include.starts_with("corridor/");
  const std::string rest = is_public ? include.substr(9) : include;
  const std::string module = rest.substr(0, rest.find('/'));
  const bool is_ours = is_public || module_table().contains(module);
  return rest.find('/') != std::string::npos && is_ours ? module : std::string{};
}

TEST(Architecture, TableOfModulesIsReadAndComplete) {
  const auto& table = module_table();
  EXPECT_EQ(table.size(), 10U);
  EXPECT_TRUE(table.at("core").empty());
  for (const auto& [module, below] : table) {
    EXPECT_FALSE(below.contains(module)) << module << " includes itself";
    for (const std::string& name : below) {
      ASSERT_TRUE(table.contains(name)) << module << " includes the unknown module " << name;
      EXPECT_FALSE(table.at(name).contains(module)) << module << " and " << name << " form a cycle";
    }
  }
}

TEST(Architecture, IncludesGoDownTheTableOfModules) {
  const auto& table = module_table();
  for (const SourceFile& file : library_files()) {
    ASSERT_TRUE(table.contains(file.module)) << file.path << " is in no module of the table";
    for (const std::string& include : includes(file)) {
      const std::string module = target_module(include);
      if (module.empty() || module == file.module) continue;
      EXPECT_TRUE(table.at(file.module).contains(module))
          << file.path << " includes " << include << ": " << file.module << " stands below "
          << module;
    }
  }
}

TEST(Architecture, PrivateHeadersStayInTheirModule) {
  for (const SourceFile& file : library_files()) {
    for (const std::string& include : includes(file)) {
      const std::string module = target_module(include);
      if (module.empty() || include.starts_with("corridor/")) continue;
      EXPECT_TRUE(module == file.module && !file.is_public())
          << file.path << " includes the private header " << include;
    }
  }
}

TEST(Architecture, LinkedModulesAreThoseOfTheTable) {
  for (const auto& [module, below] : module_table()) {
    const std::string text = read_source("sim/" + module + "/sources.cmake");
    for (const std::string& used : cmake_words(text, "USES")) {
      EXPECT_TRUE(below.contains(used)) << "sim/" << module << "/sources.cmake links " << used;
    }
  }
}

/// A library, by how its includes begin, and who may use it.
struct Door {
  std::string prefix;
  std::function<bool(const SourceFile&)> open_to;
};

const std::vector<Door>& doors() {
  const auto in = [](std::string module) {
    return [module](const SourceFile& file) { return file.module == module; };
  };
  const auto source_of = [](std::string module) {
    return [module](const SourceFile& file) { return file.module == module && !file.is_public(); };
  };
  static const std::vector<Door> list{
      {"yaml-cpp/", source_of("input")},
      {"csv.h", source_of("input")},
      {"zlib.h", source_of("input")},
      {"fmt/", [](const SourceFile& file) { return !file.is_public(); }},
      {"boost/",
       [](const SourceFile& file) {
         const bool solver = file.module == "route" || file.module == "flow";
         return file.path == "include/corridor/graph/bgl.hpp" || (solver && !file.is_public());
       }},
      {"Eigen/", in("graph")},
      {"Clp", [](const SourceFile& file) { return file.path == "sim/flow/linear_program.cpp"; }},
      {"nlohmann/", source_of("report")},
      {"CLI/", source_of("cli")},
      {"gtest/", [](const SourceFile&) { return false; }},
      {"benchmark/", [](const SourceFile&) { return false; }},
  };
  return list;
}

TEST(Architecture, EachLibraryStaysBehindItsDoor) {
  for (const SourceFile& file : library_files()) {
    for (const std::string& include : includes(file)) {
      for (const Door& door : doors()) {
        if (!include.starts_with(door.prefix)) continue;
        EXPECT_TRUE(door.open_to(file)) << file.path << " includes " << include;
      }
    }
  }
}

std::set<std::string> modules_with_files(const std::string& folder) {
  std::set<std::string> modules;
  for (const SourceFile& file : source_files(folder)) modules.insert(file.module);
  return modules;
}

TEST(Architecture, ModulesWithPublicHeadersHaveSourcesAndTests) {
  const std::set<std::string> sources = modules_with_files("sim");
  const std::set<std::string> tests = modules_with_files("tests");
  for (const std::string& module : modules_with_files("include")) {
    EXPECT_TRUE(sources.contains(module)) << module << " has no sources";
    EXPECT_TRUE(tests.contains(module)) << module << " has no tests";
  }
}

TEST(Architecture, EverySourceIsInTheListOfItsModule) {
  for (const auto& [module, below] : module_table()) {
    const std::string text = read_source("sim/" + module + "/sources.cmake");
    for (const SourceFile& file : source_files("sim/" + module)) {
      if (file.is_header()) continue;
      EXPECT_NE(text.find(file.path.substr(file.path.rfind('/') + 1)), std::string::npos)
          << file.path << " is not built";
    }
  }
}

TEST(Architecture, EveryTestIsInTheListOfItsFolder) {
  for (const SourceFile& file : source_files("tests")) {
    if (!file.path.ends_with("_test.cpp")) continue;
    ASSERT_FALSE(file.module.empty()) << file.path << " is in no folder";
    const std::string text = read_source("tests/" + file.module + "/tests.cmake");
    EXPECT_NE(text.find(file.path.substr(file.path.rfind('/') + 1)), std::string::npos)
        << file.path << " is not run";
  }
}

}  // namespace
}  // namespace corridor::test
