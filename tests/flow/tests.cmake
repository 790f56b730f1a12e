corridor_tests(flow
  SOURCES concurrent_flow_test.cpp cut_tree_test.cpp flow_certificate_test.cpp max_flow_test.cpp widening_test.cpp
          multicommodity_laws_test.cpp multicommodity_test.cpp
  USES corridor_flow clp)
