#include "corridor/study/alternatives.hpp"

#include <gtest/gtest.h>

#include "corridor/study/pareto.hpp"

#include "scenarios/shipped.hpp"

namespace corridor::test {
namespace {

// What is left out of an answer is looked for by other code than that which gave it.
TEST(ShippedAlternatives, AreCertifiedOfAllTripsOfAllScenarios) {
  AlternativesOptions options;
  options.different = true;
  options.certify = true;
  FrontierOptions traded;
  traded.measures = {Measure::cost, Measure::time};
  traded.certify = true;
  std::size_t further = 0;
  for (const Scenario& scenario : shipped().scenarios()) {
    Worlds worlds = worlds_of(scenario);
    for (const Trip& trip : scenario.trips) {
      SCOPED_TRACE(scenario.id + ", " + trip.id);
      const TripQuery query = query_of(scenario, trip);
      const World& world = worlds.of(query.cargo);
      const Alternatives found = alternatives(shipped().compiled(), world, query, options);
      ASSERT_TRUE(found.difference && found.difference->holds());
      further += found.proved > 1 ? found.proved - 1 : 0;
      const Frontier members = frontier(shipped().compiled(), world, query, traded);
      ASSERT_TRUE(members.certificate && members.certificate->holds());
    }
  }
  EXPECT_GT(further, 100U);
}

}  // namespace
}  // namespace corridor::test
