# On public instances, which the environment variable CORRIDOR_DATA names the folder of; skipped
# without it. One process a solver reads a graph once for all its questions.
corridor_tests(public
  SOURCES flows_test.cpp graphs_test.cpp pareto_test.cpp
          public_data.cpp solvers_test.cpp
  USES corridor_flow corridor_input corridor_route)
