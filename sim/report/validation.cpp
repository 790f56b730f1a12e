#include <algorithm>

#include "corridor/network/names.hpp"
#include "corridor/report/report.hpp"

#include "report/document.hpp"
#include "report/json.hpp"
#include "report/number.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

struct MeasureHeading {
  BenchmarkMeasure measure;
  const char* title;
  int decimals;
  double scale;
};
constexpr MeasureHeading headings[] = {
    {BenchmarkMeasure::length_km, "Length, km", 0, 1},
    {BenchmarkMeasure::time_d, "Time, d", 1, 1},
    {BenchmarkMeasure::cost_usd_teu, "Cost, USD/TEU", 0, 1},
    {BenchmarkMeasure::capacity_t_yr, "Capacity, Mt/yr", 2, 1e-6},
    {BenchmarkMeasure::ratio, "Ratio of two corridors", 2, 1},
};

std::string range_text(const Benchmark& benchmark, const MeasureHeading& style) {
  if (benchmark.low == benchmark.high) return "";
  return number(benchmark.low * style.scale, style.decimals) + " to " +
         number(benchmark.high * style.scale, style.decimals);
}

std::string input_text(UsedAsInput used) { return used == UsedAsInput::no ? "" : to_string(used); }

/// `what` in words finds room everywhere but in text, where ids have to do.
Table measure_table(const Validation& validation, const MeasureHeading& style, bool in_words) {
  Table table;
  table.title = style.title;
  table.headings = {"id", "published", "range", "model", "error %", "in range", "input"};
  table.align = {Align::left,  Align::right, Align::right, Align::right,
                 Align::right, Align::left,  Align::left};
  for (const ValidationRow& row : validation.rows) {
    const Benchmark& benchmark = *row.benchmark;
    if (benchmark.measure != style.measure || !row.model) continue;
    table.rows.push_back({benchmark.id, number(benchmark.value * style.scale, style.decimals),
                          range_text(benchmark, style),
                          number(*row.model * style.scale, style.decimals),
                          signed_number(100 * row.error, 1), row.within_range ? "yes" : "no",
                          input_text(benchmark.used_as_input)});
    if (in_words) table.rows.back().push_back(benchmark.what);
  }
  if (in_words) table.headings.emplace_back("what");
  return table;
}

Table median_table(const Validation& validation) {
  const auto share = [](int count, double median) {
    return count > 0 ? number(100 * median, 1) : "-";
  };
  Table table;
  table.headings = {"median absolute error", "rows", "%", "routes", "%"};
  table.align = {Align::left, Align::right, Align::right, Align::right, Align::right};
  for (const ValidationMedian& median : validation.medians) {
    table.rows.push_back({to_string(median.measure), std::to_string(median.rows),
                          share(median.rows, median.median_error), std::to_string(median.routes),
                          share(median.routes, median.median_of_routes)});
  }
  table.notes.emplace_back(
      "Over independent rows, whose figure was no input to the model; by routes, quotes of several "
      "years for one stretch count once.");
  return table;
}

/// What must be said about figures that the model does give, once for all rows that it is true of.
Facts remarks(const Validation& validation) {
  Facts facts;
  for (const ValidationRow& row : validation.rows) {
    if (!row.model || row.why.empty()) continue;
    const auto same = std::find_if(facts.begin(), facts.end(),
                                   [&](const Fact& fact) { return fact.text == row.why; });
    if (same == facts.end()) {
      facts.push_back({row.benchmark->id, row.why});
    } else {
      same->label += ", " + row.benchmark->id;
    }
  }
  for (Fact& fact : facts) {
    fact.text += " (" + fact.label + ")";
    fact.label = "-";
  }
  return facts;
}

Document document_of(const Compiled& compiled, const Validation& validation, bool in_words) {
  Document document{Heading{1, "Model against published figures, network " + compiled.network.id}};
  for (const MeasureHeading& style : headings) {
    Table table = measure_table(validation, style, in_words);
    if (!table.rows.empty()) document.emplace_back(std::move(table));
  }
  if (Facts facts = remarks(validation); !facts.empty()) {
    document.emplace_back(Heading{2, "Remarks"});
    document.emplace_back(std::move(facts));
  }
  Facts without;
  for (const ValidationRow& row : validation.rows) {
    if (row.model) continue;
    without.push_back({row.benchmark->id, row.benchmark->what + ": " + row.why});
  }
  if (!without.empty()) {
    document.emplace_back(Heading{2, "Without a figure of the model"});
    document.emplace_back(std::move(without));
  }
  document.emplace_back(Heading{2, "Medians"});
  document.emplace_back(median_table(validation));
  return document;
}

Table csv_of(const Validation& validation) {
  Table table;
  table.headings = {"id",           "what",          "corridor", "from", "to",     "against",
                    "measure",      "published",     "low",      "high", "model",  "error_percent",
                    "within_range", "used_as_input", "year",     "why",  "source", "confidence"};
  for (const ValidationRow& row : validation.rows) {
    const Benchmark& b = *row.benchmark;
    table.rows.push_back({b.id, b.what, b.corridor, b.from, b.to, b.against, to_string(b.measure),
                          plain_number(b.value, 3), plain_number(b.low, 3), plain_number(b.high, 3),
                          row.model ? plain_number(*row.model, 3) : "",
                          row.model ? plain_number(100 * row.error, 1) : "",
                          !row.model         ? ""
                          : row.within_range ? "yes"
                                             : "no",
                          to_string(b.used_as_input), b.year > 0 ? std::to_string(b.year) : "",
                          row.why, b.provenance.source, to_string(b.provenance.confidence)});
  }
  return table;
}

std::string json_of(const Compiled& compiled, const Validation& validation) {
  Json out = json_head(compiled.network, "validate");
  out["records"] = Json::array();
  for (const ValidationRow& row : validation.rows) {
    const Benchmark& b = *row.benchmark;
    out["records"].push_back({{"id", b.id},
                              {"what", b.what},
                              {"corridor", b.corridor},
                              {"from", b.from},
                              {"to", b.to},
                              {"against", b.against},
                              {"measure", to_string(b.measure)},
                              {"published", json_number(b.value)},
                              {"low", json_number(b.low)},
                              {"high", json_number(b.high)},
                              {"model", row.model ? json_number(*row.model) : Json(nullptr)},
                              {"error", row.model ? json_number(row.error) : Json(nullptr)},
                              {"within_range", row.model ? Json(row.within_range) : Json(nullptr)},
                              {"used_as_input", to_string(b.used_as_input)},
                              {"year", b.year > 0 ? Json(b.year) : Json(nullptr)},
                              {"why", row.why},
                              {"source", b.provenance.source},
                              {"confidence", to_string(b.provenance.confidence)}});
  }
  out["medians"] = Json::array();
  for (const ValidationMedian& median : validation.medians) {
    out["medians"].push_back(
        {{"measure", to_string(median.measure)},
         {"rows", median.rows},
         {"median_error", median.rows > 0 ? json_number(median.median_error) : Json(nullptr)},
         {"routes", median.routes},
         {"median_of_routes",
          median.routes > 0 ? json_number(median.median_of_routes) : Json(nullptr)}});
  }
  return dump(out);
}

}  // namespace

std::string report_validation(const Compiled& compiled, const Validation& validation,
                              Format format) {
  if (format == Format::json) return json_of(compiled, validation);
  if (format == Format::csv) return render(csv_of(validation), format);
  return render(document_of(compiled, validation, format != Format::text), format);
}

}  // namespace corridor
