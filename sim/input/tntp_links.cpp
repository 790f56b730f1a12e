#include <array>
#include <utility>

#include <fmt/format.h>

#include "input/file_value.hpp"
#include "input/tntp_parts.hpp"

namespace corridor {

namespace {

class LinkReader {
 public:
  LinkReader(const std::string& name, std::string_view text, Diagnostics& diagnostics)
      : bytes_{text.size()}, lines_{name, text, diagnostics} {}

  TntpLinks read() {
    std::optional<TntpHead> head = read_tntp_head(lines_, TntpKind::network, bytes_);
    if (!head) return {};
    result_.head = std::move(*head);
    result_.rows.reserve(*result_.head.links);
    std::size_t count = 0;
    for (; lines_.next(); ++count) read_row();
    if (count != *result_.head.links) {
      lines_.error(result_.head.links_place,
                   fmt::format("links announced: {}, links there: {}", *result_.head.links, count),
                   count < *result_.head.links ? "the file may have been cut short" : "");
    }
    return std::move(result_);
  }

 private:
  void read_row() {
    if (lines_.first_letter() == '<') {
      lines_.error(lines_.line_place(), "a tag after the head");
      return;
    }
    const std::uint32_t nodes = *result_.head.nodes;
    // What is wrong with one field says nothing about the next, unless there is none.
    const auto tail = lines_.id("the tail", "node", nodes);
    if (!tail && ends()) return;
    const auto head = lines_.id("the head", "node", nodes);
    if (!head && ends()) return;
    const auto link = read_link();
    if (tail && head && link) result_.rows.push_back({*tail, *head, *link});
  }

  /// Whether there are no more fields; a mark ends a row.
  bool ends() { return lines_.first_letter() == ';' || lines_.is_at_end(); }

  std::optional<TntpLink> read_link() {
    lines_.first_letter();
    const SourcePos capacity_place = lines_.place(lines_.rest().substr(0, 0));
    TntpLink link;
    bool is_sound = true;
    for (const auto& [what, into] : fields) {
      const auto value = lines_.number({what, 0});
      if (!value && ends()) return {};
      is_sound = is_sound && value.has_value();
      link.*into = value.value_or(0);
    }
    is_sound = read_rest(link) && is_sound;
    if (is_sound && link.capacity == 0 && link.b > 0) {
      lines_.error(capacity_place, "the capacity is 0, and the link's time depends on it",
                   "a link without a limit has a b of 0");
      return {};
    }
    return is_sound ? std::optional{link} : std::nullopt;
  }

  /// What some writers leave out: the speed, which says nothing new, the toll, and the type, which
  /// may be a word.
  bool read_rest(TntpLink& link) {
    bool is_sound = ends() || lines_.number({"the speed", 0});
    if (!ends()) {
      const auto toll = lines_.number({"the toll", 0});
      is_sound = is_sound && toll;
      link.toll = toll.value_or(0);
    }
    if (!ends()) lines_.field();
    lines_.accept(';');
    if (lines_.is_at_end()) return is_sound;
    const std::string_view more = lines_.field();
    lines_.error(lines_.place(more), fmt::format("{} is one field too many", in_quotes(more)),
                 form);
    return false;
  }

  struct Field {
    const char* what;
    double TntpLink::*into;
  };
  static constexpr std::array<Field, 5> fields{{{"the capacity", &TntpLink::capacity},
                                                {"the length", &TntpLink::length},
                                                {"the free-flow time", &TntpLink::free_time},
                                                {"the coefficient b", &TntpLink::b},
                                                {"the power", &TntpLink::power}}};
  static constexpr const char* form =
      "rows are 'tail head capacity length free-flow-time b power speed toll type ;'";

  std::size_t bytes_;
  TntpLines lines_;
  TntpLinks result_;
};

}  // namespace

TntpLinks read_tntp_links(const std::string& name, std::string_view text,
                          Diagnostics& diagnostics) {
  return LinkReader{name, text, diagnostics}.read();
}

}  // namespace corridor
