#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corridor/report/carriage.hpp"

#include "report/document.hpp"
#include "report/json.hpp"

namespace corridor {

/// A figure of the whole, on both sides.
struct CarriageTotal {
  std::string key;    // in csv and json
  std::string label;  // for people, with its unit
  std::string unit;   // of `before` and `after`
  double before = 0;  // in base units
  double after = 0;
  double scale = 1;  // from these to what people are shown
  int decimals = 1;
};
std::vector<CarriageTotal> totals_of(const CarriageResult& result);

/// Tallies of what has an id and a name, where anything goes on either side.
struct TallyRow {
  std::string id;
  std::string name;
  Tally before;
  Tally after;
};
std::vector<TallyRow> rows_by_mode(const Network& network, const CarriageResult& result);
std::vector<TallyRow> rows_by_country(const Network& network, const CarriageResult& result);
std::vector<TallyRow> rows_by_corridor(const Network& network, const CarriageResult& result);

/// What a change means for a pair: the mean generalised cost of its tonnes, of which those not
/// carried cost the penalty.
struct PairChange {
  const PairCarriage* before = nullptr;
  const PairCarriage* after = nullptr;
  double before_usd_t = 0;
  double after_usd_t = 0;
  /// What its demand, as it is afterwards, pays more a year.
  double usd_yr() const { return (after_usd_t - before_usd_t) * after->demand_t_yr; }
};
/// Those that change by a cent a tonne or more, the largest saving first.
std::vector<PairChange> changes_of(const CarriageResult& result, double penalty_usd_t);

/// "Aktau - Port of Baku at Alat, Caspian ferry, to Port of Baku at Alat", "Brest, gauge change".
std::string use_text(const Network& network, const CapacityUse& use);
/// Ids, for programs: "link:aktau_alat_ferry:forward", "node:brest".
std::string use_id(const Network& network, const CapacityUse& use);
/// The same capacity on the other side; null where it is not used there.
const CapacityUse* find_use(const std::vector<CapacityUse>& uses, const CapacityUse& like);

/// "Baku -> Poti, grain".
std::string pair_text(const Network& network, const PairCarriage& pair);
/// The cause in words: what is closed or full and by what, and what would help.
std::string cause_text(const Network& network, const UnmetCause& cause);
/// The `most` pairs of which most is not carried, and below them why, as far as causes are given;
/// nothing where all is carried.
Document unmet_blocks(const Network& network, const std::vector<PairCarriage>& pairs,
                      std::size_t most, const std::vector<UnmetCause>& causes);
Json json_causes(const Network& network, const std::vector<PairCarriage>& pairs,
                 const std::vector<UnmetCause>& causes);

Json json_certificate(const CarriageCertificate& certificate);

/// What lies below the rounding of sums is no gap.
double shown_gap(double gap);

const char* reason_text(UnmetReason reason);
const char* reason_key(UnmetReason reason);
const char* method_text(CarriageMethod method);
const char* method_key(CarriageMethod method);

/// For other reports: the totals and what is fullest, under a heading of its own.
Document carriage_summary(const Compiled& compiled, const CarriageReport& report,
                          const CarriageResult& result);

/// A record for each result.
Json carriage_records(const Compiled& compiled, const CarriageReport& report);

Table carriage_table(const Compiled& compiled, const CarriageReport& report);
std::string carriage_json(const Compiled& compiled, const CarriageReport& report);

}  // namespace corridor
