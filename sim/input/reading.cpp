#include "input/reading.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "corridor/core/nearest.hpp"

#include "input/file_bytes.hpp"

namespace corridor {

namespace fs = std::filesystem;

namespace {

/// The path with links followed, as far as it exists.
fs::path followed(const fs::path& path, std::error_code& fault) {
  // A relative path of which nothing exists would stay relative.
  const fs::path whole = fs::absolute(path.empty() ? fs::path{"."} : path, fault);
  return fault ? path : fs::weakly_canonical(whole, fault);
}

bool is_inside(const fs::path& file, const fs::path& root) {
  std::error_code fault;
  const fs::path whole = followed(file, fault);
  if (fault) return false;
  const fs::path tree = followed(root, fault);
  if (fault) return false;
  const auto [rest_of_tree, rest] =
      std::mismatch(tree.begin(), tree.end(), whole.begin(), whole.end());
  return rest_of_tree == tree.end() || rest_of_tree->empty();  // empty: a slash at the end
}

}  // namespace

std::string canonical_text(const fs::path& path) {
  std::error_code fault;
  const fs::path canonical = followed(path, fault);
  return (fault ? path.lexically_normal() : canonical).generic_string();
}

void Reading::error(SourcePos at, std::string message, std::string hint) {
  ++error_count_;
  diagnostics_.error(std::move(at), std::move(message), std::move(hint));
}

void Reading::unknown(SourcePos at, std::string message, std::string_view name,
                      std::span<const std::string> known, const std::string& otherwise) {
  std::string hint = diagnostics_.is_full() ? std::string{} : did_you_mean(name, known);
  if (hint.empty()) hint = otherwise;
  error(std::move(at), std::move(message), std::move(hint));
}

std::optional<fs::path> Reading::find_file(const FileValue& named, const fs::path& folder,
                                           const fs::path& root) {
  if (!named.is_text() || named.text.empty()) {
    error(named.at(), fmt::format("a path is wanted, found {}",
                                  named.is_text() ? "an empty text" : describe(named)));
    return {};
  }
  const fs::path path = fs::path{named.text};
  const fs::path whole = path.is_absolute() ? path : folder / path;
  if (options_.allow_outside || is_inside(whole, root)) return whole.lexically_normal();
  error(named.at(),
        fmt::format("{} leads out of the folder {}", in_quotes(named.text),
                    in_quotes(shown(root.empty() ? fs::path{"."} : root))),
        "files outside are read only when that is allowed: --allow-outside");
  return {};
}

const SourceFile* Reading::load(const fs::path& file, const SourcePos& at) {
  const std::string key = canonical_text(file);
  if (const auto found = files_.find(key); found != files_.end()) return &found->second;
  FileFault fault;
  auto bytes = read_bytes(file, options_.max_bytes, fault);
  if (!bytes) {
    error(at, std::move(fault.message), std::move(fault.hint));
    return nullptr;
  }
  SourceFile source;
  if (!load_source(shown(file), std::move(*bytes), source, diagnostics_)) {
    ++error_count_;
    return nullptr;
  }
  return &files_.emplace(key, std::move(source)).first->second;
}

const SourceFile* Reading::load_text(const std::string& name, std::string bytes) {
  if (bytes.size() > options_.max_bytes) {
    error({name, 0, 0}, fmt::format("{} bytes, more than the {} that are read", bytes.size(),
                                    options_.max_bytes));
    return nullptr;
  }
  SourceFile source;
  if (!load_source(name, std::move(bytes), source, diagnostics_)) {
    ++error_count_;
    return nullptr;
  }
  return &files_.emplace(name, std::move(source)).first->second;
}

FileValue* Reading::make_value() {
  if (!count_values(1)) return nullptr;
  return &values_.emplace_back();
}

bool Reading::count_values(std::size_t count) {
  if (count > options_.max_nodes - value_count_) return false;
  value_count_ += count;
  return true;
}

void Reading::finish(Diagnostics& warnings) {
  diagnostics_.fill_excerpts([&](const SourcePos& at) {
    for (const auto& [key, file] : files_) {
      if (file.name == at.file) return file.line(at.line);
    }
    return std::string{};
  });
  diagnostics_.throw_if_any_error();
  for (const Diagnostic& warning : diagnostics_.list()) warnings.add(warning);
}

}  // namespace corridor
