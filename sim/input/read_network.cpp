#include <array>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "corridor/core/hash.hpp"
#include "corridor/input/read.hpp"
#include "corridor/network/check.hpp"
#include "corridor/scenario/check.hpp"

#include "input/network_file.hpp"
#include "input/network_parts.hpp"
#include "input/table_reader.hpp"
#include "input/yaml_document.hpp"

namespace corridor {

namespace fs = std::filesystem;

namespace {

const std::vector<std::string>& part_keys() {
  static const std::vector<std::string> keys = {
      "modes",        "cargoes",      "countries", "unions",   "transfers",
      "gauge_change", "ports",        "borders",   "nodes",    "links",
      "node_figures", "link_figures", "corridors", "policies", "history"};
  return keys;
}

bool is_single(const std::string& key) { return key == "gauge_change" || key == "ports"; }

struct Table {
  std::string key;
  const std::vector<Column>& (*columns)();
};

const std::array<Table, 4>& tables() {
  static const std::array<Table, 4> all = {{{"nodes", node_columns},
                                            {"links", link_columns},
                                            {"history", history_columns},
                                            {"benchmarks", benchmark_columns}}};
  return all;
}

/// Gathers the parts of a network from its files.
class Gatherer {
 public:
  Gatherer(Reading& reading, fs::path folder, fs::path root)
      : reading_{reading}, folder_{std::move(folder)}, root_{std::move(root)} {}

  void read(const SourceFile& source, const MapReader& map) {
    add_bytes(source);
    take_parts(map);
    for (const FileValue* entry : map.list("include")) read_included(*entry, source);
    read_tables(map);
  }

  NetworkParts& parts() { return parts_; }
  std::string content_hash() const { return hash_.text(); }

 private:
  void add_bytes(const SourceFile& source) {
    hash_.add(source.bytes);
    hash_.add(std::string_view{"\0", 1});  // so that moving a line to the next file shows
    seen_.push_back(&source);
  }

  void take_parts(const MapReader& map) {
    for (const std::string& key : part_keys()) {
      const FileValue* value = map.find(key);
      if (value == nullptr) continue;
      std::vector<const FileValue*>& part = parts_[key];
      if (!is_single(key)) {
        for (const FileValue* entry : map.list(key)) part.push_back(entry);
      } else if (part.empty()) {
        part.push_back(value);
      } else {
        reading_.error(value->at(), fmt::format("'{}' is given already", key),
                       fmt::format("in {}", part.front()->file->name));
      }
    }
  }

  /// The file that a value names; nothing, and an error, if it is read already.
  const SourceFile* file_of(const FileValue& named) {
    const auto path = reading_.find_file(named, folder_, root_);
    if (!path) return nullptr;
    const SourceFile* source = reading_.load(*path, named.at());
    for (const SourceFile* before : seen_) {
      if (source != before) continue;
      reading_.error(named.at(), fmt::format("{} is read already", in_quotes(named.text)),
                     before == seen_.front() ? "a network does not include itself" : "");
      return nullptr;
    }
    if (source != nullptr) add_bytes(*source);
    return source;
  }

  void read_included(const FileValue& named, const SourceFile& first) {
    const SourceFile* source = file_of(named);
    const FileValue* root = source != nullptr ? parse_yaml(*source, reading_) : nullptr;
    if (root == nullptr) return;
    if (root->find("include") != nullptr) {
      reading_.error(root->find("include")->at(), "an included file includes no others",
                     fmt::format("name them all in {}", first.name));
    }
    std::vector<std::string> known = part_keys();
    known.emplace_back("version");
    known.emplace_back("include");
    take_parts(MapReader{reading_, *root, "a file of the network", known});
  }

  void read_tables(const MapReader& map) {
    static const std::vector<std::string> keys = {"nodes", "links", "history", "benchmarks"};
    const FileValue* value = map.find("tables");
    if (value == nullptr) return;
    const MapReader named{reading_, *value, "'tables'", keys};
    for (const Table& table : tables()) {
      const FileValue* name = named.find(table.key);
      const SourceFile* source = name != nullptr ? file_of(*name) : nullptr;
      if (source == nullptr) continue;
      std::vector<const FileValue*>& part = parts_[table.key];
      for (const FileValue* row : read_table(*source, table.columns(), reading_))
        part.push_back(row);
    }
  }

