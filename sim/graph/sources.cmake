corridor_module(graph
  SOURCES compile.cpp graph.cpp metric.cpp
  USES core network scenario
  PUBLIC Boost::headers Eigen3::Eigen)
