drydock_test(ui_widgets_test QT
  SOURCES widgets_error_text_test.cpp widgets_inline_message_test.cpp widgets_save_file_test.cpp widgets_time_text_test.cpp
  LINK drydock_widgets drydock_theme)
