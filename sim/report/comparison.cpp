#include <algorithm>
#include <cmath>

#include "corridor/report/report.hpp"
#include "corridor/scenario/names.hpp"

#include "report/carriage_parts.hpp"
#include "report/document.hpp"
#include "report/json.hpp"
#include "report/measures.hpp"
#include "report/number.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

const char* by_text(CompareBy by) {
  switch (by) {
    case CompareBy::trip:
      return "trip";
    case CompareBy::corridor:
      return "corridor";
    case CompareBy::country:
      return "country";
    case CompareBy::mode:
      return "mode";
  }
  return "";
}

/// Decimals and scale of a row; throughput is read in Mt/yr, all else as it comes.
MeasureStyle row_style(const ComparisonTable& table, std::size_t row) {
  const bool teu = table.row_units[row].ends_with("TEU");
  MeasureStyle style = style_of(table.measure, teu ? Per::teu : Per::tonne);
  if (table.measure != Measure::throughput) style.unit = table.row_units[row];
  return style;
}

bool one_unit(const ComparisonTable& table) {
  return std::all_of(table.row_units.begin(), table.row_units.end(),
                     [&](const std::string& unit) { return unit == table.row_units.front(); });
}

Mark mark_at(const ComparisonTable& table, std::size_t row, std::size_t column) {
  if (table.best[row] == static_cast<int>(column)) return Mark::best;
  if (table.worst[row] == static_cast<int>(column)) return Mark::worst;
  return Mark::none;
}

/// The columns from `first` on, `count` of them, under the headings given for all.
Table part(const ComparisonTable& table, std::size_t first, std::size_t count,
           const std::vector<std::string>& headings) {
  const bool unit_column = !one_unit(table);
  Table out;
  out.headings = {by_text(table.by)};
  out.align = {Align::left};
  if (unit_column) {
    out.headings.emplace_back("unit");
    out.align.push_back(Align::left);
  }
  for (std::size_t column = first; column < first + count; ++column) {
    out.headings.push_back(headings[column]);
    out.align.push_back(Align::right);
  }
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const MeasureStyle style = row_style(table, row);
    std::vector<std::string> cells{table.rows[row]};
    std::vector<Mark> marks{Mark::none};
    if (unit_column) {
      cells.push_back(style.unit);
      marks.push_back(Mark::none);
    }
    for (std::size_t column = first; column < first + count; ++column) {
      cells.push_back(number(table.values[row][column] * style.scale, style.decimals));
      marks.push_back(mark_at(table, row, column));
    }
    out.rows.push_back(std::move(cells));
    out.marks.push_back(std::move(marks));
  }
  return out;
}

std::size_t text_width(const Table& table) {
  const std::string text = render(table, Format::text);
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    width = std::max(width, display_width(std::string_view{text}.substr(at, end - at)));
    at = end + 1;
  }
  return width;
}

/// The whole table under numbers instead of names, cut into pieces that fit a page.
void add_numbered(Document& document, const ComparisonTable& table) {
  std::vector<std::string> numbers;
  Facts legend;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    numbers.push_back("[" + std::to_string(column + 1) + "]");
    legend.push_back({numbers.back(), table.columns[column]});
  }
  document.emplace_back(std::move(legend));
  for (std::size_t first = 0; first < table.columns.size();) {
    std::size_t count = table.columns.size() - first;
    while (count > 1 && text_width(part(table, first, count, numbers)) > page_width) --count;
    document.emplace_back(part(table, first, count, numbers));
    first += count;
  }
}

Document document_of(const ComparisonTable& table, Format format) {
  MeasureStyle style = style_of(table.measure, Per::tonne);
  style.unit = table.rows.empty() || !one_unit(table) ? "" : row_style(table, 0).unit;
  Document document{Heading{1, with_unit(style) + ", by " + by_text(table.by)}};
  const Table whole = part(table, 0, table.columns.size(), table.columns);
  if (format == Format::text && text_width(whole) > page_width) {
    add_numbered(document, table);
  } else {
    document.emplace_back(whole);
  }
  const auto marked = [](int column) { return column >= 0; };
  if (std::any_of(table.best.begin(), table.best.end(), marked)) {
    document.emplace_back(Paragraph{format == Format::text
                                        ? "+ best of its row, - worst; a dash alone: no route"
                                        : "Bold: best of its row; italic: worst."});
  }
  if (!table.left_out.empty()) {
    document.emplace_back(Paragraph{"Left out, as a scenario lacks it or a route for it: " +
                                    list_some(table.left_out, table.left_out.size()) + "."});
  }
  return document;
}

