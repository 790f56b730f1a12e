#pragma once

#include <string>

namespace corridor {

// Numbers as text. All of them round half away from zero to a fixed number of decimals and never
// show a negative zero, so that the same value reads the same wherever it stands.

/// The value that a number with so many decimals shows.
double rounded(double value, int decimals);

/// `12,345.6`; `-` where there is no value (NaN), `unlimited` where it is infinite.
std::string number(double value, int decimals);

/// The same with its sign: `+12.0`, `-3.5`, `0.0`.
std::string signed_number(double value, int decimals);

/// `12345.6`, for files that programs read; empty where there is no finite value.
std::string plain_number(double value, int decimals);

/// What a reader gets who subtracts the printed numbers.
double printed_change(double before, double after, int decimals);

/// A share in whole per cent: `42 %`.
std::string percent(double share);

}  // namespace corridor
