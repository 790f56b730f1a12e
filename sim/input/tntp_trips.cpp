#include <cctype>
#include <limits>

#include <fmt/format.h>

#include "input/file_value.hpp"
#include "input/tntp_parts.hpp"

namespace corridor {

namespace {

bool is_origin(std::string_view word) {
  constexpr std::string_view wanted = "ORIGIN";
  if (word.size() != wanted.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (std::toupper(static_cast<unsigned char>(word[i])) != wanted[i]) return false;
  }
  return true;
}

class TripReader {
 public:
  TripReader(const std::string& name, std::string_view text, std::uint32_t zones,
             Diagnostics& diagnostics)
      : bytes_{text.size()},
        zones_{zones},
        lines_{name, text, diagnostics},
        line_of_origin_(zones),
        line_of_pair_(zones),
        origin_of_pair_(zones, none) {}

  std::vector<TntpTrips> read() {
    const std::optional<TntpHead> head = read_tntp_head(lines_, TntpKind::trips, bytes_);
    if (!head || !head->zones) return {};
    if (*head->zones != zones_) {
      lines_.error(head->zones_place,
                   fmt::format("the trips are between {} zones, but the network has {}",
                               *head->zones, zones_));
      return {};
    }
    while (lines_.next()) read_line();
    return std::move(trips_);
  }

 private:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  static constexpr const char* form = "blocks begin with 'Origin 1' and hold entries '2 : 100.0;'";

  void read_line() {
    const char letter = lines_.first_letter();
    if (std::isalpha(static_cast<unsigned char>(letter)) != 0) {
      read_origin();
    } else {
      while (!lines_.is_at_end() && read_entry()) continue;
    }
  }

  void read_origin() {
    const std::string_view word = lines_.field();
    has_block_ = true;
    origin_ = none;
    if (!is_origin(word)) {
      lines_.error(lines_.place(word), fmt::format("{} begins no block of trips", in_quotes(word)),
                   form);
      return;
    }
    const auto origin = lines_.id("the origin", "zone", zones_);
    if (!origin) return;
    if (line_of_origin_[*origin] != 0) {
      lines_.error(lines_.line_place(), fmt::format("a second block of zone {}", *origin + 1),
                   fmt::format("the first is line {}", line_of_origin_[*origin]));
      return;
    }
    line_of_origin_[*origin] = lines_.line();
    origin_ = *origin;
    if (lines_.is_at_end()) return;
    const std::string_view more = lines_.field();
    lines_.error(lines_.place(more), fmt::format("{} is one field too many", in_quotes(more)),
                 form);
  }

  /// False if the rest of the line cannot be made out.
  bool read_entry() {
    if (!has_block_) {
      lines_.error(lines_.line_place(), "an entry before the first origin", form);
      has_block_ = true;
    }
    if (lines_.accept(';')) return true;  // an empty entry
    lines_.first_letter();
    const SourcePos at = lines_.place(lines_.rest().substr(0, 0));
    const auto to = lines_.id("the destination", "zone", zones_);
    if (!lines_.accept(':')) {
      const std::string_view found = lines_.field();
      lines_.error(lines_.place(found), "':' is missing between destination and volume", form);
      return false;
    }
    const auto volume = lines_.number({"the volume", 0});
    if (!lines_.accept(';') && !lines_.is_at_end()) {
      const std::string_view found = lines_.field();
      lines_.error(lines_.place(found), "';' is missing after an entry", form);
      return false;
    }
    if (to && volume && origin_ != none) add(at, *to, *volume);
    return true;
  }

  void add(const SourcePos& at, std::uint32_t to, double volume) {
    if (origin_of_pair_[to] == origin_) {
      lines_.error(at, fmt::format("a second entry from zone {} to zone {}", origin_ + 1, to + 1),
                   fmt::format("the first is in line {}", line_of_pair_[to]));
      return;
    }
    origin_of_pair_[to] = origin_;
    line_of_pair_[to] = lines_.line();
    if (volume > 0) trips_.push_back({VertexId{origin_}, VertexId{to}, volume});
  }

  std::size_t bytes_;
  std::uint32_t zones_;
  TntpLines lines_;
  std::vector<TntpTrips> trips_;
  std::uint32_t origin_ = none;  // of the block; none after an error
  bool has_block_ = false;
  std::vector<int> line_of_origin_;  // by zone; 0 before its block
  std::vector<int> line_of_pair_;    // by destination
  std::vector<std::uint32_t> origin_of_pair_;
};

}  // namespace

std::vector<TntpTrips> read_tntp_trips(const std::string& name, std::string_view text,
                                       std::uint32_t zones, Diagnostics& diagnostics) {
  return TripReader{name, text, zones, diagnostics}.read();
}

}  // namespace corridor
