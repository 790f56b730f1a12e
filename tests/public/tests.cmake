# On public instances, which the environment variable CORRIDOR_DATA names the folder of; skipped
# without it. One process a solver reads a graph once for all its questions.
corridor_tests(public
  SOURCES assignment_test.cpp equilibrium_test.cpp flows_test.cpp graphs_test.cpp
          multicommodity_test.cpp pareto_test.cpp public_data.cpp solvers_test.cpp
  USES corridor_flow corridor_input corridor_route)
