#include "report/document.hpp"

#include <gtest/gtest.h>

#include "report/text.hpp"

namespace corridor {
namespace {

const Document sample{Heading{1, "A title"}, Facts{{"one", "first"}, {"", "and more"}},
                      Paragraph{"50 % done."}};

TEST(Document, TextLabelsStandInAColumn) {
  EXPECT_EQ(render(sample, Format::text),
            "A title\n"
            "=======\n"
            "\n"
            "one  first\n"
            "     and more\n"
            "\n"
            "50 % done.\n");
}

TEST(Document, MarkdownNestsWhatBelongsToALabel) {
  EXPECT_EQ(render(sample, Format::markdown),
            "# A title\n"
            "\n"
            "- one: first\n"
            "  - and more\n"
            "\n"
            "50 % done.\n");
}

TEST(Document, LatexIsAFragment) {
  EXPECT_EQ(render(sample, Format::latex),
            "\\section*{A title}\n"
            "\n"
            "\\begin{description}\n"
            "\\item[one] first\n"
            "\\item[] and more\n"
            "\\end{description}\n"
            "\n"
            "50 \\% done.\\par\n");
}

TEST(Document, LongFactsHangBelowTheirLabel) {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word ";
  const std::string text = render({Facts{{"label", words}}}, Format::text);
  std::size_t lines = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    EXPECT_LE(end - at, page_width);
    EXPECT_EQ(text.substr(at, 7), lines == 0 ? "label  " : "       ");
    at = end + 1;
    ++lines;
  }
  EXPECT_EQ(lines, 4U);  // 60 words of 5 columns in lines of 93
}

}  // namespace
}  // namespace corridor
