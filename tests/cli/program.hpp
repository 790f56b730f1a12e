#pragma once

#include <filesystem>
#include <string>

namespace corridor::test {

/// What a run of the program left behind.
struct Ran {
  int status = -1;
  std::string out;
  std::string err;
};

/// Runs the program with arguments as a shell reads them, in tests/cli/data, so that the file names
/// in its messages are short.
Ran corridor_with(const std::string& arguments);

/// A folder of its own for a test's files, removed at its end.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }

 private:
  std::filesystem::path folder_;
};

std::string read_text(const std::filesystem::path& file);

/// Holds a text against tests/golden/`name`; with UPDATE_GOLDEN=1 in the environment, writes it.
void expect_golden(const std::string& name, const std::string& text);

}  // namespace corridor::test
