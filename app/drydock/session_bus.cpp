// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydock/session_bus.h"

#include <QFileInfo>

namespace drydock::app {

QDBusConnection sessionBus()
{
    const bool there = !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
                       QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
    return there ? QDBusConnection::sessionBus() : QDBusConnection(QStringLiteral("none"));
}

} // namespace drydock::app
