#include "corridor/report/report.hpp"

#include "report/json.hpp"
#include "report/number.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

std::string cell_text(const Listing::Cell& cell, const Listing::Column& column, Format format) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  const double value = std::get<double>(cell);
  return format == Format::csv ? plain_number(value, column.decimals)
                               : number(value, column.decimals);
}

Table table_of(const Listing& listing, Format format) {
  Table table;
  for (std::size_t column = 0; column < listing.columns.size(); ++column) {
    const Listing::Column& head = listing.columns[column];
    table.headings.push_back(format == Format::csv ? head.key : head.heading);
    const bool numeric =
        !listing.rows.empty() && std::holds_alternative<double>(listing.rows.front()[column]);
    table.align.push_back(numeric ? Align::right : Align::left);
  }
  for (const auto& row : listing.rows) {
    std::vector<std::string> cells;
    for (std::size_t column = 0; column < row.size(); ++column) {
      cells.push_back(cell_text(row[column], listing.columns[column], format));
    }
    table.rows.push_back(std::move(cells));
  }
  if (format != Format::csv) {
    const std::string noun = listing.what.substr(0, listing.what.size() - 1);
    table.notes.push_back(count_of(listing.rows.size(), noun));
  }
  return table;
}

std::string json_of(const Listing& listing) {
  Json out{{"schema", "corridor/1"}, {"command", "list"}, {"what", listing.what}};
  out["records"] = Json::array();
  for (const auto& row : listing.rows) {
    Json record = Json::object();
    for (std::size_t column = 0; column < row.size(); ++column) {
      const std::string& key = listing.columns[column].key;
      if (const auto* text = std::get_if<std::string>(&row[column])) {
        record[key] = *text;
      } else {
        record[key] = json_number(std::get<double>(row[column]));
      }
    }
    out["records"].push_back(std::move(record));
  }
  return dump(out);
}

}  // namespace

std::string report_listing(const Listing& listing, Format format) {
  if (format == Format::json) return json_of(listing);
  return render(table_of(listing, format), format);
}

}  // namespace corridor
