drydock_test(ui_wizard_test QT
  SOURCES wizard_fixture.h wizard_pages_test.cpp wizard_test.cpp wizard_world.cpp
  LINK drydock_ui_wizard)
drydock_test(ui_wizard_shots_test QT
  SOURCES shots.cpp wizard_shots_test.cpp wizard_states.cpp wizard_world.cpp
  LINK drydock_ui_wizard)
