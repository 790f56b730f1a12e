# COIN-OR Clp (coinor-libclp-dev), which ships no CMake package. Defines the target `clp`.
find_path(Clp_INCLUDE_DIR NAMES ClpSimplex.hpp PATH_SUFFIXES coin coin-or)
find_library(Clp_LIBRARY NAMES Clp)
find_library(Clp_CoinUtils_LIBRARY NAMES CoinUtils)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Clp REQUIRED_VARS Clp_LIBRARY Clp_CoinUtils_LIBRARY Clp_INCLUDE_DIR)
mark_as_advanced(Clp_INCLUDE_DIR Clp_LIBRARY Clp_CoinUtils_LIBRARY)

if(Clp_FOUND AND NOT TARGET clp)
  add_library(clp UNKNOWN IMPORTED)
  set_target_properties(clp PROPERTIES
    IMPORTED_LOCATION "${Clp_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${Clp_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${Clp_CoinUtils_LIBRARY}")
endif()
