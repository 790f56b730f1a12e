#include "report/text.hpp"

#include <gtest/gtest.h>

namespace corridor {
namespace {

TEST(Text, WidthCountsWhatATerminalShows) {
  EXPECT_EQ(display_width("Baku"), 4U);
  EXPECT_EQ(display_width("Bakı"), 4U);            // two bytes, one column
  EXPECT_EQ(display_width("西安"), 4U);            // three bytes, two columns each
  EXPECT_EQ(display_width("Kandla\xCC\x84"), 6U);  // a combining macron
  EXPECT_EQ(display_width("Тбилиси"), 7U);
  EXPECT_EQ(display_width(""), 0U);
}

TEST(Text, WidthOfBrokenBytesIsOneEach) {
  EXPECT_EQ(display_width("\xFF\xC3"), 2U);
  EXPECT_EQ(display_width("a\xE8\xA5"), 3U);  // a character that ends too early
}

TEST(Text, PaddingFillsByColumnsNotBytes) {
  EXPECT_EQ(pad_right("Bakı", 6), "Bakı  ");
  EXPECT_EQ(pad_left("西安", 6), "  西安");
  EXPECT_EQ(pad_left("longer", 3), "longer");
}

TEST(Text, ControlCharactersBecomeSpaces) { EXPECT_EQ(one_line("a\nb\tc\x1B[31m"), "a b c [31m"); }

TEST(Text, WrappingKeepsWordsWhole) {
  EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap("incomprehensible is", 5), (std::vector<std::string>{"incomprehensible", "is"}));
  EXPECT_EQ(wrap("about 20 % of it", 8), (std::vector<std::string>{"about", "20 % of", "it"}));
  EXPECT_EQ(wrap("", 5), (std::vector<std::string>{""}));
}

TEST(Text, ShorteningEndsInAnEllipsisWithinTheWidth) {
  EXPECT_EQ(shorten("Bandar Abbas", 12), "Bandar Abbas");
  EXPECT_EQ(shorten("Bandar Abbas", 8), "Bandar…");
  EXPECT_EQ(display_width(shorten("西安西安西安", 6)), 5U);  // no half character
}

TEST(Text, MarkdownEscapesWhatWouldBeMarkup) {
  EXPECT_EQ(escape_markdown("a|b *c* <d> [e] `f`"), "a\\|b \\*c\\* \\<d> \\[e\\] \\`f\\`");
  EXPECT_EQ(escape_markdown("rasht_astara_rail"), "rasht_astara_rail");
  EXPECT_EQ(escape_markdown("_x"), "\\_x");
  EXPECT_EQ(escape_markdown("> a -> b"), "\\> a -> b");  // a quotation only at the beginning
}

TEST(Text, LatexEscapesItsSpecialCharacters) {
  EXPECT_EQ(escape_latex("5 % & $1 #2 a_b {c} ~ ^ \\"),
            "5 \\% \\& \\$1 \\#2 a\\_b \\{c\\} \\textasciitilde{} \\textasciicircum{} "
            "\\textbackslash{}");
  EXPECT_EQ(escape_latex("a -> [b]* | \"c\" <"),
            "a -\\textgreater{} {[}b{]}{*} \\textbar{} {\\char34}c{\\char34} \\textless{}");
}

TEST(Text, CsvQuotesByRfc4180) {
  EXPECT_EQ(escape_csv("plain"), "plain");
  EXPECT_EQ(escape_csv("a,b"), "\"a,b\"");
  EXPECT_EQ(escape_csv("say \"yes\""), "\"say \"\"yes\"\"\"");
  EXPECT_EQ(escape_csv("two\nlines"), "\"two\nlines\"");
}

TEST(Text, ListsReadAsPeopleWriteThem) {
  EXPECT_EQ(enumerate({"a"}), "a");
  EXPECT_EQ(enumerate({"a", "b", "c"}), "a, b and c");
  EXPECT_EQ(list_some({"a", "b, ferry"}, 6), "a; b, ferry");
  EXPECT_EQ(list_some({"a", "b", "c"}, 1), "a; and 2 more");
  EXPECT_EQ(count_of(1, "link"), "1 link");
  EXPECT_EQ(count_of(0, "link"), "0 links");
}

}  // namespace
}  // namespace corridor
