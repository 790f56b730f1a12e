# libcsv, which ships neither a CMake package nor a pkg-config file. Defines the target `csv`.
find_path(Csv_INCLUDE_DIR NAMES csv.h)
find_library(Csv_LIBRARY NAMES csv)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Csv REQUIRED_VARS Csv_LIBRARY Csv_INCLUDE_DIR)
mark_as_advanced(Csv_INCLUDE_DIR Csv_LIBRARY)

if(Csv_FOUND AND NOT TARGET csv)
  add_library(csv UNKNOWN IMPORTED)
  set_target_properties(csv PROPERTIES
    IMPORTED_LOCATION "${Csv_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${Csv_INCLUDE_DIR}")
endif()
