#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace corridor::test {

/// The folder of the project.
const std::filesystem::path& source_root();

/// A file of the project, by its path in it; throws std::runtime_error if it cannot be read.
std::string read_source(const std::string& path);

std::vector<std::string> split_lines(const std::string& text);

/// A text without the spaces around it.
std::string trimmed(const std::string& text);

/// The cells of a row of a Markdown table, without the spaces around them.
std::vector<std::string> cells_of(const std::string& row);

}  // namespace corridor::test
