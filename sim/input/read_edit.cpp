#include <fmt/format.h>

#include "corridor/network/names.hpp"

#include "input/read_change.hpp"
#include "input/read_figure.hpp"

namespace corridor {

namespace {

Edit edit_at(const FileValue& value, Attribute attribute, EditKind kind) {
  Edit edit;
  edit.attribute = attribute;
  edit.kind = kind;
  edit.at = value.at();
  return edit;
}

std::optional<Edit> read_status(Reading& reading, const FileValue& value) {
  const auto text = read_text(reading, value, "'status'");
  if (!text) return {};
  const auto status = parse_status(*text);
  if (!status) {
    reading.unknown(value.at(), "unknown status " + in_quotes(*text), *text, status_names(),
                    fmt::format("one of: {}", fmt::join(status_names(), ", ")));
    return {};
  }
  Edit edit = edit_at(value, Attribute::status, EditKind::set);
  edit.status = *status;
  return edit;
}

bool is_percentage(const FileValue& value) {
  return value.is_text() && !value.text.empty() && value.text.back() == '%';
}

}  // namespace

std::optional<Edit> read_set_edit(Reading& reading, Attribute attribute, const FileValue& value,
                                  Provenance* provenance) {
  const auto dimension = dimension_of(attribute);
  if (!dimension) return read_status(reading, value);
  if (is_percentage(value)) {
    reading.error(
        value.at(),
        fmt::format("{} is a share, {} is wanted", in_quotes(value.text), describe(*dimension)),
        "to multiply a value, use 'scale'");
    return {};
  }
  const auto figure = read_raw_figure(reading, value, *dimension,
                                      provenance != nullptr ? *provenance : Provenance{});
  if (!figure) return {};
  Edit edit = edit_at(value, attribute, EditKind::set);
  edit.value = figure->value.value;
  edit.per = figure->value.per;
  if (value.find("range") != nullptr) {
    edit.low = figure->low;
    edit.high = figure->high;
  }
  if (provenance != nullptr) *provenance = figure->provenance;
  return edit;
}

std::optional<Edit> read_scale_edit(Reading& reading, Attribute attribute, const FileValue& value) {
  const auto text = read_text(reading, value, "'" + to_string(attribute) + "'");
  if (!text) return {};
  if (attribute == Attribute::status) {
    reading.error(value.at(), "a status cannot be multiplied", "use 'open', 'close' or 'set'");
    return {};
  }
  Trouble trouble;
  const auto factor = parse_factor(*text, trouble);
  if (!factor) {
    reading.error(value.at(), trouble.message, trouble.hint);
    return {};
  }
  if (*factor == 0 && attribute == Attribute::speed) {
    reading.error(value.at(), "a speed of 0", "to stop traffic, use 'close'");
    return {};
  }
  Edit edit = edit_at(value, attribute, EditKind::scale);
  edit.value = *factor;
  return edit;
}

std::optional<Edit> read_any_edit(Reading& reading, Attribute attribute, const FileValue& value) {
  if (is_percentage(value)) return read_scale_edit(reading, attribute, value);
  auto edit = read_set_edit(reading, attribute, value);
  const bool adds = value.is_text() && !value.text.empty() && value.text.front() == '+';
  if (edit && adds) edit->kind = EditKind::add;
  return edit;
}

}  // namespace corridor
