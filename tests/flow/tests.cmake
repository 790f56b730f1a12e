corridor_tests(flow
  SOURCES cut_tree_test.cpp flow_certificate_test.cpp max_flow_test.cpp widening_test.cpp
  USES corridor_flow)
