#include "corridor/input/write.hpp"

#include <fstream>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

#include "corridor/core/diagnostic.hpp"

namespace corridor {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const fs::path& file, const std::string& why,
                         const std::string& hint = {}) {
  throw InputError{SourcePos{file.generic_string(), 0, 0}, why, hint};
}

/// A name beside the file that no other process uses.
fs::path temporary_beside(const fs::path& file) {
  return file.parent_path() / fmt::format(".{}.{}.tmp", file.filename().string(), ::getpid());
}

}  // namespace

void write_file(const fs::path& file, std::string_view text, bool force) {
  std::error_code fault;
  const fs::file_status status = fs::status(file, fault);
  if (fs::is_directory(status)) refuse(file, "this is a folder, a file is wanted");
  if (fs::exists(status) && !force) {
    refuse(file, "the file is there already", "--force overwrites it");
  }
  if (fs::exists(status) && !fs::is_regular_file(status))
    refuse(file, "this is not a regular file");
  const fs::path temporary = temporary_beside(file);
  std::ofstream stream{temporary, std::ios::binary | std::ios::trunc};
  if (!stream) refuse(file, "cannot write", "is the folder there, and may you write to it?");
  stream.write(text.data(), static_cast<std::streamsize>(text.size()));
  stream.close();
  if (stream.fail()) {
    fs::remove(temporary, fault);
    refuse(file, "cannot write all of it", "is the disk full?");
  }
  fs::rename(temporary, file, fault);
  if (fault) {
    const std::string why = fault.message();
    fs::remove(temporary, fault);
    refuse(file, "cannot write: " + why);
  }
}

}  // namespace corridor
