#include "input/scenario_files.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "corridor/core/hash.hpp"
#include "corridor/core/nearest.hpp"

#include "input/demand_file.hpp"

namespace corridor {

namespace fs = std::filesystem;

namespace {

bool is_path(const std::string& text) {
  const fs::path path{text};
  return text.find('/') != std::string::npos || path.extension() == ".yaml" ||
         path.extension() == ".yml";
}

/// The files that an id stands for: `a-b.yaml`, then `a_b.yaml`.
std::array<std::string, 2> files_of_id(const std::string& id) {
  std::string with_dashes = id;
  std::replace(with_dashes.begin(), with_dashes.end(), '_', '-');
  return {with_dashes + ".yaml", id + ".yaml"};
}

/// "a extends b extends a".
std::string chain(const std::vector<const ScenarioDraft*>& path, const ScenarioDraft& last,
                  std::string_view verb) {
  const auto first = std::find(path.begin(), path.end(), &last);
  std::string text;
  for (auto i = first; i != path.end(); ++i) text += fmt::format("{} {} ", (*i)->scenario.id, verb);
  return text + last.scenario.id;
}

/// A scenario and its baseline are compared with the same demand, unless both name one.
void share_demand(Scenario& scenario) {
  if (scenario.baseline.empty()) return;
  Scenario& baseline = scenario.baseline.front();
  if (!scenario.demand) scenario.demand = baseline.demand;
  if (baseline.demand) return;
  baseline.demand = scenario.demand;
  share_demand(baseline);
}

}  // namespace

const ScenarioDraft* ScenarioFiles::take(const SourceFile& source, const fs::path& folder,
                                         const fs::path& root) {
  const auto [found, is_new] = drafts_.try_emplace(&source);
  if (is_new) found->second = read_scenario_draft(reading_, source, folder, root);
  return found->second ? &*found->second : nullptr;
}

const ScenarioDraft* ScenarioFiles::load(const fs::path& file, const fs::path& root,
                                         const SourcePos& at) {
  const SourceFile* source = reading_.load(file, at);
  return source != nullptr ? take(*source, file.parent_path(), root) : nullptr;
}

const ScenarioDraft* ScenarioFiles::load_text(const std::string& yaml, const std::string& name,
                                              const fs::path& folder) {
  const SourceFile* source = reading_.load_text(name, yaml);
  return source != nullptr ? take(*source, folder, folder) : nullptr;
}

const ScenarioDraft* ScenarioFiles::find(const FileValue& named, const ScenarioDraft& from) {
  const auto [known, is_new] = named_.try_emplace(&named, nullptr);
  if (!is_new) return known->second;
  FileValue file = named;
  const bool by_id = named.is_text() && !named.text.empty() && !is_path(named.text);
  if (by_id) {
    std::error_code fault;
    const auto names = files_of_id(named.text);
    const bool second =
        !fs::exists(from.folder / names[0], fault) && fs::exists(from.folder / names[1], fault);
    file.text = second ? names[1] : names[0];
  }
  const auto path = reading_.find_file(file, from.folder, from.root);
  if (!path) return nullptr;
  const ScenarioDraft* draft = load(*path, from.root, named.at());
  if (draft != nullptr && by_id && !draft->scenario.id.empty() &&
      draft->scenario.id != named.text) {
    reading_.error(named.at(),
                   fmt::format("{} holds the scenario {}, not {}", in_quotes(shown(*path)),
                               in_quotes(draft->scenario.id), in_quotes(named.text)));
  }
  named_[&named] = draft;
  return draft;
}

const ScenarioDraft* ScenarioFiles::baseline_of(const ScenarioDraft& draft) {
  return draft.baseline != nullptr ? find(*draft.baseline, draft) : nullptr;
}

void ScenarioFiles::fold_into(const ScenarioDraft& draft, const FileValue* named, Drafts& path,
                              Drafts& folded) {
  if (std::find(path.begin(), path.end(), &draft) != path.end()) {
    reading_.error(named->at(), "a scenario extends itself", chain(path, draft, "extends"));
    return;
  }
  if (std::find(folded.begin(), folded.end(), &draft) != folded.end()) return;
  if (path.size() >= reading_.options().max_depth) {
    reading_.error(named->at(),
                   fmt::format("more than {} scenarios extend one another", path.size()));
    return;
  }
  path.push_back(&draft);
  for (const FileValue* extended : draft.extends) {
    if (const ScenarioDraft* found = find(*extended, draft))
      fold_into(*found, extended, path, folded);
  }
  path.pop_back();
  folded.push_back(&draft);
}

ScenarioFiles::Drafts ScenarioFiles::fold(const ScenarioDraft& draft) {
  Drafts path;
  Drafts folded;
  fold_into(draft, nullptr, path, folded);
  return folded;
}

void ScenarioFiles::check_company(const Drafts& folded, const ScenarioDraft& draft) {
  std::vector<std::string> present;
  for (const ScenarioDraft* member : folded) present.push_back(member->scenario.id);
  const auto is_present = [&](const std::string& id) {
    return std::find(present.begin(), present.end(), id) != present.end();
  };
  for (const ScenarioDraft* member : folded) {
    const std::string_view self = member->scenario.id;
    for (const Name& wanted : member->scenario.requires_ids) {
      if (is_present(wanted.text)) continue;
      reading_.error(wanted.at,
                     fmt::format("{} requires {}, which {} does not extend", in_quotes(self),
                                 in_quotes(wanted.text), in_quotes(draft.scenario.id)),
                     fmt::format("add it to 'extends' of {}", draft.source->name));
    }
    for (const Name& unwanted : member->scenario.conflicts) {
      if (!is_present(unwanted.text)) continue;
      reading_.error(unwanted.at,
                     fmt::format("{} and {} exclude each other, and {} has both", in_quotes(self),
                                 in_quotes(unwanted.text), in_quotes(draft.scenario.id)));
    }
  }
}

const DemandPlan* ScenarioFiles::load_demand(const ScenarioDraft& draft) {
  const auto path = reading_.find_file(*draft.demand, draft.folder, draft.root);
  const SourceFile* source = path ? reading_.load(*path, draft.demand->at()) : nullptr;
  if (source == nullptr) return nullptr;
  const auto [plan, is_new] = plans_.try_emplace(source);
  if (is_new) plan->second = read_demand_plan(reading_, *source);
  return plan->second ? &*plan->second : nullptr;
}

const DemandPlan* ScenarioFiles::demand_of(const ScenarioDraft& draft, const Drafts& folded) {
  if (draft.demand != nullptr) return load_demand(draft);
  const DemandPlan* found = nullptr;
  const ScenarioDraft* first = nullptr;
  for (const ScenarioDraft* member : folded) {
    if (member->demand == nullptr) continue;
    const DemandPlan* plan = load_demand(*member);
    if (plan == nullptr) continue;
    if (found != nullptr && plan != found) {
      reading_.error(draft.scenario.at,
                     fmt::format("{} extends {} and {}, which have different demands",
                                 in_quotes(draft.scenario.id), in_quotes(first->scenario.id),
                                 in_quotes(member->scenario.id)),
                     "name the one that holds: 'demand'");
    }
    found = plan;
    first = member;
  }
  return found;
}

Scenario ScenarioFiles::build_on(const ScenarioDraft& draft, Drafts& compared) {
  const Drafts folded = fold(draft);
  check_company(folded, draft);
  Scenario scenario = draft.scenario;
  scenario.changes.clear();
  ContentHash hash;
  std::set<std::string> trips;
  for (const ScenarioDraft* member : folded) {
    hash.add(member->source->bytes);
    const Scenario& own = member->scenario;
    scenario.changes.insert(scenario.changes.end(), own.changes.begin(), own.changes.end());
    if (member == &draft) continue;
    scenario.extends.push_back(own.id);
    for (const Trip& trip : own.trips) {
      if (!draft.has_trips && trips.insert(trip.id).second) scenario.trips.push_back(trip);
    }
  }
  if (const DemandPlan* demand = demand_of(draft, folded)) {
    scenario.demand = *demand;
    hash.add(demand->content_hash);
  }
  compared.push_back(&draft);
  if (const ScenarioDraft* baseline = baseline_of(draft)) {
    if (std::find(compared.begin(), compared.end(), baseline) != compared.end()) {
      reading_.error(draft.baseline->at(), "a scenario is its own baseline",
                     chain(compared, *baseline, "stands on"));
    } else if (compared.size() >= reading_.options().max_depth) {
      reading_.error(draft.baseline->at(), fmt::format("more than {} baselines", compared.size()));
    } else {
      scenario.baseline.push_back(build_on(*baseline, compared));
      hash.add(scenario.baseline.front().content_hash);
    }
  }
  share_demand(scenario);
  scenario.content_hash = hash.text();
  return scenario;
}

Scenario ScenarioFiles::build(const ScenarioDraft& draft) {
  Drafts compared;
  return build_on(draft, compared);
}

std::optional<NetworkPlace> ScenarioFiles::network_of(const ScenarioDraft& draft) {
  const auto place_of = [&](const ScenarioDraft& member) -> std::optional<NetworkPlace> {
    if (member.network == nullptr) return {};
    const auto path = reading_.find_file(*member.network, member.folder, member.root);
    if (!path) return {};
    return NetworkPlace{*path, member.root, member.network->at()};
  };
  std::set<const ScenarioDraft*> seen;
  for (const ScenarioDraft* next = &draft; next != nullptr && seen.insert(next).second;
       next = baseline_of(*next)) {
    if (next->network != nullptr) return place_of(*next);
    for (const ScenarioDraft* member : fold(*next)) {
      if (member->network != nullptr) return place_of(*member);
    }
  }
  return {};
}

bool ScenarioFiles::has_faults(const ScenarioDraft& draft) {
  std::set<const ScenarioDraft*> seen;
  for (const ScenarioDraft* next = &draft; next != nullptr && seen.insert(next).second;
       next = baseline_of(*next)) {
    for (const ScenarioDraft* member : fold(*next)) {
      if (member->has_faults) return true;
    }
  }
  return false;
}

}  // namespace corridor
