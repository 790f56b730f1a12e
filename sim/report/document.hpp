#pragma once

#include <string>
#include <variant>
#include <vector>

#include "corridor/report/table.hpp"

namespace corridor {

/// What a report for people is made of, whatever format it ends up in.
struct Heading {
  int level = 1;
  std::string text;
};
struct Fact {
  std::string label;
  std::string text;
};
/// Short statements, each with a label; facts with an empty label go on with the one
/// above, and "-" labels the entries of a plain list.
using Facts = std::vector<Fact>;
struct Paragraph {
  std::string text;
};
using Block = std::variant<Heading, Facts, Paragraph, Table>;
using Document = std::vector<Block>;

/// The document as text, Markdown or LaTeX (a fragment to \input).
std::string render(const Document& document, Format format);

}  // namespace corridor
