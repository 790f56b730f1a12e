add_executable(corridor-sim
  cli/bench.cpp cli/bench_flow.cpp cli/check.cpp cli/command.cpp cli/compare.cpp cli/diff.cpp cli/flow.cpp cli/flow_demand.cpp cli/flow_max.cpp cli/flow_share.cpp cli/list.cpp
  cli/listings.cpp cli/main.cpp cli/new.cpp cli/routes.cpp cli/routes_pareto.cpp cli/progress.cpp cli/run.cpp
  cli/solve.cpp cli/solve_assignment.cpp cli/solve_flow.cpp cli/solve_paths.cpp
  cli/solvers.cpp cli/tntp_problem.cpp cli/validate.cpp)
target_link_libraries(corridor-sim PRIVATE corridor corridor_warnings CLI11::CLI11 fmt::fmt)
target_include_directories(corridor-sim PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_definitions(corridor-sim PRIVATE CORRIDOR_VERSION="${PROJECT_VERSION}")
set_target_properties(corridor-sim PROPERTIES OUTPUT_NAME corridor)
install(TARGETS corridor-sim RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
