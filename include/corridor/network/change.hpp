#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "corridor/core/date.hpp"
#include "corridor/core/diagnostic.hpp"
#include "corridor/core/figure.hpp"
#include "corridor/network/link.hpp"

namespace corridor {

/// A name as it stands in a file.
struct Name {
  std::string text;
  SourcePos at;
};

/// Picks links (in one or both directions) and nodes. Each filled list must hold: a link fits a
/// list if it fits one of its names. Nothing filled picks nothing.
struct Selector {
  std::vector<Name> links;
  std::vector<Name> nodes;  // links that end there; and the nodes themselves
  std::vector<Name> modes;
  std::vector<Name> touching;         // countries that one end lies in
  std::vector<Name> inside;           // countries that both ends lie in
  std::optional<Name> crossing_from;  // country or union that the link leaves
  std::optional<Name> crossing_to;    // country or union that the link enters
  bool crossing_both_ways = true;
  std::vector<Name> corridors;
  std::vector<Name> tags;
  std::vector<Name> statuses;   // as the network stands on the scenario's date
  std::vector<Name> cargoes;    // the change holds for these cargoes only
  std::optional<Name> towards;  // only the direction that ends at this node
  SourcePos at;
};

/// What a change can touch. Length, gauge and the ends of a link are its identity and are not here.
enum class Attribute {
  status,
  speed,
  cost,        // haul, by tonne-km
  fixed_cost,  // haul, by link
  emissions,
  capacity,
  toll,
  wait,
  border_time,
  border_cost,
  dwell,  // from here on: of nodes
  handling,
  transfer_time,
  transfer_cost,
  gauge_time,
  gauge_cost,
  node_capacity
};

bool is_of_node(Attribute attribute);

/// Whether an edit's number replaces the value, multiplies it or is added to it.
enum class EditKind { set, scale, add };

/// A value for an attribute. Numbers are in base units (km/h, USD/t, h, kg/tkm, t/yr); factors are
/// plain: +20% is 1.2.
struct Edit {
  Attribute attribute = Attribute::status;
  EditKind kind = EditKind::set;
  double value = 0;
  Per per = Per::tonne;
  Status status = Status::operational;  // of Attribute::status
  std::optional<double> low;
  std::optional<double> high;
  SourcePos at;
};

/// What somebody expected to find before the change. Another value is an error.
using Expected = std::vector<Edit>;

struct OpenChange {
  Selector where;
  Expected was;
};
struct CloseChange {
  Selector where;
  Expected was;
};
struct SetChange {
  Selector where;
  std::vector<Edit> edits;
  Expected was;
};
struct ScaleChange {
  Selector where;
  std::vector<Edit> edits;
  Expected was;
};
/// How a toll falls on the links that it picks: the whole of it on each, or shared out by length so
/// that a trip over all of them pays it once.
enum class TollSpread { each_link, by_length };

/// Adds to the toll of the links that it picks. By default a toll on a corridor is shared out by
/// length over the corridor's own ways, and any other falls on each link.
struct TollChange {
  Selector where;
  std::optional<Edit> add;         // USD/t or USD/TEU
  std::optional<Edit> add_per_km;  // USD/tkm or USD/TEU-km
  std::optional<TollSpread> spread;
  Expected was;
};
struct PolicyChange {
  Name policy;
  bool on = true;
};
/// Opens a link that the base network does not have. The link itself is in the network that a study
/// compiles (see with_built_links); here is its place in the order of changes.
struct BuildChange {
  Link link;  // ends and mode are resolved by with_built_links, from these names:
  Name from;
  Name to;
  Name mode;
};

/// Picks pairs of a demand. Each filled list must hold; a pair fits a list if it fits one of its
/// names. Where an end may be a place or an area, the name is that of a node, a country or a
/// customs union, or `*` for anywhere. Nothing filled picks nothing.
struct DemandSelector {
  std::vector<Name> from;       // place or area
  std::vector<Name> to;         // place or area
  std::vector<Name> between;    // two places or areas: from either to the other; or none
  std::vector<Name> places;     // nodes that one end is
  std::vector<Name> countries;  // or unions, that one end lies in
  std::vector<Name> cargoes;
  std::vector<Name> totals;  // of the demand file, by id
  SourcePos at;
};
/// Multiplies demand. The network stays as it is.
struct DemandChange {
  DemandSelector where;
  double factor = 1;  // 1.84 for +84%
};

struct Change {
  std::variant<OpenChange, CloseChange, SetChange, ScaleChange, TollChange, PolicyChange,
               BuildChange, DemandChange>
      what;
  std::string text;  // as the file has it, in one line, for `diff` and messages
  Provenance provenance;
  SourcePos at;
};

/// A named bundle of changes, on or off.
struct Policy {
  std::string id;
  std::string title;
  bool active = false;  // as the network stands
  std::vector<Change> changes;
  Provenance provenance;
  SourcePos at;
};

/// Something that happened on a day and changed the state of links or nodes, or was only news.
/// A row holds on a day when `date` <= day and day <= `until`, or `until` is missing. An effect on
/// an attribute of links holds for `links`; where none are named, for the links that end at
/// `nodes`.
struct Event {
  Date date;
  std::optional<Date> until;
  std::string kind;  // closed, opened, restricted, capacity, cost, time, policy, volume, ...
  std::string what;
  std::vector<LinkId> links;
  std::vector<NodeId> nodes;
  std::optional<Edit> effect;        // of any kind; none: news only
  std::optional<Edit> before;        // the value before `date`, where the base has the later one
  std::vector<std::string> cargoes;  // the effect holds for these only; empty: all
  Provenance provenance;
  SourcePos at;
};

}  // namespace corridor
