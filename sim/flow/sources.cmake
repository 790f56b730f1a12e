corridor_module(flow
  SOURCES assignment_parts.cpp assignment_problem.cpp augmenting_trees.cpp augmenting_trees_mending.cpp boost_solvers.cpp certificate.cpp cut_tree.cpp cut_tree_certificate.cpp delay_table.cpp flow_network.cpp link_delay.cpp max_flow.cpp residual.cpp widening.cpp
  USES core graph route)
