#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corridor/scenario/state.hpp"

#include "scenario/changes.hpp"
#include "support/sketch.hpp"

namespace corridor {
namespace {

using test::after;
using test::links;
using test::sketch;
using test::there;
using test::told;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Network line() { return sketch("a:UA-rail- b:UB 100 km id=one"); }

BuildChange laid(const char* id, double length_km, const char* mode = "rail") {
  BuildChange build;
  build.link.id = id;
  build.link.length = Figure<Km>{Km{length_km}};
  build.link.gauge_mm = std::string{mode} == "rail" ? 1435 : 0;
  build.from = {"a", {}};
  build.to = {"b", {}};
  build.mode = {mode, {}};
  return build;
}

Scenario with(std::vector<Change> changes) {
  Scenario scenario;
  scenario.changes = std::move(changes);
  return scenario;
}

TEST(Build, AddsLinksWithoutRenumbering) {
  Diagnostics diagnostics;
  const Scenario scenario =
      with({test::change(laid("short_cut", 60)), test::change(laid("street", 70, "road"))});
  const Network network = line();
  const Network longer = with_built_links(network, {scenario}, diagnostics);
  EXPECT_THAT(told(diagnostics), IsEmpty());
  ASSERT_EQ(longer.links.size(), 3U);
  EXPECT_EQ(longer.links[LinkId{0}].id, "one");
  EXPECT_EQ(longer.find_link("short_cut"), LinkId{1});
  EXPECT_EQ(longer.find_link("street"), LinkId{2});
  const Date date = latest_date(network);
  const State short_state = base_state(network, CargoId{0}, date);
  const State long_state = base_state(longer, CargoId{0}, date);
  for (const WayId way : short_state.ways.keys()) {
    EXPECT_EQ(short_state.ways[way], long_state.ways[way]);
  }
}

TEST(Build, OpensTheLinkAtItsPlaceInTheOrder) {
  Diagnostics diagnostics;
  BuildChange build = laid("short_cut", 60);
  build.link.figures.speed = Figure<KmPerHour>{KmPerHour{30}};
  const Scenario scenario = with({test::change(build), test::toll(links({"short_cut"}), 5)});
  const Network network = with_built_links(line(), {scenario}, diagnostics);
  const WayId way = there(network, "short_cut");
  EXPECT_FALSE(after(network, {}).ways[way].open);
  const State state = after(network, scenario.changes, &diagnostics);
  EXPECT_THAT(told(diagnostics), IsEmpty());
  EXPECT_TRUE(state.ways[way].open);
  EXPECT_EQ(state.ways[way].haul_h.value, 2);  // 60 km at 30 km/h
  EXPECT_EQ(state.ways[way].toll_usd_t.value, 5);
  EXPECT_TRUE(state.ways[way].crosses_border);
  EXPECT_EQ(state.ways[way].border_h.value, 0) << "inside the union";
}

TEST(Build, BeforeItIsBuiltNoSelectorPicksIt) {
  Diagnostics diagnostics;
  const Scenario builder = with({test::change(laid("short_cut", 60))});
  const Network network = with_built_links(line(), {builder}, diagnostics);
  Selector all;
  all.modes = test::names({"rail"});
  const State opened = after(network, {test::open(all)});
  EXPECT_FALSE(opened.ways[there(network, "short_cut")].open) << "another scenario builds it";
  after(network, {test::open(links({"short_cut"}))}, &diagnostics);
  EXPECT_THAT(told(diagnostics), ElementsAre("error: no link fits the selector (link)"));
}

TEST(Build, EachScenarioHasItsOwnFigures) {
  Diagnostics diagnostics;
  BuildChange slow = laid("short_cut", 60);
  slow.link.figures.speed = Figure<KmPerHour>{KmPerHour{20}};
  BuildChange fast = laid("short_cut", 60);
  fast.link.figures.speed = Figure<KmPerHour>{KmPerHour{60}};
  const Scenario first = with({test::change(slow)});
  const Scenario second = with({test::change(fast)});
  const Network network = with_built_links(line(), {first, second}, diagnostics);
  EXPECT_THAT(told(diagnostics), IsEmpty());
  EXPECT_EQ(network.links.size(), 2U);
  EXPECT_EQ(after(network, first.changes).ways[WayId{2}].haul_h.value, 3);
  EXPECT_EQ(after(network, second.changes).ways[WayId{2}].haul_h.value, 1);
}

TEST(Build, ScenariosMustAgreeOnTheLinkItself) {
  Diagnostics diagnostics;
  const Scenario first = with({test::change(laid("short_cut", 60))});
  Scenario second = with({});
  second.baseline = {with({test::change(laid("short_cut", 61, "road"))})};
  with_built_links(line(), {first, second}, diagnostics);
  EXPECT_THAT(told(diagnostics),
              ElementsAre("error: link 'short_cut' is built twice, with different modes",
                          "error: link 'short_cut' is built twice, with different gauges",
                          "error: link 'short_cut' is built twice, with different lengths"));
}

TEST(Build, RefusesWhatIsThereAndWhatHasNoEnds) {
  Diagnostics diagnostics;
  BuildChange nowhere = laid("bridge", 1);
  nowhere.to = {"bb", {}};
  with_built_links(line(),
                   {with({test::change(laid("one", 60)), test::change(nowhere),
                          test::change(laid("point", 0))})},
                   diagnostics);
  EXPECT_THAT(told(diagnostics),
              ElementsAre("error: link 'one' is in the network already", "error: unknown node 'bb'",
                          "error: length (km) of link 'point' is 0"));
}

TEST(Build, ALinkFallsUnderThePoliciesThatAreOn) {
  Network network = line();
  network.policies.add(test::bundle("siege", {test::close(test::touching("UA"))}));
  network.index();
  Diagnostics diagnostics;
  const Change build = test::change(laid("short_cut", 60));
  const Change siege = test::policy("siege", true);
  network = with_built_links(network, {with({build})}, diagnostics);
  const State first = after(network, {siege, build});
  EXPECT_FALSE(first.ways[there(network, "short_cut")].open);
  EXPECT_EQ(first, after(network, {build, siege}));
  EXPECT_TRUE(after(network, {siege, build, test::policy("siege", false)})
                  .ways[there(network, "short_cut")]
                  .open);
}

TEST(Build, BuiltTwiceHasNoEffectTheSecondTime) {
  Diagnostics diagnostics;
  const Change build = test::change(laid("short_cut", 60));
  const Network network = with_built_links(line(), {with({build})}, diagnostics);
  after(network, {build, build}, &diagnostics);
  EXPECT_THAT(told(diagnostics), ElementsAre("warning: the change has no effect"));
}

}  // namespace
}  // namespace corridor
