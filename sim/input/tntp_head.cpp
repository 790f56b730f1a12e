#include <algorithm>
#include <cctype>
#include <limits>

#include <fmt/format.h>

#include "input/file_value.hpp"
#include "input/tntp_parts.hpp"

namespace corridor {

namespace {

/// Bytes of the shortest row of a link, "1 2 3 4 5 6 7" and its end.
constexpr std::size_t least_row = 14;

/// A tag as it is compared: capitals, one blank between words.
std::string normal(std::string_view tag) {
  std::string result;
  for (const char c : tag) {
    const bool is_blank = c == ' ' || c == '\t';
    if (is_blank && (result.empty() || result.back() == ' ')) continue;
    result += is_blank ? ' ' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

class HeadReader {
 public:
  HeadReader(TntpLines& lines, TntpKind kind, std::size_t bytes)
      : lines_{lines}, kind_{kind}, bytes_{bytes} {}

  std::optional<TntpHead> read() {
    for (bool is_first = true; lines_.next(); is_first = false) {
      if (lines_.first_letter() != '<') {
        say_no_tag(is_first);
        if (is_first) return {};
        lines_.stay();
        return finish();
      }
      if (read_tag()) return finish();
    }
    lines_.error(lines_.file_place(), seen_any_ ? "the head has no end" : "the file is empty",
                 seen_any_ ? "it ends with '<END OF METADATA>'" : "");
    return {};
  }

 private:
  /// True at the end of the head.
  bool read_tag() {
    seen_any_ = true;
    const std::string_view rest = lines_.rest();
    const std::size_t close = rest.find('>');
    if (close == std::string_view::npos) {
      lines_.error(lines_.place(rest), "the tag is not closed by '>'");
      return false;
    }
    const std::string tag = normal(rest.substr(1, close - 1));
    tag_ = rest.substr(0, close + 1);
    lines_.skip(close + 1);
    if (tag == "END OF METADATA") return true;
    take(tag);
    return false;
  }

  void take(const std::string& tag) {
    const bool is_network = kind_ == TntpKind::network;
    const std::size_t nodes = std::max<std::size_t>(bytes_, 1'000'000);
    if (tag == "NUMBER OF ZONES") {
      head_.zones_place = lines_.place(tag_);
      count(head_.zones, {"the number of zones", 1}, nodes);
    } else if (tag == "TOTAL OD FLOW") {
      has_total_ = true;
    } else if (is_network && tag == "NUMBER OF NODES") {
      count(head_.nodes, {"the number of nodes", 1}, nodes);
    } else if (tag == "NUMBER OF LINKS") {
      has_links_ = true;
      head_.links_place = lines_.place(tag_);
      if (is_network) count(head_.links, {"the number of links", 0}, bytes_ / least_row + 1);
    } else if (is_network && tag == "FIRST THRU NODE") {
      count(head_.first_through, {"the first node to pass", 1}, nodes + 1);
    } else if (is_network && (tag == "TOLL FACTOR" || tag == "TOLL WEIGHT")) {
      head_.toll_weight = lines_.number({"the weight of tolls", 0});
    } else if (is_network && (tag == "DISTANCE FACTOR" || tag == "DISTANCE WEIGHT")) {
      head_.distance_weight = lines_.number({"the weight of distance", 0});
    }
  }

  /// Each thing that is spoken of takes some bytes; and ids have 32 bits.
  void count(std::optional<std::uint32_t>& into, const TntpNumber& wanted, std::size_t most) {
    if (into) lines_.error(lines_.place(tag_), fmt::format("{} is said twice", wanted.what));
    const auto value = lines_.whole(wanted);
    if (!value) {
      is_spoilt_ = true;
    } else if (*value >
               std::min<std::size_t>(most, std::numeric_limits<std::uint32_t>::max() - 1)) {
      lines_.error(lines_.place(tag_),
                   fmt::format("{} is {}, more than a file of {} bytes can hold", wanted.what,
                               *value, bytes_));
      is_spoilt_ = true;
    } else {
      into = value;
    }
  }

  void say_no_tag(bool is_first) {
    const std::string_view field = lines_.field();
    if (is_first) {
      lines_.error(lines_.place(field), "this is no file in TNTP's format",
                   "it begins with lines such as '<NUMBER OF ZONES> 24'");
    } else {
      lines_.error(lines_.place(field), "the head ends without '<END OF METADATA>'");
    }
  }

  std::optional<TntpHead> finish() {
    const bool is_network = kind_ == TntpKind::network;
    if (is_network && has_total_ && !has_links_) {
      lines_.error(lines_.file_place(), "the file holds trips, not a network");
      return {};
    }
    if (!is_network && has_links_ && !has_total_) {
      lines_.error(lines_.file_place(), "the file holds a network, not trips");
      return {};
    }
    miss(head_.zones, "NUMBER OF ZONES");
    if (is_network) {
      miss(head_.nodes, "NUMBER OF NODES");
      miss(head_.links, "NUMBER OF LINKS");
      miss(head_.first_through, "FIRST THRU NODE");
      check_order();
    }
    return is_spoilt_ ? std::nullopt : std::optional{head_};
  }

  /// A count that was wrong has been spoken of.
  void miss(const std::optional<std::uint32_t>& value, std::string_view tag) {
    if (value || is_spoilt_) return;
    lines_.error(lines_.file_place(), fmt::format("the head does not say '<{}>'", tag));
    missing_ = true;
  }

  void check_order() {
    is_spoilt_ = is_spoilt_ || missing_;
    if (is_spoilt_) return;
    if (*head_.zones > *head_.nodes) {
      lines_.error(head_.zones_place,
                   fmt::format("there are {} zones, but only {} nodes", *head_.zones, *head_.nodes),
                   "zones are the first nodes");
    }
    if (*head_.first_through > *head_.nodes + 1) {
      lines_.error(lines_.file_place(),
                   fmt::format("the first node to pass is {}, but there are only {} nodes",
                               *head_.first_through, *head_.nodes));
    }
  }

  TntpLines& lines_;
  TntpKind kind_;
  std::size_t bytes_;
  TntpHead head_;
  std::string_view tag_;
  bool seen_any_ = false;
  bool has_total_ = false;
  bool has_links_ = false;
  bool is_spoilt_ = false;
  bool missing_ = false;
};

}  // namespace

std::optional<TntpHead> read_tntp_head(TntpLines& lines, TntpKind kind, std::size_t bytes) {
  return HeadReader{lines, kind, bytes}.read();
}

}  // namespace corridor
