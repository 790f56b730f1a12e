#include "corridor/core/diagnostic.hpp"

#include <gtest/gtest.h>

namespace corridor {
namespace {

TEST(Diagnostic, ShowsPlaceLineCaretAndHint) {
  const Diagnostic diagnostic{{"a.yaml", 6, 5},
                              Severity::error,
                              "unknown key 'lenght'",
                              "did you mean 'length'?",
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

TEST(Diagnostic, ShowsThePartOfALongLineAroundItsColumn) {
  // 60 letters stand before the column, 60 from it on; dots say that the line is longer.
  const Diagnostic diagnostic{
      {"a", 1, 101}, Severity::error, "m", "", std::string(100, 'x') + "Y" + std::string(99, 'z')};
  EXPECT_EQ(to_string(diagnostic), "a:1:101: error: m\n  ..." + std::string(60, 'x') + "Y" +
                                       std::string(59, 'z') + "...\n  " + std::string(63, ' ') +
                                       "^\n");
}

TEST(Diagnostics, KeepsTheFirstErrorsAndCountsTheRest) {
  Diagnostics diagnostics;
  for (int line = 1; line <= 107; ++line) diagnostics.warning({"f", line, 1}, "odd");
  for (int line = 1; line <= 107; ++line) diagnostics.error({"f", line, 1}, "wrong");
  try {
    diagnostics.throw_if_any_error();
    FAIL();
  } catch (const InputError& error) {
    ASSERT_EQ(error.diagnostics().size(), 201U);  // 100 warnings, 100 errors, and how many more
    EXPECT_EQ(to_string(error.diagnostics().back()), "input: error: and 7 more\n");
  }
}

TEST(Diagnostics, DoesNotThrowForWarnings) {
  Diagnostics diagnostics;
  diagnostics.warning({"f", 1, 1}, "odd");
  EXPECT_NO_THROW(diagnostics.throw_if_any_error());
}

}  // namespace
}  // namespace corridor
