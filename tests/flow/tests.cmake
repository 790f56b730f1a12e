corridor_tests(flow
  SOURCES bush_random_test.cpp bush_small_test.cpp cut_tree_test.cpp flow_certificate_test.cpp max_flow_test.cpp widening_test.cpp
  USES corridor_flow)
