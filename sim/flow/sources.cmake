corridor_module(flow
  SOURCES augmenting_trees.cpp augmenting_trees_mending.cpp boost_solvers.cpp certificate.cpp cut_tree.cpp cut_tree_certificate.cpp flow_network.cpp max_flow.cpp residual.cpp widening.cpp
          column_generation.cpp concurrent_certificate.cpp concurrent_flow.cpp congestion_descent.cpp
          flow_answer.cpp flow_problem.cpp flow_proof.cpp flow_run.cpp flow_start.cpp
          linear_program.cpp multicommodity.cpp multicommodity_certificate.cpp path_master.cpp
          path_master_solution.cpp path_pool.cpp
  USES core graph route
  PRIVATE clp)
