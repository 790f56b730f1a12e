corridor_module(flow
  SOURCES boost_solvers.cpp certificate.cpp max_flow.cpp residual.cpp
  USES core graph route)
