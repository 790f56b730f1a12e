corridor_tests(flow
  SOURCES flow_certificate_test.cpp max_flow_test.cpp
  USES corridor_flow)
