#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace corridor::test {

/// A file of the project, as its architecture sees it.
struct SourceFile {
  std::string path;    // from the root of the project
  std::string module;  // the folder below include/corridor, sim or tests; empty outside of them
  std::vector<std::string> lines;

  bool is_header() const { return path.ends_with(".hpp"); }
  bool is_public() const { return path.starts_with("include/"); }
};

/// All headers and sources below a folder, by path.
std::vector<SourceFile> source_files(const std::string& folder);

/// What the file includes, without the marks around it.
std::vector<std::string> includes(const SourceFile& file);

/// Modules and what each may include, as the table of docs/architecture.md has it.
const std::map<std::string, std::set<std::string>>& module_table();

/// The words after KEY in a call such as corridor_module(... KEY a b KEY2 c).
std::vector<std::string> cmake_words(const std::string& text, const std::string& key);

}  // namespace corridor::test
