corridor_module(input
  SOURCES dimacs_amounts.cpp dimacs_coordinates.cpp dimacs_graph.cpp dimacs_lines.cpp
          dimacs_max_flow.cpp dimacs_min_cost.cpp dimacs_problem.cpp file_bytes.cpp file_value.cpp
          flow_instance.cpp gzip.cpp instance_kind.cpp instance_text.cpp kind_of_file.cpp
          map_reader.cpp network_names.cpp number.cpp read_benchmarks.cpp read_change.cpp
          read_corridors.cpp read_demand.cpp read_demand_change.cpp read_edit.cpp
          read_expectation.cpp read_figure.cpp read_history.cpp read_links.cpp read_modes.cpp
          read_network.cpp read_places.cpp read_rules.cpp read_scenario.cpp read_selector.cpp
          read_study.cpp read_trip.cpp reading.cpp road_graph.cpp scenario_files.cpp
          source_file.cpp table_reader.cpp tntp.cpp tntp_head.cpp tntp_lines.cpp tntp_links.cpp
          tntp_trips.cpp units.cpp write.cpp yaml_document.cpp
  USES core network scenario graph
  PRIVATE fmt::fmt yaml-cpp csv ZLIB::ZLIB)
