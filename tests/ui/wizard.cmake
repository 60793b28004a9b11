drydock_test(ui_wizard_test QT
  SOURCES campaign_window_test.cpp run_panels_test.cpp shots.cpp wizard_pages_test.cpp wizard_rebalance_test.cpp wizard_test.cpp wizard_window_end_test.cpp
  LINK drydock_ui_wizard drydock_services drydock_test_ports drydock_work_meter)
drydock_test(ui_wizard_shots_test QT
  SOURCES shots.cpp wizard_shots_test.cpp
  LINK drydock_ui_wizard drydock_test_ports)
