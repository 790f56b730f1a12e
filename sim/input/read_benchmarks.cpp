#include <utility>

#include <fmt/format.h>

#include "corridor/network/names.hpp"

#include "input/network_parts.hpp"

namespace corridor {

namespace {

constexpr int first_year = 1800;
constexpr int last_year = 2200;

}  // namespace

const std::vector<Column>& benchmark_columns() {
  static const std::vector<Column> columns = [] {
    std::vector<Column> made;
    for (const char* name :
         {"id", "what", "corridor", "from", "to", "against", "measure", "value", "low", "high",
          "unit", "year", "used_as_input", "why_not", "source", "confidence"}) {
      const std::string key = name;
      const bool required = key == "id" || key == "what" || key == "measure" || key == "source";
      made.push_back({key, key, "", Column::Kind::text, required});
    }
    return made;
  }();
  return columns;
}

void NetworkReader::read_benchmarks() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> made;
    for (const Column& column : benchmark_columns()) made.push_back(column.key);
    return made;
  }();
  for_each("benchmarks", [&](const FileValue& value) {
    const MapReader map{reading_, value, "a benchmark", keys};
    Benchmark benchmark;
    benchmark.at = value.at();
    benchmark.id = map.needed_text("id").value_or("");
    benchmark.what = map.needed_text("what").value_or("");
    for (const auto& [key, slot] :
         {std::pair{"corridor", &benchmark.corridor}, std::pair{"against", &benchmark.against}}) {
      const auto name = map.name(key);
      if (name && find_corridor(reading_, network_, *name)) *slot = name->text;
    }
    for (const auto& [key, slot] :
         {std::pair{"from", &benchmark.from}, std::pair{"to", &benchmark.to}}) {
      const auto name = map.name(key);
      if (name && find_node(reading_, network_, *name)) *slot = name->text;
    }
    map.need("measure");
    benchmark.measure = map.one_of<BenchmarkMeasure>("measure", benchmark_measure_names())
                            .value_or(BenchmarkMeasure::not_modelled);
    if (benchmark.measure != BenchmarkMeasure::not_modelled) map.need("value");
    benchmark.value = map.number("value").value_or(0);
    benchmark.low = map.number("low").value_or(benchmark.value);
    benchmark.high = map.number("high").value_or(benchmark.value);
    benchmark.unit = map.text("unit").value_or("");
    benchmark.year = map.whole_number("year", first_year, last_year).value_or(0);
    benchmark.used_as_input =
        map.one_of<UsedAsInput>("used_as_input", used_as_input_names()).value_or(UsedAsInput::no);
    benchmark.why_not = map.text("why_not").value_or("");
    map.need("source");
    benchmark.provenance = map.provenance();
    if (!benchmark.id.empty() && is_new(benchmark, map, "benchmark")) {
      network_.benchmarks.push_back(std::move(benchmark));
    }
  });
}

}  // namespace corridor
