#include "cli/program.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/source_files.hpp"

namespace corridor::test {

namespace fs = std::filesystem;

namespace {

std::string in_quotes(const std::string& text) { return '\'' + text + '\''; }

}  // namespace

Ran corridor_with(const std::string& arguments) {
  const Scratch scratch;
  const std::string errors = (scratch / "stderr").string();
  const std::string command = "cd " + in_quotes((source_root() / "tests/cli/data").string()) +
                              " && " + in_quotes(CORRIDOR_PROGRAM) + ' ' + arguments + " 2>" +
                              in_quotes(errors);
  Ran ran;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return ran;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    ran.out.append(buffer.data(), got);
  }
  const int status = ::pclose(pipe);
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  ran.err = read_text(errors);
  return ran;
}

Scratch::Scratch() {
  std::string name =
      (fs::temp_directory_path() / ("corridor_test_" + std::string(6, 'X'))).string();
  if (::mkdtemp(name.data()) == nullptr) std::abort();
  folder_ = name;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string read_text(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

void expect_golden(const std::string& name, const std::string& text) {
  const fs::path file = source_root() / "tests/golden" / name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream{file, std::ios::binary} << text;
    return;
  }
  ASSERT_TRUE(fs::exists(file)) << file << " is not there; UPDATE_GOLDEN=1 writes it";
  EXPECT_EQ(text, read_text(file)) << "UPDATE_GOLDEN=1 writes " << file << " anew";
}

}  // namespace corridor::test
