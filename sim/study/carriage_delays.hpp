#pragma once

#include "corridor/flow/link_delay.hpp"
#include "corridor/study/evaluation.hpp"

namespace corridor {

/// How an arc slows down as it fills: the form and its coefficients, by the kind of the arc and, of
/// a haul, by its mode; free time and capacity are left to the caller. An arc without a limit does
/// not slow down. docs/model.md says where the coefficients are from.
LinkDelay delay_of(const Compiled& compiled, ArcId arc);

}  // namespace corridor
