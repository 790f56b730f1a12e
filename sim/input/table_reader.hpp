#pragma once

#include <vector>

#include "input/file_value.hpp"
#include "input/reading.hpp"

namespace corridor {

/// The rows of a table (RFC 4180: commas, quotes, a header), each a map from the keys of its
/// columns to the cells that are not empty. `columns` must outlive the rows. Unknown, doubled and
/// missing columns, ragged rows and wrong quotes are errors; rows that have the right number of
/// cells are still returned.
std::vector<const FileValue*> read_table(const SourceFile& source,
                                         const std::vector<Column>& columns, Reading& reading);

}  // namespace corridor
