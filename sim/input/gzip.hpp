#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "input/file_bytes.hpp"

namespace corridor {

/// The bytes themselves, or what gzip (RFC 1952, any number of members) packed into them; at most
/// `max_bytes`. Nothing, and why, if the data is damaged, cut short, packed far smaller than any
/// text is, or packed in another way.
std::optional<std::string> unpacked(std::string bytes, std::size_t max_bytes, FileFault& fault);

}  // namespace corridor
