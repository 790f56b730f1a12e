#pragma once

#include <compare>

namespace corridor {

/// A number with a dimension: powers of cargo mass, length, time, money, greenhouse gas and years.
/// Base units are fixed: tonne, kilometre, hour, US dollar, kg CO2e, year. The year counts capacity
/// (t/yr) and is a dimension of its own: a capacity is a plan for a year, never a flow by the hour.
template <int Mass, int Length, int Time, int Money, int Gas, int Year>
struct Quantity {
  double value = 0;

  constexpr Quantity() = default;
  constexpr explicit Quantity(double v) : value{v} {}

  constexpr Quantity& operator+=(Quantity b) {
    value += b.value;
    return *this;
  }
  constexpr Quantity& operator*=(double factor) {
    value *= factor;
    return *this;
  }
  friend constexpr Quantity operator+(Quantity a, Quantity b) {
    return Quantity{a.value + b.value};
  }
  friend constexpr Quantity operator-(Quantity a, Quantity b) {
    return Quantity{a.value - b.value};
  }
  friend constexpr Quantity operator*(double s, Quantity q) { return Quantity{s * q.value}; }
  friend constexpr auto operator<=>(Quantity, Quantity) = default;
};

/// Equal dimensions cancel to a plain double.
template <int M, int L, int T, int C, int G, int Y>
constexpr auto quantity(double v) {
  if constexpr (M == 0 && L == 0 && T == 0 && C == 0 && G == 0 && Y == 0) {
    return v;
  } else {
    return Quantity<M, L, T, C, G, Y>{v};
  }
}

template <int M, int L, int T, int C, int G, int Y, int N, int K, int U, int D, int H, int Z>
constexpr auto operator*(Quantity<M, L, T, C, G, Y> a, Quantity<N, K, U, D, H, Z> b) {
  return quantity<M + N, L + K, T + U, C + D, G + H, Y + Z>(a.value * b.value);
}

template <int M, int L, int T, int C, int G, int Y, int N, int K, int U, int D, int H, int Z>
constexpr auto operator/(Quantity<M, L, T, C, G, Y> a, Quantity<N, K, U, D, H, Z> b) {
  return quantity<M - N, L - K, T - U, C - D, G - H, Y - Z>(a.value / b.value);
}

using Tonnes = Quantity<1, 0, 0, 0, 0, 0>;
using Km = Quantity<0, 1, 0, 0, 0, 0>;
using Hours = Quantity<0, 0, 1, 0, 0, 0>;
using Usd = Quantity<0, 0, 0, 1, 0, 0>;
using KgCo2e = Quantity<0, 0, 0, 0, 1, 0>;
using KmPerHour = decltype(Km{} / Hours{});
using UsdPerTonne = decltype(Usd{} / Tonnes{});
using UsdPerTonneKm = decltype(UsdPerTonne{} / Km{});
using UsdPerTonneHour = decltype(UsdPerTonne{} / Hours{});
using KgCo2ePerTonneKm = decltype(KgCo2e{} / (Tonnes{} * Km{}));
using TonnesPerYear = decltype(Tonnes{} / Quantity<0, 0, 0, 0, 0, 1>{});

}  // namespace corridor
