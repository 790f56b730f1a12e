corridor_module(flow
  SOURCES certificate.cpp max_flow.cpp
  USES core graph route)
