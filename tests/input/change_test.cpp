#include <gtest/gtest.h>

#include "input/read_change.hpp"
#include "input/reading_support.hpp"

namespace corridor {
namespace {

using test::Yaml;

std::vector<Change> changes(const std::string& text) {
  Yaml yaml{text};
  auto found = read_change(yaml.reading, *yaml.root, ChangesOf::scenario);
  EXPECT_EQ(yaml.errors(), "");
  return found;
}

template <class What>
What change(const std::string& text) {
  const std::vector<Change> found = changes(text);
  EXPECT_EQ(found.size(), 1U) << text;
  return found.empty() ? What{} : std::get<What>(found.front().what);
}

std::string errors(const std::string& text, ChangesOf where = ChangesOf::scenario) {
  Yaml yaml{text};
  EXPECT_TRUE(read_change(yaml.reading, *yaml.root, where).empty());
  return yaml.errors();
}

TEST(Changes, SelectByEveryKey) {
  const auto open = change<OpenChange>(
      "open: {link: [a, b], node: c, mode: rail, country: RU, inside: IR, crossing: AM-AZ, "
      "corridor: x, tag: [t], status: planned, towards: d, cargo: grain}\n");
  const Selector& where = open.where;
  ASSERT_EQ(where.links.size(), 2U);
  EXPECT_EQ(where.links[1].text, "b");
  EXPECT_EQ(where.links[1].at, (SourcePos{"f", 1, 18}));
  EXPECT_EQ(where.nodes[0].text, "c");
  EXPECT_EQ(where.modes[0].text, "rail");
  EXPECT_EQ(where.touching[0].text, "RU");
  EXPECT_EQ(where.inside[0].text, "IR");
  EXPECT_EQ(where.crossing_from->text, "AM");
  EXPECT_EQ(where.crossing_to->text, "AZ");
  EXPECT_TRUE(where.crossing_both_ways);
  EXPECT_EQ(where.corridors[0].text, "x");
  EXPECT_EQ(where.tags[0].text, "t");
  EXPECT_EQ(where.statuses[0].text, "planned");
  EXPECT_EQ(where.towards->text, "d");
  EXPECT_EQ(where.cargoes[0].text, "grain");
}

TEST(Changes, KnowOneWayCrossings) {
  const auto close = change<CloseChange>("close: {crossing: {from: \"*\", to: RU}}\n");
  EXPECT_EQ(close.where.crossing_from->text, "*");
  EXPECT_FALSE(close.where.crossing_both_ways);
}

TEST(Changes, ScaleDemandThatEveryKeyPicks) {
  const auto demand = change<DemandChange>(
      "demand: {where: {from: [IR, baku], to: eaeu, between: [AA, b], place: c, country: [RU, KZ], "
      "cargo: grain, total: t}, scale: +84%}\n");
  const DemandSelector& where = demand.where;
  EXPECT_DOUBLE_EQ(demand.factor, 1.84);
  ASSERT_EQ(where.from.size(), 2U);
  EXPECT_EQ(where.from[1].text, "baku");
  EXPECT_EQ(where.from[1].at, (SourcePos{"f", 1, 29}));
  EXPECT_EQ(where.to[0].text, "eaeu");
  EXPECT_EQ(where.between[1].text, "b");
  EXPECT_EQ(where.places[0].text, "c");
  EXPECT_EQ(where.countries[1].text, "KZ");
  EXPECT_EQ(where.cargoes[0].text, "grain");
  EXPECT_EQ(where.totals[0].text, "t");
  EXPECT_EQ(changes("demand: {where: {to: a}, scale: 50%}\n")[0].text,
            "demand: {where: {to: a}, scale: 50%}");
}

TEST(Changes, OfDemandAreNotForPolicies) {
  EXPECT_EQ(errors("demand: {where: {from: a}, scale: 50%}\n", ChangesOf::policy),
            "f:1:1: error: unknown key 'demand' of a change\n"
            "  hint: known keys: open, close, set, scale, toll, was\n");
}

TEST(Changes, SetAttributesBesideTheSelectorOrBesideWhere) {
  for (const char* text : {"set: {link: x, capacity: 15 Mt/yr, wait: 1 d}\n",
                           "set: {where: {link: x}, capacity: 15 Mt/yr, wait: 1 d}\n"}) {
    const auto set = change<SetChange>(text);
    EXPECT_EQ(set.where.links[0].text, "x");
    ASSERT_EQ(set.edits.size(), 2U);
    EXPECT_EQ(set.edits[0].attribute, Attribute::capacity);
    EXPECT_EQ(set.edits[0].value, 15e6);
    EXPECT_EQ(set.edits[1].value, 24);
  }
}

TEST(Changes, KeepARangeAndASource) {
  const std::vector<Change> found = changes(
      "set: {link: x, wait: {value: 2 h, range: [1 h, 3 h], source: a, confidence: low}}\n");
  const auto& edit = std::get<SetChange>(found[0].what).edits[0];
  EXPECT_EQ(edit.low, 1);
  EXPECT_EQ(edit.high, 3);
  EXPECT_EQ(found[0].provenance, (Provenance{"a", Confidence::low, false}));
}

TEST(Changes, SetTheStatusInAShortFormAndPickByItUnderWhere) {
  const auto alone = change<SetChange>("set: {link: x, status: planned}\n");
  EXPECT_TRUE(alone.where.statuses.empty());
  EXPECT_EQ(alone.edits[0].status, Status::planned);
  const auto both =
      change<SetChange>("set: {where: {status: planned}, status: closed, wait: 1 h}\n");
  EXPECT_EQ(both.where.statuses[0].text, "planned");
  EXPECT_EQ(both.edits.size(), 2U);
  const auto scaled = change<ScaleChange>("scale: {status: planned, cost: +35%}\n");
  EXPECT_EQ(scaled.where.statuses[0].text, "planned");
  EXPECT_NE(errors("set: {tag: x, status: planned, wait: 1 h}\n")
                .find("may be what is set or what is "
                      "picked"),
            std::string::npos);
}

TEST(Changes, ScaleByShares) {
  const auto scale = change<ScaleChange>("scale: {mode: sea, cost: +35%, capacity: 50%}\n");
  EXPECT_DOUBLE_EQ(scale.edits[0].value, 1.35);
  EXPECT_EQ(scale.edits[0].kind, EditKind::scale);
  EXPECT_DOUBLE_EQ(scale.edits[1].value, 0.5);
}

TEST(Changes, AddTolls) {
  const auto toll = change<TollChange>(
      "toll: {corridor: aras, add: 120 USD/TEU, add_per_km: 0.1 USD/tkm, spread: each_link}\n");
  EXPECT_EQ(toll.add->value, 120);
  EXPECT_EQ(toll.add->per, Per::teu);
  EXPECT_EQ(toll.add->kind, EditKind::add);
  EXPECT_EQ(toll.add_per_km->value, 0.1);
  EXPECT_EQ(toll.spread, TollSpread::each_link);
}

TEST(Changes, SwitchPolicies) {
  const std::vector<Change> found = changes("policy: {sanctions: off, transit_fee: on}\n");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(std::get<PolicyChange>(found[0].what).policy.text, "sanctions");
  EXPECT_FALSE(std::get<PolicyChange>(found[0].what).on);
  EXPECT_TRUE(std::get<PolicyChange>(found[1].what).on);
  EXPECT_EQ(found[1].text, "policy: {transit_fee: on}");
}

TEST(Changes, BuildLinks) {
  const auto build = change<BuildChange>(
      "build: {id: new, from: a, to: b, mode: rail, length: 162 km, gauge: 1520, tags: [x]}\n");
  EXPECT_EQ(build.link.id, "new");
  EXPECT_EQ(build.link.length.value, Km{162});
  EXPECT_EQ(build.link.gauge_mm, 1520);
  EXPECT_EQ(build.from.text, "a");
  EXPECT_EQ(build.mode.text, "rail");
}

TEST(Changes, TakeWhatWasExpectedInsideOrBeside) {
  for (const char* text : {"open: {link: x}\nwas: planned\n", "open: {link: x, was: planned}\n"}) {
    EXPECT_EQ(change<OpenChange>(text).was[0].status, Status::planned);
  }
  const auto set =
      change<SetChange>("set: {link: x, wait: 1 h}\nwas: {wait: 2 h, status: closed}\n");
  ASSERT_EQ(set.was.size(), 2U);
  EXPECT_EQ(set.was[0].value, 2);
  EXPECT_EQ(set.was[1].status, Status::closed);
}

TEST(Changes, KeepTheirTextInOneLine) {
  EXPECT_EQ(changes("open:\n  corridor: zangezur\n  mode:  rail\n")[0].text,
            "open: {corridor: zangezur, mode: rail}");
}

TEST(Changes, SayWhatIsWrong) {
  EXPECT_EQ(errors("opne: {link: x}\n"),
            "f:1:1: error: unknown key 'opne' of a change\n  hint: did you mean 'open'?\n");
  EXPECT_EQ(errors("open: {link: x}\nclose: {link: y}\n"),
            "f:2:1: error: two changes in one entry: 'open' and 'close'\n"
            "  hint: begin a new entry with '-'\n");
  EXPECT_EQ(errors("set: {link: x, capacity: 15}\n"),
            "f:1:26: error: '15' has no unit\n"
            "  hint: wanted is a capacity in t/yr, kt/yr, Mt/yr, TEU/yr, kTEU/yr or MTEU/yr\n");
  EXPECT_EQ(errors("set: {link: x, capacity: 50%}\n").substr(0, 37),
            "f:1:26: error: '50%' is a share, a ca");
  EXPECT_EQ(errors("scale: {link: x, speed: -100%}\n"),
            "f:1:25: error: a speed of 0\n  hint: to stop traffic, use 'close'\n");
  EXPECT_EQ(errors("toll: {link: x}\n"), "f:1:7: error: a toll needs 'add' or 'add_per_km'\n");
  EXPECT_EQ(errors("open: {link: []}\n"), "f:1:14: error: 'link' names nothing\n");
  EXPECT_EQ(errors("policy: {x: on}\n", ChangesOf::policy),
            "f:1:1: error: unknown key 'policy' of a change\n"
            "  hint: known keys: open, close, set, scale, toll, was\n");
}

}  // namespace
}  // namespace corridor
