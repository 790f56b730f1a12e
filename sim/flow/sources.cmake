corridor_module(flow
  SOURCES assign_by_bushes.cpp assignment_parts.cpp assignment_problem.cpp augmenting_trees.cpp augmenting_trees_mending.cpp boost_solvers.cpp bush_network.cpp bush_tree.cpp bushes.cpp certificate.cpp cut_tree.cpp cut_tree_certificate.cpp delay_table.cpp flow_network.cpp link_delay.cpp max_flow.cpp residual.cpp segment_pairs.cpp widening.cpp
  USES core graph route)
