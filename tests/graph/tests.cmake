corridor_tests(graph
  SOURCES bgl_test.cpp compile_test.cpp graph_test.cpp price_test.cpp weights_test.cpp
  USES corridor_graph)
