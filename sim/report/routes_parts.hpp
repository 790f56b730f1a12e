#pragma once

#include "corridor/study/run.hpp"

#include "report/json.hpp"

namespace corridor {

/// The route of a trip or corridor with its legs, as `routes` answers it.
Json route_record(const Compiled& compiled, const RunResult& run, const Subject& subject);

}  // namespace corridor