  Reading& reading_;
  fs::path folder_;
  fs::path root_;
  NetworkParts parts_;
  ContentHash hash_;
  std::vector<const SourceFile*> seen_;
};

/// Hands on what a check found; what has no place in a file is said of the whole one.
void tell(Diagnostic diagnostic, const SourceFile& source, Reading& reading) {
  if (diagnostic.at.file.empty()) diagnostic.at = {source.name, 1, 1};
  if (diagnostic.severity == Severity::error) {
    reading.error(diagnostic.at, diagnostic.message, diagnostic.hint);
  } else {
    reading.diagnostics().add(std::move(diagnostic));
  }
}

/// The checks of module network, but for things in which something was wrong already.
void check_but(const std::set<std::string>& faulty, const SourceFile& source,
               const Network& network, Reading& reading) {
  Diagnostics found = reading.diagnostics();
  const std::size_t before = found.list().size();
  const bool was_faulty = found.has_errors();
  check(network, found);
  for (std::size_t i = before; i < found.list().size(); ++i) {
    const Diagnostic& diagnostic = found.list()[i];
    const SourcePos& at = diagnostic.at;
    if (faulty.contains(fmt::format("{}:{}:{}", at.file, at.line, at.column))) continue;
    if (was_faulty && (at.line == 0 || diagnostic.severity == Severity::warning)) continue;
    tell(diagnostic, source, reading);
  }
}

/// Policies can be tried only on a network in which nothing is wrong.
void try_policies(const SourceFile& source, const Network& network, Reading& reading) {
  Diagnostics found;
  check_policies(network, found);
  for (const Diagnostic& diagnostic : found.list()) tell(diagnostic, source, reading);
}

}  // namespace

void check_version(const MapReader& map) {
  const auto version = map.needed_text("version");
  if (!version || *version == "1") return;
  map.error("version", fmt::format("version {} of the format is not known", in_quotes(*version)),
            "this program reads version 1");
}

void NetworkReader::read() {
  read_countries();
  read_unions();
  read_modes();
  read_cargoes();
  read_nodes();
  read_links();
  read_node_figures();
  read_link_figures();
  read_corridors();
  read_transfers();
  read_defaults();
  read_borders();
  read_policies();
  read_history();
  read_benchmarks();
}

std::optional<Network> read_network_source(Reading& reading, const SourceFile& source,
                                           const fs::path& folder, const fs::path& root) {
  const std::size_t errors_before = reading.error_count();
  const FileValue* document = parse_yaml(source, reading);
  if (document == nullptr) return {};
  std::vector<std::string> known = {"version",    "network", "title",
                                    "state_date", "tables",  "include"};
  known.insert(known.end(), part_keys().begin(), part_keys().end());
  const MapReader map{reading, *document, "a network", known};
  if (!map.is_map()) return {};
  check_version(map);
  Network network;
  network.id = map.id("network").value_or("");
  network.title = map.text("title").value_or(network.id);
  network.state_date = map.date("state_date").value_or(Date{});
  Gatherer gatherer{reading, folder, root};
  gatherer.read(source, map);
  if (gatherer.parts().contains("history") && map.find("state_date") == nullptr) {
    reading.error(map.at(), "a network with a history needs 'state_date'",
                  "the day that the tables describe");
  }
  for (const char* key : {"modes", "cargoes"}) {
    if (!gatherer.parts().contains(key)) {
      reading.error(map.at(), fmt::format("a network needs '{}'", key));
    }
  }
  network.content_hash = gatherer.content_hash();
  NetworkReader reader{reading, gatherer.parts(), network};
  reader.read();
  check_but(reader.faulty(), source, network, reading);
  if (reading.error_count() == errors_before) try_policies(source, network, reading);
  return network;
}

std::optional<Network> read_network_file(Reading& reading, const fs::path& path,
                                         const fs::path& root, const SourcePos& at) {
  std::error_code fault;
  fs::path file = path;
  if (fs::is_directory(path, fault)) {
    file = path / "network.yaml";
    if (!fs::exists(file, fault)) {
      reading.error(at, fmt::format("the folder {} holds no network.yaml", in_quotes(shown(path))));
      return {};
    }
  }
  const SourceFile* source = reading.load(file, at);
  if (source == nullptr) return {};
  return read_network_source(reading, *source, file.parent_path(), root);
}

Network read_network(const fs::path& file_or_folder, Diagnostics& warnings,
                     const ReadOptions& options) {
  Reading reading{options};
  std::error_code fault;
  const bool is_folder = fs::is_directory(file_or_folder, fault);
  const fs::path root = is_folder ? file_or_folder : file_or_folder.parent_path();
  auto network = read_network_file(reading, file_or_folder, root, {shown(file_or_folder), 0, 0});
  reading.finish(warnings);
  return std::move(*network);
}

Network read_network_text(const std::string& yaml, const std::string& name, const fs::path& folder,
                          Diagnostics& warnings, const ReadOptions& options) {
  Reading reading{options};
  std::optional<Network> network;
  if (const SourceFile* source = reading.load_text(name, yaml)) {
    network = read_network_source(reading, *source, folder, folder);
  }
  reading.finish(warnings);
  return std::move(*network);
}

}  // namespace corridor
