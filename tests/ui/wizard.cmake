drydock_test(ui_wizard_shots_test QT
  SOURCES wizard_shots_test.cpp wizard_states.cpp wizard_states.h wizard_world.cpp wizard_world.h
  LINK drydock_ui_wizard)
