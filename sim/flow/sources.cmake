corridor_module(flow
  SOURCES
    arc_prices.cpp augmenting_trees.cpp augmenting_trees_mending.cpp basis_tree.cpp
    boost_solvers.cpp certificate.cpp cut_tree.cpp cut_tree_certificate.cpp flow_network.cpp
    max_flow.cpp min_cost_answer.cpp min_cost_certificate.cpp min_cost_flow.cpp min_cost_totals.cpp
    network_simplex.cpp network_simplex_start.cpp residual.cpp simplex_order.cpp whole_units.cpp
    widening.cpp
  USES core graph route)
