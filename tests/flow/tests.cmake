corridor_tests(flow
  SOURCES assignment_laws_test.cpp assignment_start_test.cpp assignment_test.cpp cost_trees_test.cpp cut_tree_test.cpp flow_certificate_test.cpp link_delay_test.cpp max_flow_test.cpp stochastic_assignment_test.cpp widening_test.cpp
  USES corridor_flow)
