#pragma once

#include <algorithm>

#include "corridor/network/network.hpp"

namespace corridor {

/// The transfer that the network lists between two modes, in whichever order; null if none. Of
/// several the first holds.
inline const Transfer* find_transfer(const Network& network, ModeId a, ModeId b) {
  const auto found = std::find_if(
      network.transfers.begin(), network.transfers.end(), [&](const Transfer& transfer) {
        return (transfer.a == a && transfer.b == b) || (transfer.a == b && transfer.b == a);
      });
  return found == network.transfers.end() ? nullptr : &*found;
}

}  // namespace corridor
