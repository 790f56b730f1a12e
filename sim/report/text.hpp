#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace corridor {

/// Widest line of a text report, in columns.
inline constexpr std::size_t page_width = 100;

/// Columns that a terminal gives to UTF-8 text: none to combining marks, two to East Asian wide
/// characters, one to all else, broken bytes included.
std::size_t display_width(std::string_view utf8);

/// `text` in a field of `width` columns, filled with spaces; wider text stays as it is.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);

/// Line breaks, tabs and other control characters become spaces, so that a name from a file can
/// neither break a table nor talk to the terminal.
std::string one_line(std::string_view text);

/// Lines of at most `width` columns, broken at spaces; a longer word has a line of its own.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The beginning of a text, with an ellipsis where it is wider than `width`.
std::string shorten(std::string_view text, std::size_t width);

std::string escape_markdown(std::string_view text);
std::string escape_latex(std::string_view text);
std::string escape_csv(std::string_view text);

/// "a", "a and b", "a, b and c".
std::string enumerate(const std::vector<std::string>& words);
/// "a; b; and 3 more": the first `most` of things whose names may hold commas.
std::string list_some(const std::vector<std::string>& names, std::size_t most);

/// A place without what stands in brackets or after a comma: "Nhava Sheva (JNPT)" is Nhava Sheva.
std::string place_name(std::string_view name);

/// "1 link", "3 links".
std::string count_of(std::size_t count, const std::string& noun);

}  // namespace corridor
