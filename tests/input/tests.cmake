corridor_tests(input
  SOURCES change_test.cpp expectation_test.cpp figure_test.cpp flow_instance_test.cpp
          network_test.cpp road_graph_test.cpp source_file_test.cpp study_test.cpp
          table_reader_test.cpp tntp_test.cpp units_test.cpp write_test.cpp yaml_document_test.cpp
  USES corridor_input fmt::fmt rapidcheck ZLIB::ZLIB)
