corridor_module(route
  SOURCES alternatives.cpp certificate.cpp shortest_path.cpp
  USES core graph)
