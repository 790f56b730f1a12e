#include "corridor/report/fitting_share.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "report/carriage_parts.hpp"
#include "report/measures.hpp"
#include "report/number.hpp"
#include "report/share_parts.hpp"
#include "report/text.hpp"

namespace corridor {

namespace {

constexpr double mega = 1e-6;
constexpr std::size_t widest_name = 48;

bool has_baseline(const ShareResult& result) { return result.scenario != nullptr; }

/// Without a limit there is no number.
double share_of(const FittingShare& side) {
  return side.unlimited ? std::numeric_limits<double>::infinity() : side.share;
}

std::string power_text(double gap) {
  return "1e" + std::to_string(static_cast<int>(std::ceil(std::log10(gap) - 1e-9)));
}

Facts head(const ShareReport& report, const ShareResult& result) {
  const FittingShare& side = result.changed;
  Facts facts;
  facts.push_back(
      {"scenario", has_baseline(result) ? result.scenario->id : "none: the network as it stands"});
  facts.push_back({"demand", result.demand});
  facts.push_back({"method", "the largest common share of all demand, whatever it costs"});
  facts.push_back({"state of", to_string(side.date)});
  facts.push_back(
      {"gap", side.converged
                  ? "at most " + power_text(report.options.gap.value_or(1e-9))
                  : "up to " + power_text(side.relative_gap) + ", NOT as small as was asked for"});
  if (side.certificate) {
    facts.push_back({"certificate", side.certificate->holds ? "holds" : "FAILS"});
  }
  return facts;
}

struct Figure {
  std::string label;
  double before;
  double after;
  int decimals;
};

Table totals(const ShareResult& result) {
  const FittingShare& a = result.baseline;
  const FittingShare& b = result.changed;
  Table table;
  table.headings = {"in a year", "before", "after", "change"};
  if (!has_baseline(result)) table.headings = {"in a year", "value"};
  table.align.assign(table.headings.size(), Align::right);
  table.align.front() = Align::left;
  const auto count = [](const FittingShare& side) {
    return static_cast<double>(side.left_out.size());
  };
  for (const Figure& figure : {
           Figure{"demand, Mt", a.demand_t_yr * mega, b.demand_t_yr * mega, 2},
           Figure{"pairs left out: no open route", count(a), count(b), 0},
           Figure{"left out, Mt", a.left_out_t_yr() * mega, b.left_out_t_yr() * mega, 2},
           Figure{"share that fits, %", 100 * share_of(a), 100 * share_of(b), 2},
           Figure{"fits at once, Mt", a.fitting_t_yr() * mega, b.fitting_t_yr() * mega, 2},
       }) {
    std::vector<std::string> row{figure.label};
    if (has_baseline(result)) row.push_back(number(figure.before, figure.decimals));
    row.push_back(number(figure.after, figure.decimals));
    if (has_baseline(result)) {
      const bool known = std::isfinite(figure.before) && std::isfinite(figure.after);
      row.push_back(
          known ? signed_number(printed_change(figure.before, figure.after, figure.decimals),
                                figure.decimals)
                : "-");
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string left_out_text(const FittingShare& side) {
  if (side.left_out.empty()) return "";
  return " " + count_of(side.left_out.size(), "pair") + " with " +
         number(side.left_out_t_yr() * mega, 2) +
         " Mt are left out: no open route of some capacity joins them.";
}

std::string in_words_of(const FittingShare& side) {
  const std::string all = side.left_out.empty() ? "All demand" : "All other demand";
  if (side.unlimited) return all + " fits: it meets no capacity." + left_out_text(side);
  const std::string share = number(100 * side.share, 2) + " %";
  if (side.share >= 1) {
    return all + " fits at once, and would if it were " + share + " of what it is." +
           left_out_text(side);
  }
  return "No more than " + share + " of each pair's demand fits at once." + left_out_text(side);
}

Table binding_of(const Network& network, const ShareReport& report, const FittingShare& side) {
  Table table;
  table.headings = {"binds", "capacity Mt", "full %", "points/Mt"};
  table.align = {Align::left, Align::right, Align::right, Align::right};
  bool assumed = false;
  for (const ShareBinding& one : side.binding) {
    if (table.rows.size() == report.most) break;
    assumed = assumed || one.use.assumed;
    table.rows.push_back({shorten(use_text(network, one.use), widest_name),
                          number(one.use.capacity_t_yr * mega, 2) + (one.use.assumed ? "*" : ""),
                          one.use.capacity_t_yr > 0 ? number(100 * one.use.fullness(), 0) : "-",
                          number(100 * one.rise_t_yr / mega, 3)});
  }
  if (side.binding.size() > report.most) {
    table.notes.push_back(std::to_string(side.binding.size() - report.most) +
                          " more in csv and json, or by --top");
  }
  if (assumed) {
    table.notes.emplace_back("* rests on a capacity that is assumed or of low confidence");
  }
  table.notes.emplace_back(
      "points/Mt: percentage points of the share that another Mt a year of it would bring");
  return table;
}

void add(const Compiled& compiled, const ShareReport& report, std::size_t i, Document& document) {
  const Network& network = compiled.network;
  const ShareResult& result = report.results[i];
  document.emplace_back(Heading{1, has_baseline(result)
                                       ? result.scenario->title + " - how much of the demand fits"
                                       : "How much of the demand fits"});
  document.emplace_back(head(report, result));
  document.emplace_back(totals(result));
  document.emplace_back(Paragraph{in_words_of(result.changed)});
  if (!result.changed.binding.empty()) {
    document.emplace_back(binding_of(network, report, result.changed));
  }
  static const std::vector<UnmetCause> none;
  for (Block& block : unmet_blocks(network, result.changed.left_out, report.most,
                                   i < report.causes.size() ? report.causes[i] : none)) {
    document.push_back(std::move(block));
  }
}

}  // namespace

std::string report_share(const Compiled& compiled, const ShareReport& report, Format format) {
  if (format == Format::json) return share_json(compiled, report);
  if (format == Format::csv) return render(share_table(compiled, report), format);
  Document document;
  for (std::size_t i = 0; i < report.results.size(); ++i) add(compiled, report, i, document);
  return render(document, format);
}

}  // namespace corridor
