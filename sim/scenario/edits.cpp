#include "scenario/edits.hpp"

#include "scenario/values.hpp"

namespace corridor {

namespace {

bool is_capacity(Attribute attribute) {
  return attribute == Attribute::capacity || attribute == Attribute::node_capacity;
}

void edit_status(const Edit& edit, const Origin& origin, WayState& state) {
  const bool opens = edit.status == Status::operational;
  if (origin.for_cargo) {
    state.cargo_allowed = opens;
    if (opens) state.status = Status::operational;
  } else {
    state.status = edit.status;
  }
  if (!opens) {
    state.closed_by = origin.words;
  } else if (state.cargo_allowed) {
    state.closed_by.clear();
  }
}

}  // namespace

double number_of(const Edit& edit, const Cargo& cargo) {
  if (edit.kind == EditKind::scale || edit.per == Per::tonne) return edit.value;
  const double tonnes = cargo.tonnes_per_teu.value.value;
  // The same operation as per_tonne(), so that equal figures give equal bytes.
  return is_capacity(edit.attribute) ? tonnes * edit.value : (1 / tonnes) * edit.value;
}

bool concerns(const Edit& edit, const Cargo& cargo) {
  if (!is_capacity(edit.attribute) || edit.kind == EditKind::scale) return true;
  return edit.per == Per::tonne || cargo.unit == Per::teu;
}

Value edited(const Value& old, const Edit& edit, const Cargo& cargo, Basis basis) {
  const double number = number_of(edit, cargo);
  Value value{number, basis};
  if (edit.kind == EditKind::scale) value = {old.value * number, weaker(old.basis, basis)};
  if (edit.kind == EditKind::add) value = {old.value + number, weaker(old.basis, basis)};
  if (edit.attribute == Attribute::toll) value.value = quantised_toll(value.value);
  return value;
}

void edit_way(const Cargo& cargo, const Edit& edit, const Origin& origin, WayState& state) {
  const bool of_border =
      edit.attribute == Attribute::border_time || edit.attribute == Attribute::border_cost;
  if (!concerns(edit, cargo) || (of_border && !state.crosses_border)) return;
  if (edit.attribute == Attribute::status) {
    edit_status(edit, origin, state);
    return;
  }
  Value& value = value_of(state, edit.attribute);
  // A toll of nothing rests on nothing: with the first part, the sum rests on that part alone.
  const bool first_part = edit.kind == EditKind::add && value.value == 0;
  const Value result = edited(value, edit, cargo, origin.basis);
  value = {result.value, first_part ? origin.basis : result.basis};
}

void edit_node(const Cargo& cargo, const Edit& edit, const Origin& origin, NodeState& state) {
  if (!concerns(edit, cargo)) return;
  Value& value = value_of(state, edit.attribute);
  if (edit.kind != EditKind::set && value.value < 0)
    return;  // the pair's default is no number here
  value = edited(value, edit, cargo, origin.basis);
}

}  // namespace corridor
