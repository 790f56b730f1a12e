#include "study/carriage_delays.hpp"

namespace corridor {

namespace {

LinkDelay haul_delay(const Mode& mode) {
  LinkDelay delay;
  if (mode.kind == ModeKind::pipeline) return delay;
  if (mode.gauged) {
    delay.form = DelayForm::davidson;
    delay.alpha = 0.1;
    return delay;
  }
  delay.form = DelayForm::bpr;
  delay.alpha = 0.15;
  delay.beta = 4;
  return delay;
}

}  // namespace

LinkDelay delay_of(const Compiled& compiled, ArcId arc) {
  const ArcInfo& info = compiled.topology.arcs[arc];
  if (info.kind == ArcKind::haul) {
    return haul_delay(compiled.network.modes[compiled.network.links[link_of(info.way)].mode]);
  }
  LinkDelay delay;
  if (info.kind == ArcKind::border) return delay;
  delay.form = DelayForm::queue;
  delay.alpha = 1;  // times of service as uneven as in a Poisson process
  delay.beta = 4;   // berths or tracks
  return delay;
}

}  // namespace corridor
