#include "report/document.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include "report/text.hpp"

namespace corridor {

namespace {

struct TextWriter {
  std::string operator()(const Heading& heading) const {
    const std::string text = one_line(heading.text);
    std::string result;
    std::size_t width = 0;
    for (const std::string& line : wrap(text, page_width)) {
      result += line + '\n';
      width = std::max(width, display_width(line));
    }
    return result + std::string(width, heading.level == 1 ? '=' : '-') + '\n';
  }
  std::string operator()(const Facts& facts) const {
    std::size_t indent = 0;
    for (const Fact& fact : facts) indent = std::max(indent, display_width(fact.label) + 2);
    std::string result;
    for (const Fact& fact : facts) {
      std::string lead = pad_right(fact.label, indent);
      for (const std::string& line : wrap(one_line(fact.text), page_width - indent)) {
        result += lead + line + '\n';
        lead = std::string(indent, ' ');
      }
    }
    return result;
  }
  std::string operator()(const Paragraph& paragraph) const {
    std::string result;
    for (const std::string& line : wrap(one_line(paragraph.text), page_width))
      result += line + '\n';
    return result;
  }
  std::string operator()(const Table& table) const { return render(table, Format::text); }
};

struct MarkdownWriter {
  std::string operator()(const Heading& heading) const {
    return std::string(static_cast<std::size_t>(heading.level), '#') + ' ' +
           escape_markdown(heading.text) + '\n';
  }
  std::string operator()(const Facts& facts) const {
    std::string result;
    for (const Fact& fact : facts) {
      const bool named = !fact.label.empty() && fact.label != "-";
      result += fact.label.empty() ? "  - " : "- ";
      if (named) result += escape_markdown(fact.label) + ": ";
      result += escape_markdown(fact.text) + '\n';
    }
    return result;
  }
  std::string operator()(const Paragraph& paragraph) const {
    return escape_markdown(paragraph.text) + '\n';
  }
  std::string operator()(const Table& table) const { return render(table, Format::markdown); }
};

struct LatexWriter {
  std::string operator()(const Heading& heading) const {
    constexpr std::array names{"section", "subsection", "subsubsection"};
    const std::size_t level = std::min<std::size_t>(static_cast<std::size_t>(heading.level), 3) - 1;
    return std::string{"\\"} + names[level] + "*{" + escape_latex(heading.text) + "}\n";
  }
  std::string operator()(const Facts& facts) const {
    if (facts.empty()) return {};
    std::string result = "\\begin{description}\n";
    for (const Fact& fact : facts) {
      result += "\\item[" + escape_latex(fact.label) + "] " + escape_latex(fact.text) + '\n';
    }
    return result + "\\end{description}\n";
  }
  std::string operator()(const Paragraph& paragraph) const {
    return escape_latex(paragraph.text) + "\\par\n";
  }
  std::string operator()(const Table& table) const { return render(table, Format::latex); }
};

template <class Writer>
std::string write(const Document& document) {
  std::string result;
  for (const Block& block : document) {
    const std::string text = std::visit(Writer{}, block);
    if (text.empty()) continue;
    if (!result.empty()) result += '\n';
    result += text;
  }
  return result;
}

}  // namespace

std::string render(const Document& document, Format format) {
  switch (format) {
    case Format::text:
      return write<TextWriter>(document);
    case Format::markdown:
      return write<MarkdownWriter>(document);
    case Format::latex:
      return write<LatexWriter>(document);
    case Format::csv:
    case Format::json:
      break;
  }
  assert(format != Format::csv && format != Format::json);
  return {};
}

}  // namespace corridor
