#include "input/file_bytes.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"

#include "input/file_value.hpp"

namespace corridor {

namespace fs = std::filesystem;

namespace {

/// Files beside a missing one that it may have been meant to be.
std::string near_files(const fs::path& file) {
  constexpr std::size_t most = 1000;
  std::vector<std::string> names;
  std::error_code fault;
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path{"."};
  for (fs::directory_iterator i{folder, fault}; !fault && i != fs::directory_iterator{};
       i.increment(fault)) {
    if (names.size() == most) break;
    names.push_back(i->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return did_you_mean(file.filename().string(), names);
}

/// What keeps a file from being read, before it is opened: a pipe would wait for ever.
std::optional<FileFault> fault_of(const fs::path& file, std::size_t max_bytes) {
  std::error_code fault;
  const fs::file_status status = fs::status(file, fault);
  const std::string name = in_quotes(shown(file));
  if (status.type() == fs::file_type::not_found)
    return {{"no such file: " + name, near_files(file)}};
  if (fault) return {{fmt::format("cannot read {}: {}", name, fault.message()), {}}};
  if (fs::is_directory(status)) return {{name + " is a folder, a file is wanted", {}}};
  if (!fs::is_regular_file(status)) return {{name + " is not a regular file", {}}};
  const auto size = fs::file_size(file, fault);
  if (!fault && size > max_bytes) {
    return {{fmt::format("{} has {} bytes, more than the {} that are read", name, size, max_bytes),
             {}}};
  }
  return {};
}

/// The size is only a guess: files of the kernel claim to be empty.
std::optional<std::string> all_of(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  if (!stream) return {};
  std::error_code fault;
  const auto guess = fs::file_size(file, fault);
  std::string bytes;
  constexpr std::size_t block = 1U << 16;
  std::size_t size = 0;
  bytes.resize(fault ? block : static_cast<std::size_t>(guess) + 1);
  while (true) {
    stream.read(bytes.data() + size, static_cast<std::streamsize>(bytes.size() - size));
    size += static_cast<std::size_t>(stream.gcount());
    if (!stream) break;
    bytes.resize(bytes.size() + std::max(block, bytes.size() / 2));
  }
  if (stream.bad()) return {};
  bytes.resize(size);
  return bytes;
}

}  // namespace

std::string shown(const fs::path& path) { return path.lexically_normal().generic_string(); }

std::optional<std::string> read_bytes(const fs::path& file, std::size_t max_bytes,
                                      FileFault& fault) {
  if (const auto found = fault_of(file, max_bytes)) {
    fault = *found;
    return {};
  }
  std::optional<std::string> bytes = all_of(file);
  if (!bytes) {
    fault = {fmt::format("cannot read {}", in_quotes(shown(file))), "check who may read the file"};
  }
  return bytes;
}

}  // namespace corridor
