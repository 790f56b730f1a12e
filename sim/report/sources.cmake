corridor_module(report
  SOURCES alternatives.cpp alternatives_data.cpp bench.cpp bench_flow.cpp carriage.cpp
          carriage_data.cpp carriage_rows.cpp carriage_unmet.cpp comparison.cpp diff.cpp document.cpp fitting_share.cpp flow.cpp
          json.cpp listing.cpp measures.cpp most_of_all.cpp number.cpp pareto.cpp pareto_data.cpp routes.cpp
          run.cpp run_csv.cpp run_json.cpp run_subject.cpp share_data.cpp solve.cpp solve_assignment.cpp
          solve_flow_parts.cpp solve_max_flow.cpp solve_min_cost.cpp solve_tree.cpp table.cpp
          text.cpp validation.cpp
  USES core network scenario graph route study
  PRIVATE fmt::fmt nlohmann_json::nlohmann_json)
