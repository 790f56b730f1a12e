#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "input/reading.hpp"
#include "input/yaml_document.hpp"

namespace corridor::test {

/// Reads YAML text and keeps what it becomes.
struct Yaml {
  explicit Yaml(const std::string& text, const ReadOptions& options = {}) : reading{options} {
    if (const SourceFile* source = reading.load_text("f", text))
      root = parse_yaml(*source, reading);
  }
  /// All that is wrong, without the lines of the file.
  std::string errors() { return to_string(reading.diagnostics().list()); }

  Reading reading;
  const FileValue* root = nullptr;
};

/// A folder that is gone when the test is over.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "corridor-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryFolder() {
    std::error_code fault;
    std::filesystem::remove_all(path_, fault);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream{path_ / name, std::ios::binary} << text;
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

/// What a function that reads says is wrong, with `folder` taken out of the paths.
template <class Function>
std::string trouble_of(Function read, const std::filesystem::path& folder = {}) {
  try {
    read();
  } catch (const InputError& error) {
    std::string text = error.what();
    const std::string prefix = folder.generic_string() + "/";
    for (std::size_t i = text.find(prefix); !folder.empty() && i != std::string::npos;
         i = text.find(prefix, i)) {
      text.erase(i, prefix.size());
    }
    return text;
  }
  return {};
}

}  // namespace corridor::test
