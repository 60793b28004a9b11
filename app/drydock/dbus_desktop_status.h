// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The launcher's progress and the notifications of Linux desktops, both by the session bus: the LauncherEntry of Unity,
// which the docks of GNOME and Plasma read too, and the Desktop Notifications of freedesktop.org.
#pragma once

#include "app/drydock/desktop_status.h"

#include <QDBusConnection>
#include <QObject>

namespace drydock::app {

class DBusDesktopStatus final : public QObject, public DesktopStatus
{
    Q_OBJECT

public:
    // A bus that is not connected is not asked.
    DBusDesktopStatus(QDBusConnection session, std::function<void()> clicked);
    ~DBusDesktopStatus() override;

    void showProgress(double share, bool asking) override;
    void hideProgress() override;
    void notify(const QString& heading, const QString& text) override;
    void withdraw() override;
    [[nodiscard]] bool shown() const { return m_notification != 0; } // the desktop has shown a notification

private slots:
    void onActionInvoked(quint32 id, const QString& action);

private:
    void update(const QVariantMap& properties);
    void close(quint32 id);

    QDBusConnection m_session;
    std::function<void()> m_clicked;
    bool m_progress = false;    // it is shown
    quint32 m_notification = 0; // the desktop's number of it; 0: there is none
    quint64 m_request = 0;      // number of the last request; the notification of an earlier one is closed
};

} // namespace drydock::app
