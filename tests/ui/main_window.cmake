drydock_test(ui_main_window_test QT
  SOURCES about_dialog_test.cpp main_window_keys_test.cpp main_window_connect_test.cpp main_window_messages_test.cpp
          main_window_notifications_test.cpp main_window_shots_test.cpp main_window_test.cpp
          main_window_tree_test.cpp shots.cpp window_bench.cpp
  LINK drydock_ui drydock_pages drydock_widgets drydock_theme drydock_controllers drydock_test_ports)
