#include "corridor/report/carriage.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "report/carriage_parts.hpp"
#include "report/measures.hpp"
#include "report/number.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

constexpr double mega = 1e-6;
constexpr double giga = 1e-9;

/// Of what a row is about, in columns, so that tables stay readable; csv and json hold ids.
constexpr std::size_t widest_name = 48;

const std::vector<UnmetCause> no_causes;

/// One result, and what it is shown by.
struct Shown {
  const Compiled& compiled;
  const CarriageReport& report;
  const CarriageResult& result;
  const std::vector<UnmetCause>& causes;
  bool against_baseline() const { return result.scenario != nullptr; }
};

/// The power of ten above it.
std::string power_text(double gap) {
  return "1e" + std::to_string(static_cast<int>(std::ceil(std::log10(gap) - 1e-9)));
}

std::string gap_text(const CarriageOptions& options, const Carriage& side) {
  if (side.converged) return "at most " + power_text(gap_of(options));
  return "up to " + power_text(side.relative_gap) + ", NOT as small as was asked for";
}

Facts head(const Shown& shown) {
  const Carriage& after = shown.result.changed;
  Facts facts;
  facts.push_back({"scenario", shown.against_baseline() ? shown.result.scenario->id
                                                        : "none: the network as it stands"});
  facts.push_back({"demand", shown.result.demand + ", " + std::to_string(after.pairs.size()) +
                                 " pairs of places and cargoes"});
  facts.push_back({"method", method_text(shown.report.options.method)});
  if (is_choice(shown.report.options.method)) {
    facts.push_back({"theta", number(shown.report.options.theta_t_usd, 3) + " per USD/t"});
  }
  facts.push_back({"state of", to_string(after.date)});
  facts.push_back({"gap", gap_text(shown.report.options, after)});
  if (after.certificate) {
    facts.push_back({"certificate", after.certificate->holds ? "holds" : "FAILS"});
  }
  return facts;
}

/// Before, after and change of a figure; only the figure without a baseline.
void add_figures(const Shown& shown, std::vector<std::string>& row, double before, double after,
                 int decimals) {
  if (shown.against_baseline()) row.push_back(number(before, decimals));
  row.push_back(number(after, decimals));
  if (shown.against_baseline()) {
    row.push_back(signed_number(printed_change(before, after, decimals), decimals));
  }
}

void add_headings(const Shown& shown, Table& table, const std::string& name) {
  if (!shown.against_baseline()) {
    table.headings.push_back(name);
    return;
  }
  table.headings.push_back(name + " before");
  table.headings.emplace_back("after");
  table.headings.emplace_back("change");
}

void align(Table& table, std::size_t words) {
  table.align.assign(table.headings.size(), Align::right);
  for (std::size_t i = 0; i < words; ++i) table.align[i] = Align::left;
}

Table totals(const Shown& shown) {
  Table table;
  table.headings = {"in a year"};
  if (shown.against_baseline()) {
    table.headings.insert(table.headings.end(), {"before", "after", "change", "%"});
  } else {
    table.headings.emplace_back("value");
  }
  for (const CarriageTotal& total : totals_of(shown.result)) {
    std::vector<std::string> row{total.label};
    add_figures(shown, row, total.before * total.scale, total.after * total.scale, total.decimals);
    if (shown.against_baseline()) row.push_back(change_percent(total.before, total.after));
    table.rows.push_back(std::move(row));
  }
  align(table, 1);
  return table;
}

/// The rows that change most, or without a baseline the largest.
Table tallies(const Shown& shown, const std::string& what, std::vector<TallyRow> rows) {
  Table table;
  table.headings = {what};
  add_headings(shown, table, "Mt");
  add_headings(shown, table, "Gtkm");
  add_headings(shown, table, "M USD");
  const auto weight = [&](const TallyRow& row) {
    return shown.against_baseline() ? std::abs(row.after.tkm_yr - row.before.tkm_yr)
                                    : row.after.tkm_yr;
  };
  std::ranges::stable_sort(rows, [&](const TallyRow& a, const TallyRow& b) {
    return weight(a) != weight(b) ? weight(a) > weight(b) : a.after.tkm_yr > b.after.tkm_yr;
  });
  const std::size_t all = rows.size();
  rows.resize(std::min(all, shown.report.most));
  for (const TallyRow& row : rows) {
    std::vector<std::string> cells{shorten(row.name, widest_name)};
    add_figures(shown, cells, row.before.t_yr * mega, row.after.t_yr * mega, 1);
    add_figures(shown, cells, row.before.tkm_yr * giga, row.after.tkm_yr * giga, 1);
    add_figures(shown, cells, row.before.usd_yr * mega, row.after.usd_yr * mega, 0);
    table.rows.push_back(std::move(cells));
  }
  if (all > rows.size()) {
    table.notes.push_back(std::to_string(all - rows.size()) + " more in csv and json, or by --top");
  }
  align(table, 1);
  return table;
}

