#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corridor/core/date.hpp"
#include "corridor/core/figure.hpp"
#include "corridor/network/change.hpp"

#include "input/file_value.hpp"
#include "input/reading.hpp"
#include "input/units.hpp"

namespace corridor {

/// Reads a map key by key. Keys that are not among `known` are reported when it is made, missing
/// and wrong values when they are asked for. A row of a table is a map too, and is spoken of by the
/// names of its columns.
class MapReader {
 public:
  /// `what` is the thing that the map describes: "a link".
  MapReader(Reading& reading, const FileValue& map, std::string what,
            std::span<const std::string> known);

  Reading& reading() const { return reading_; }
  bool is_map() const { return map_.is_map(); }
  SourcePos at() const { return map_.at(); }
  const FileValue& value() const { return map_; }
  /// Whether something was wrong since this reader was made.
  bool has_faults() const { return reading_.error_count() > errors_before_; }

  /// The value of a key; null if the key is not there.
  const FileValue* find(std::string_view key) const { return map_.find(key); }
  /// The same, but it is an error if the key is not there.
  const FileValue* need(std::string_view key) const;

  std::optional<std::string> text(std::string_view key) const;
  std::optional<std::string> needed_text(std::string_view key) const;
  std::optional<std::string> id(std::string_view key) const;
  std::optional<Name> name(std::string_view key) const;
  std::optional<Name> needed_name(std::string_view key) const;
  /// A text or a list of texts. Nothing, or an empty list, is an empty list.
  std::vector<Name> names(std::string_view key) const;
  std::vector<std::string> texts(std::string_view key) const;
  bool boolean(std::string_view key, bool otherwise) const;
  std::optional<double> number(std::string_view key) const;
  std::optional<int> whole_number(std::string_view key, int least, int most) const;
  std::optional<Date> date(std::string_view key, DayOfMonth missing_day = DayOfMonth::first) const;
  /// The entries of a list; empty if the key is not there.
  std::vector<const FileValue*> list(std::string_view key) const;

  /// One of the words in `known`, as its place among them.
  std::optional<std::size_t> word(std::string_view key, std::span<const std::string> known) const;
  template <class Enum>
  std::optional<Enum> one_of(std::string_view key, std::span<const std::string> known) const {
    const auto index = word(key, known);
    return index ? std::optional<Enum>{static_cast<Enum>(*index)} : std::nullopt;
  }

  /// `source`, `confidence` and `assumption`, each as in `around` where the map does not say.
  Provenance provenance(const Provenance& around = {}) const;

  void error(std::string_view key, std::string message, std::string hint = {}) const;

 private:
  std::string shown(std::string_view key) const;  // the column's name in a table

  Reading& reading_;
  const FileValue& map_;
  std::string what_;
  std::size_t errors_before_;
};

/// A value that must be text and not empty; `what` names it in messages.
std::optional<std::string> read_text(Reading& reading, const FileValue& value,
                                     std::string_view what);

/// An id: small letters, digits and underscores, 100 at the most.
std::optional<std::string> read_id(Reading& reading, const FileValue& value, std::string_view what);

/// A name, or a list of names.
std::vector<Name> read_names(Reading& reading, const FileValue& value, std::string_view what);

/// on, off, true, false, yes or no.
std::optional<bool> read_boolean(Reading& reading, const FileValue& value, std::string_view what);

/// The texts of names.
std::vector<std::string> texts_of(const std::vector<Name>& names);

}  // namespace corridor
