#include "corridor/core/quantity.hpp"

#include <type_traits>

#include <gtest/gtest.h>

namespace corridor {
namespace {

template <class A, class B>
concept Addable = requires(A a, B b) {
  a + b;
};

static_assert(Addable<Km, Km>);
static_assert(!Addable<Km, Hours>);
static_assert(!Addable<UsdPerTonne, UsdPerTonneKm>);
static_assert(!std::is_convertible_v<double, Km>);
static_assert(std::is_same_v<decltype(Km{} / KmPerHour{}), Hours>);
static_assert(std::is_same_v<decltype(UsdPerTonneKm{} * Km{}), UsdPerTonne>);
static_assert(std::is_same_v<decltype(UsdPerTonneHour{} * Hours{}), UsdPerTonne>);
static_assert(std::is_same_v<decltype(Km{} / Km{}), double>);

TEST(Quantity, KeepsItsArithmetic) {
  EXPECT_EQ((Km{120} / KmPerHour{40}).value, 3);
  EXPECT_EQ((UsdPerTonneKm{0.05} * Km{200}).value, 10);
  EXPECT_EQ((Hours{2} + Hours{3}).value, 5);
  EXPECT_LT(Usd{1}, Usd{2});
}

}  // namespace
}  // namespace corridor
