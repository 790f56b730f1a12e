# find_package(corridor) for other projects: the targets are installed by sim/CMakeLists.txt.
include(CMakePackageConfigHelpers)

set(corridor_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/corridor)
configure_package_config_file(cmake/corridorConfig.cmake.in
  ${PROJECT_BINARY_DIR}/corridorConfig.cmake INSTALL_DESTINATION ${corridor_package_dir})
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/corridorConfigVersion.cmake COMPATIBILITY SameMinorVersion)

install(EXPORT corridor_targets NAMESPACE corridor:: FILE corridorTargets.cmake
  DESTINATION ${corridor_package_dir})
install(FILES
  ${PROJECT_BINARY_DIR}/corridorConfig.cmake
  ${PROJECT_BINARY_DIR}/corridorConfigVersion.cmake
  cmake/FindClp.cmake
  cmake/FindCsv.cmake
  DESTINATION ${corridor_package_dir})