Table fullest(const Shown& shown) {
  const Network& network = shown.compiled.network;
  const bool prices = shown.report.options.method == CarriageMethod::least_cost;
  Table table;
  table.headings = {"fullest", "capacity Mt"};
  if (shown.against_baseline()) table.headings.emplace_back("before %");
  table.headings.emplace_back(shown.against_baseline() ? "after %" : "full %");
  if (prices) table.headings.emplace_back("USD/t");
  bool assumed = false;
  for (const CapacityUse& use : shown.result.changed.uses) {
    if (table.rows.size() == shown.report.most) break;
    const CapacityUse* before = find_use(shown.result.baseline.uses, use);
    std::vector<std::string> row{shorten(use_text(network, use), widest_name),
                                 number(use.capacity_t_yr * mega, 2) + (use.assumed ? "*" : "")};
    assumed = assumed || use.assumed;
    if (shown.against_baseline()) {
      row.push_back(before == nullptr ? "0" : number(100 * before->fullness(), 0));
    }
    row.push_back(number(100 * use.fullness(), 0));
    if (prices) row.push_back(number(use.price_usd_t, 2));
    table.rows.push_back(std::move(row));
  }
  if (assumed) {
    table.notes.emplace_back("* rests on a capacity that is assumed or of low confidence");
  }
  if (prices) {
    table.notes.emplace_back(
        "USD/t: shadow price, what another tonne a year of it would save; so many M USD for "
        "another Mt");
  }
  align(table, 1);
  return table;
}

Table changes(const Shown& shown, const std::string& who, const std::vector<PairChange>& some) {
  Table table;
  table.headings = {who, "Mt", "USD/t before", "after", "change", "M USD a year"};
  for (const PairChange& change : some) {
    table.rows.push_back(
        {pair_text(shown.compiled.network, *change.after),
         number(change.after->demand_t_yr * mega, 2), number(change.before_usd_t, 2),
         number(change.after_usd_t, 2),
         signed_number(printed_change(change.before_usd_t, change.after_usd_t, 2), 2),
         signed_number(change.usd_yr() * mega, 1)});
  }
  align(table, 1);
  return table;
}

void add_changes(const Shown& shown, Document& document) {
  const std::vector<PairChange> all = changes_of(shown.result, shown.report.options.penalty_usd_t);
  std::vector<PairChange> gains;
  std::vector<PairChange> losses;
  for (const PairChange& change : all) {
    if (change.usd_yr() < 0 && gains.size() < shown.report.most) gains.push_back(change);
  }
  const std::vector<PairChange> worst_first{all.rbegin(), all.rend()};
  for (const PairChange& change : worst_first) {
    if (change.usd_yr() > 0 && losses.size() < shown.report.most) losses.push_back(change);
  }
  if (gains.empty() && losses.empty()) {
    document.emplace_back(Paragraph{"Nobody's generalised cost changes by a cent a tonne."});
  }
  if (!gains.empty()) document.emplace_back(changes(shown, "who gains", gains));
  if (!losses.empty()) document.emplace_back(changes(shown, "who loses", losses));
}

void add(const Shown& shown, Document& document) {
  const Network& network = shown.compiled.network;
  document.emplace_back(Heading{1, shown.against_baseline()
                                       ? shown.result.scenario->title + " - demand carried"
                                       : "Demand carried"});
  document.emplace_back(head(shown));
  document.emplace_back(totals(shown));
  document.emplace_back(tallies(shown, "mode", rows_by_mode(network, shown.result)));
  document.emplace_back(tallies(shown, "corridor", rows_by_corridor(network, shown.result)));
  document.emplace_back(tallies(shown, "country", rows_by_country(network, shown.result)));
  document.emplace_back(fullest(shown));
  if (shown.against_baseline()) add_changes(shown, document);
  for (Block& block :
       unmet_blocks(network, shown.result.changed.pairs, shown.report.most, shown.causes)) {
    document.push_back(std::move(block));
  }
}

}  // namespace

Document carriage_summary(const Compiled& compiled, const CarriageReport& report,
                          const CarriageResult& result) {
  const Shown shown{compiled, report, result, no_causes};
  return {Heading{2, "The demand carried"},
          Facts{{"demand", result.demand}, {"method", method_text(report.options.method)}},
          totals(shown), fullest(shown)};
}

std::string report_carriage(const Compiled& compiled, const CarriageReport& report, Format format) {
  if (format == Format::json) return carriage_json(compiled, report);
  if (format == Format::csv) return render(carriage_table(compiled, report), format);
  Document document;
  for (std::size_t i = 0; i < report.results.size(); ++i) {
    const bool known = i < report.causes.size();
    add({compiled, report, report.results[i], known ? report.causes[i] : no_causes}, document);
  }
  return render(document, format);
}

}  // namespace corridor
