#include "corridor/report/table.hpp"

#include <gtest/gtest.h>

namespace corridor {
namespace {

Table sample() {
  Table table;
  table.title = "Ports & rails";
  table.headings = {"place", "cost, USD/TEU"};
  table.align = {Align::left, Align::right};
  table.rows = {{"Bakı", "1,200"}, {"a|b, \"c\"", "5*"}};
  table.notes = {"* assumed"};
  return table;
}

TEST(Table, TextAlignsByDisplayWidthAndLeavesRoomForStars) {
  EXPECT_EQ(render(sample(), Format::text),
            "Ports & rails\n"
            "place     cost, USD/TEU\n"
            "--------  -------------\n"
            "Bakı             1,200\n"
            "a|b, \"c\"             5*\n"
            "* assumed\n");
}

TEST(Table, MarkdownIsAPipeTable) {
  EXPECT_EQ(render(sample(), Format::markdown),
            "**Ports & rails**\n"
            "\n"
            "| place | cost, USD/TEU |\n"
            "| --- | ---: |\n"
            "| Bakı | 1,200 |\n"
            "| a\\|b, \"c\" | 5\\* |\n"
            "\n"
            "\\* assumed\n");
}

TEST(Table, CsvHasHeadingsAndRowsOnly) {
  EXPECT_EQ(render(sample(), Format::csv),
            "place,\"cost, USD/TEU\"\r\n"
            "Bakı,\"1,200\"\r\n"
            "\"a|b, \"\"c\"\"\",5*\r\n");
}

TEST(Table, LatexIsAPlainTabular) {
  EXPECT_EQ(render(sample(), Format::latex),
            "\\noindent\\textbf{Ports \\& rails}\\par\n"
            "\\noindent\\begin{tabular}{lr}\n"
            "\\hline\n"
            "place & cost, USD/TEU \\\\\n"
            "\\hline\n"
            "Bakı & 1,200 \\\\\n"
            "a\\textbar{}b, {\\char34}c{\\char34} & 5{*} \\\\\n"
            "\\hline\n"
            "\\end{tabular}\\par\n"
            "\\noindent {*} assumed\\par\n");
}

TEST(Table, MarksTheBestAndTheWorst) {
  Table table;
  table.headings = {"trip", "a", "b"};
  table.align = {Align::left, Align::right, Align::right};
  table.rows = {{"x", "1", "22"}, {"y", "3", "3"}};
  table.marks = {{Mark::none, Mark::best, Mark::worst}, {}};
  EXPECT_EQ(render(table, Format::text),
            "trip  a     b\n"
            "----  ---  ----\n"
            "x     1 +  22 -\n"
            "y     3     3\n");
  EXPECT_NE(render(table, Format::markdown).find("| x | **1** | *22* |"), std::string::npos);
  EXPECT_NE(render(table, Format::latex).find("x & \\textbf{1} & \\textit{22} \\\\"),
            std::string::npos);
}

TEST(Table, ShortRowsAreFilledUpInText) {
  Table table;
  table.headings = {"a", "b"};
  table.rows = {{"1"}};
  EXPECT_EQ(render(table, Format::text), "a  b\n-  -\n1\n");
}

}  // namespace
}  // namespace corridor
