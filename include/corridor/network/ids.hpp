#pragma once

#include "corridor/core/id.hpp"

namespace corridor {

using NodeId = Id<struct NodeTag>;
using LinkId = Id<struct LinkTag>;
using ModeId = Id<struct ModeTag>;
using CargoId = Id<struct CargoTag>;
using CorridorId = Id<struct CorridorTag>;
using PolicyId = Id<struct PolicyTag>;

}  // namespace corridor
