# Installs the build into a fresh prefix, then builds and runs a project that finds it there.
add_test(NAME install.a_consumer_project_finds_links_and_runs_it
  COMMAND ${CMAKE_COMMAND}
    -D build=${PROJECT_BINARY_DIR}
    -D work=${CMAKE_CURRENT_BINARY_DIR}/install
    -D consumer=${CMAKE_CURRENT_SOURCE_DIR}/install/consumer
    -D generator=${CMAKE_GENERATOR}
    -D compiler=${CMAKE_CXX_COMPILER}
    -D launcher=${CMAKE_CXX_COMPILER_LAUNCHER}
    -D flags=${CMAKE_CXX_FLAGS}
    -D build_type=${CMAKE_BUILD_TYPE}
    -P ${CMAKE_CURRENT_SOURCE_DIR}/install/consume.cmake)
