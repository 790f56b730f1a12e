#include "corridor/study/compare.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "corridor/scenario/names.hpp"

#include "study/shares.hpp"

namespace corridor {

namespace {

constexpr double no_route = std::numeric_limits<double>::quiet_NaN();

double tonnes_per_unit(const Network& network, const Subject& subject) {
  return network.cargoes[subject.cargo].tonnes_per_unit().value;
}

/// One row a trip or a corridor, in the order in which the runs first name them.
void fill_by_subject(const Network& network, const std::vector<RunResult>& runs,
                     ComparisonTable& table) {
  const bool corridors = table.by == CompareBy::corridor;
  for (std::size_t column = 0; column < runs.size(); ++column) {
    for (const Subject& subject : runs[column].subjects) {
      if (subject.is_corridor != corridors) continue;
      auto row = std::ranges::find(table.rows, subject.id);
      if (row == table.rows.end()) {
        table.values.emplace_back(runs.size(), no_route);
        table.row_units.push_back(unit_of(table.measure, network.cargoes[subject.cargo].unit));
        row = table.rows.insert(table.rows.end(), subject.id);
      }
      table.values[static_cast<std::size_t>(row - table.rows.begin())][column] =
          measure_of(subject.scenario.evaluation, table.measure, tonnes_per_unit(network, subject));
    }
  }
}

/// Trips that have no route in some run, or that some run does not ask for.
std::vector<std::string> not_everywhere(const std::vector<RunResult>& runs) {
  std::vector<std::string> ids;
  for (const RunResult& run : runs) {
    for (const Subject& subject : run.subjects) {
      if (!subject.is_corridor && std::ranges::find(ids, subject.id) == ids.end()) {
        ids.push_back(subject.id);
      }
    }
  }
  std::erase_if(ids, [&](const std::string& id) {
    return std::ranges::all_of(runs, [&](const RunResult& run) {
      return std::ranges::any_of(run.subjects, [&](const Subject& subject) {
        return !subject.is_corridor && subject.id == id && subject.scenario.evaluation.reachable;
      });
    });
  });
  return ids;
}

/// Whether all trips count their cargo in one unit of one weight, so that charges can be added by
/// it.
bool one_unit(const Network& network, const std::vector<RunResult>& runs) {
  const Cargo* first = nullptr;
  for (const RunResult& run : runs) {
    for (const Subject& subject : run.subjects) {
      const Cargo& cargo = network.cargoes[subject.cargo];
      if (first == nullptr) first = &cargo;
      if (cargo.unit != first->unit || cargo.tonnes_per_unit() != first->tonnes_per_unit()) {
        return false;
      }
    }
  }
  return true;
}

void fill_by_place(const Compiled& compiled, const std::vector<RunResult>& runs,
                   ComparisonTable& table) {
  const bool by_unit = one_unit(compiled.network, runs);
  table.left_out = not_everywhere(runs);
  Shares shares{compiled, table.measure, table.by, runs.size()};
  for (std::size_t column = 0; column < runs.size(); ++column) {
    for (const Subject& subject : runs[column].subjects) {
      if (subject.is_corridor || std::ranges::count(table.left_out, subject.id) > 0) continue;
      shares.add(subject, column, by_unit ? tonnes_per_unit(compiled.network, subject) : 1);
    }
  }
  Per unit = Per::tonne;
  if (by_unit) {
    for (const RunResult& run : runs) {
      if (!run.subjects.empty()) unit = compiled.network.cargoes[run.subjects[0].cargo].unit;
    }
  }
  for (auto& [name, values] : shares.rows()) {
    table.rows.push_back(name);
    table.row_units.push_back(unit_of(table.measure, unit));
    table.values.push_back(values);
  }
}

/// Of the figures of a row the first smallest (or largest); -1 if all are alike or none is there.
int extreme(const std::vector<double>& row, bool smallest) {
  int at = -1;
  bool alike = true;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (std::isnan(row[i])) continue;
    if (at < 0) {
      at = static_cast<int>(i);
      continue;
    }
    const double known = row[static_cast<std::size_t>(at)];
    alike = alike && row[i] == known;
    if (smallest ? row[i] < known : row[i] > known) at = static_cast<int>(i);
  }
  return alike ? -1 : at;
}

}  // namespace

ComparisonTable compare(const Compiled& compiled, const std::vector<RunResult>& runs,
                        Measure measure, CompareBy by) {
  ComparisonTable table;
  table.measure = measure;
  table.by = by;
  for (const RunResult& run : runs) table.columns.push_back(run.scenario->id);
  if (by == CompareBy::trip || by == CompareBy::corridor) {
    fill_by_subject(compiled.network, runs, table);
  } else {
    fill_by_place(compiled, runs, table);
  }
  const bool lower_is_better = measure != Measure::throughput;
  for (const std::vector<double>& row : table.values) {
    table.best.push_back(extreme(row, lower_is_better));
    table.worst.push_back(extreme(row, !lower_is_better));
  }
  return table;
}

}  // namespace corridor
