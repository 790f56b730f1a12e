#pragma once

#include "input/file_value.hpp"
#include "input/reading.hpp"

namespace corridor {

/// The one document of a YAML file. Null if it is not YAML, or is of a kind that no honest file is:
/// too deep, too large once its aliases are followed, containing itself, of several documents, with
/// keys that are no text. Doubled keys and tags are errors too, but do not end the reading.
const FileValue* parse_yaml(const SourceFile& source, Reading& reading);

}  // namespace corridor
