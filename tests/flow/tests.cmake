corridor_tests(flow
  SOURCES assignment_laws_test.cpp assignment_start_test.cpp assignment_test.cpp
          bush_random_test.cpp bush_small_test.cpp concurrent_flow_test.cpp cost_trees_test.cpp
          cut_tree_test.cpp flow_certificate_test.cpp link_delay_test.cpp max_flow_test.cpp
          min_cost_certificate_test.cpp min_cost_degenerate_test.cpp min_cost_flow_test.cpp
          min_cost_laws_test.cpp min_cost_rivals_test.cpp multicommodity_hierarchy_test.cpp
          multicommodity_laws_test.cpp multicommodity_test.cpp path_assignment_test.cpp
          price_hierarchy_test.cpp stochastic_assignment_test.cpp whole_units_test.cpp
          widening_test.cpp
  USES corridor_flow clp)
