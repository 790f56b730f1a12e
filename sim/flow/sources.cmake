corridor_module(flow
  SOURCES augmenting_trees.cpp augmenting_trees_mending.cpp boost_solvers.cpp certificate.cpp cut_tree.cpp cut_tree_certificate.cpp flow_network.cpp max_flow.cpp residual.cpp widening.cpp
  USES core graph route)
