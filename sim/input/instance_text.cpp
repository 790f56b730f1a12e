#include "input/instance_text.hpp"

#include <optional>
#include <utility>

#include "input/file_bytes.hpp"
#include "input/gzip.hpp"
#include "input/source_file.hpp"

namespace corridor {

InstanceText instance_text(std::string name, std::string bytes, std::size_t max_bytes) {
  FileFault fault;
  std::optional<std::string> plain = unpacked(std::move(bytes), max_bytes, fault);
  if (!plain) {
    throw InputError{{std::move(name), 0, 0}, std::move(fault.message), std::move(fault.hint)};
  }
  if (plain->empty() || plain->back() != '\n') plain->push_back('\n');
  return {std::move(name), std::move(*plain)};
}

InstanceText load_instance(const std::filesystem::path& file, std::size_t max_bytes) {
  FileFault fault;
  std::optional<std::string> bytes = read_bytes(file, max_bytes, fault);
  if (!bytes) {
    throw InputError{{shown(file), 0, 0}, std::move(fault.message), std::move(fault.hint)};
  }
  return instance_text(shown(file), std::move(*bytes), max_bytes);
}

void throw_if_any_error(const Diagnostics& found, InstanceText text) {
  if (!found.has_errors()) return;
  SourceFile source;
  Diagnostics diagnostics;
  if (load_source(text.name, std::move(text.bytes), source, diagnostics)) {
    diagnostics = found;
    diagnostics.fill_excerpts([&](const SourcePos& at) { return source.line(at.line); });
  }
  diagnostics.throw_if_any_error();
}

}  // namespace corridor
