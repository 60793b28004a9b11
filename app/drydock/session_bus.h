// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The bus of the desktop's session.
#pragma once

#include <QDBusConnection>

namespace drydock::app {

// Returns a connection that is not connected where there is no such bus: Qt would start one.
[[nodiscard]] QDBusConnection sessionBus();

} // namespace drydock::app