std::string demand_text(const CarriageReport& demand) {
  return demand.results.empty()
             ? method_text(demand.options.method)
             : demand.results.front().demand + ", " + method_text(demand.options.method);
}

/// A row for each scenario: there are more of them than of totals.
Table demand_table(const CarriageReport& demand) {
  Table table;
  table.headings = {"scenario"};
  table.align = {Align::left};
  for (const CarriageResult& result : demand.results) {
    std::vector<std::string> row{result.scenario->id};
    for (const CarriageTotal& total : totals_of(result)) {
      if (table.rows.empty()) {
        table.headings.push_back(total.label);
        table.align.push_back(Align::right);
      }
      row.push_back(number(total.after * total.scale, total.decimals));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

void add_demand(const CarriageReport& demand, Table& out) {
  for (const CarriageResult& result : demand.results) {
    for (const CarriageTotal& total : totals_of(result)) {
      out.rows.push_back({"demand", result.demand, result.scenario->id, total.key, total.unit,
                          plain_number(total.after, 2), ""});
    }
  }
}

Table csv_of(const std::vector<ComparisonTable>& tables, const CarriageReport* demand) {
  Table out;
  out.headings = {"by", "id", "scenario", "measure", "unit", "value", "mark"};
  for (const ComparisonTable& table : tables) {
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const Mark mark = mark_at(table, row, column);
        out.rows.push_back({by_text(table.by), table.rows[row], table.columns[column],
                            to_string(table.measure), table.row_units[row],
                            plain_number(table.values[row][column], 2),
                            mark == Mark::best    ? "best"
                            : mark == Mark::worst ? "worst"
                                                  : ""});
      }
    }
  }
  if (demand != nullptr) add_demand(*demand, out);
  return out;
}

void add_records(Json& records, const ComparisonTable& table) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const double value = table.values[row][column];
      records.push_back({{"scenario", table.columns[column]},
                         {by_text(table.by), table.rows[row]},
                         {"measure", to_string(table.measure)},
                         {"unit", table.row_units[row]},
                         {"value", json_number(value)},
                         {"unlimited", std::isinf(value)},
                         {"reachable", !std::isnan(value)},
                         {"best", mark_at(table, row, column) == Mark::best},
                         {"worst", mark_at(table, row, column) == Mark::worst}});
    }
  }
}

std::string json_of(const Compiled& compiled, const std::vector<ComparisonTable>& tables,
                    const CarriageReport* demand) {
  Json out = json_head(compiled.network, "compare");
  out["scenarios"] = tables.empty() ? std::vector<std::string>{} : tables.front().columns;
  out["left_out"] = tables.empty() ? std::vector<std::string>{} : tables.front().left_out;
  out["records"] = Json::array();
  for (const ComparisonTable& table : tables) add_records(out["records"], table);
  if (demand != nullptr) out["demand"] = carriage_records(compiled, *demand);
  return dump(out);
}

}  // namespace

std::string report_comparison(const Compiled& compiled, const std::vector<ComparisonTable>& tables,
                              Format format, const CarriageReport* demand) {
  if (format == Format::json) return json_of(compiled, tables, demand);
  if (format == Format::csv) return render(csv_of(tables, demand), format);
  Document document;
  for (const ComparisonTable& table : tables) {
    for (Block& block : document_of(table, format)) document.push_back(std::move(block));
  }
  if (demand != nullptr) {
    document.emplace_back(Heading{1, "demand carried, " + demand_text(*demand)});
    document.emplace_back(demand_table(*demand));
  }
  return render(document, format);
}

}  // namespace corridor
