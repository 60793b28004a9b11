// Linux: a lock of systemd-logind, or where that is refused, of the desktop's screen saver service.
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
    // A bus that is not there is one that is not connected.
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
    quint64 m_asked = 0;             // answers to earlier questions are let go of
    QDBusUnixFileDescriptor m_lock;  // logind: held as long as it is open
    std::optional<quint32> m_cookie; // screen saver
};

} // namespace drydock::app
