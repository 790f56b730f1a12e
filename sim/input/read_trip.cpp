#include <utility>

#include "corridor/scenario/names.hpp"

#include "input/map_reader.hpp"
#include "input/scenario_draft.hpp"

namespace corridor {

std::optional<Trip> read_trip(Reading& reading, const FileValue& value) {
  static const std::vector<std::string> keys = {"id",       "from",  "to",    "cargo",    "via",
                                                "corridor", "avoid", "modes", "objective"};
  const MapReader map{reading, value, "a trip", keys};
  Trip trip;
  trip.at = value.at();
  trip.from = map.needed_name("from").value_or(Name{});
  trip.to = map.needed_name("to").value_or(Name{});
  trip.id = map.text("id").value_or(trip.from.text + " -> " + trip.to.text);
  trip.cargo = map.name("cargo").value_or(Name{{}, value.at()});
  trip.via = map.names("via");
  trip.by_corridor = map.name("corridor");
  trip.avoid = map.names("avoid");
  trip.modes = map.names("modes");
  trip.objective = map.one_of<Objective>("objective", objective_names());
  if (map.has_faults()) return {};
  return trip;
}

}  // namespace corridor
