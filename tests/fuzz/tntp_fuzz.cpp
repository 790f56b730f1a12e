#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  corridor::fuzz::read_as_tntp({reinterpret_cast<const char*>(data), size});
  return 0;
}
