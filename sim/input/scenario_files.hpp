#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "input/scenario_draft.hpp"

namespace corridor {

/// The network that a scenario stands on: where the file says so.
struct NetworkPlace {
  std::filesystem::path path;
  std::filesystem::path root;
  SourcePos at;
};

/// Reads scenario files, each once, and puts together those that extend one another.
class ScenarioFiles {
 public:
  explicit ScenarioFiles(Reading& reading) : reading_{reading} {}

  /// The file at a path, or null. `at` names it.
  const ScenarioDraft* load(const std::filesystem::path& file, const std::filesystem::path& root,
                            const SourcePos& at);
  const ScenarioDraft* load_text(const std::string& yaml, const std::string& name,
                                 const std::filesystem::path& folder);

  /// The scenario with the changes of those that it extends, and its baseline.
  Scenario build(const ScenarioDraft& draft);

  /// By itself, by what it extends, or by its baseline; nothing if none of them names one.
  std::optional<NetworkPlace> network_of(const ScenarioDraft& draft);

  /// Whether a file of the scenario, or one that it extends or compares with, is wrong.
  bool has_faults(const ScenarioDraft& draft);

  /// The scenario to compare with; null if there is none.
  const ScenarioDraft* baseline_of(const ScenarioDraft& draft);

 private:
  using Drafts = std::vector<const ScenarioDraft*>;

  const ScenarioDraft* take(const SourceFile& source, const std::filesystem::path& folder,
                            const std::filesystem::path& root);
  /// The scenario that `extends` or `baseline` names: a path or an id.
  const ScenarioDraft* find(const FileValue& named, const ScenarioDraft& from);
  /// What a scenario extends, each once, each after what it extends itself; last the scenario.
  Drafts fold(const ScenarioDraft& draft);
  void fold_into(const ScenarioDraft& draft, const FileValue* named, Drafts& path, Drafts& folded);
  /// The demand that the scenario or one that it extends names.
  const DemandPlan* demand_of(const ScenarioDraft& draft, const Drafts& folded);
  const DemandPlan* load_demand(const ScenarioDraft& draft);
  Scenario build_on(const ScenarioDraft& draft, Drafts& compared);
  void check_company(const Drafts& folded, const ScenarioDraft& draft);

  Reading& reading_;
  std::map<const SourceFile*, std::optional<ScenarioDraft>> drafts_;
  std::map<const FileValue*, const ScenarioDraft*> named_;
  std::map<const SourceFile*, std::optional<DemandPlan>> plans_;
};

}  // namespace corridor
