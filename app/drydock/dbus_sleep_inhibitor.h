// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Prevents sleep on Linux: takes a lock of systemd-logind or, if that is refused, asks the desktop's screen saver
// service.
#pragma once

#include "app/drydock/sleep_inhibitor.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

#include <optional>

namespace drydock::app {

class DBusSleepInhibitor final : public QObject, public SleepInhibitor
{
    Q_OBJECT

public:
    // A bus that is not connected is not asked.
    DBusSleepInhibitor(QDBusConnection system, QDBusConnection session);
    ~DBusSleepInhibitor() override;

    void hold(const QString& why) override;
    void release() override;
    [[nodiscard]] bool held() const { return m_lock.isValid() || m_cookie; }

private:
    void askLogind();
    void askScreenSaver();

    QDBusConnection m_system;
    QDBusConnection m_session;
    QString m_why;
    bool m_wanted = false;
    quint64 m_request = 0;           // number of the last request; replies to earlier ones are dropped
    QDBusUnixFileDescriptor m_lock;  // of logind, which inhibits sleep while it is open
    std::optional<quint32> m_cookie; // of the screen saver service
};

} // namespace drydock::app
