// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A D-Bus of a test's own, on which everybody may be whom he says he is.
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

namespace drydock::tests {

class Bus
{
public:
    Bus() = default;
    ~Bus();
    Bus(const Bus&) = delete;
    Bus& operator=(const Bus&) = delete;

    [[nodiscard]] static bool possible(); // dbus-daemon is installed
    [[nodiscard]] bool start();
    [[nodiscard]] QDBusConnection connect(const QString& name) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_address;
};

} // namespace drydock::tests
