#include "corridor/core/diagnostic.hpp"

#include <gtest/gtest.h>

namespace corridor {
namespace {

TEST(Diagnostic, ShowsPlaceLineCaretAndHint) {
  const Diagnostic diagnostic{
      {"a.yaml", 6, 5}, Severity::error, "unknown key 'lenght'", "did you mean 'length'?",
      "    lenght: 4 km"};
  EXPECT_EQ(to_string(diagnostic),
            "a.yaml:6:5: error: unknown key 'lenght'\n"
            "      lenght: 4 km\n"
            "      ^\n"
            "  hint: did you mean 'length'?\n");
}

TEST(Diagnostic, SetsTheCaretBelowTabsAndLettersOfSeveralBytes) {
  // The ó is two bytes, so the colon stands in column 4 of bytes and in column 3 of letters.
  const Diagnostic diagnostic{{"a", 1, 4}, Severity::warning, "m", "", "\tó:"};
  EXPECT_EQ(to_string(diagnostic), "a:1:4: warning: m\n  \tó:\n  \t ^\n");
}

TEST(Diagnostics, TellsEachMistakeOnceAndInTheOrderOfTheFile) {
  Diagnostics diagnostics;
  diagnostics.error({"f", 9, 1}, "late");
  diagnostics.error({"f", 2, 1}, "early");
  diagnostics.error({"f", 9, 1}, "late");
  try {
    diagnostics.throw_if_any_error();
    FAIL();
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), "f:2:1: error: early\nf:9:1: error: late\n");
    EXPECT_EQ(error.diagnostics().size(), 2U);
  }
}

TEST(Diagnostics, DoesNotThrowForWarnings) {
  Diagnostics diagnostics;
  diagnostics.warning({"f", 1, 1}, "odd");
  EXPECT_NO_THROW(diagnostics.throw_if_any_error());
}

}  // namespace
}  // namespace corridor
