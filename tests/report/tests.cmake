corridor_tests(report
  SOURCES bench_report_test.cpp comparison_report_test.cpp document_test.cpp json_report_test.cpp number_test.cpp
          other_reports_test.cpp run_report_test.cpp sample.cpp table_test.cpp text_test.cpp
  USES corridor_report nlohmann_json::nlohmann_json)
