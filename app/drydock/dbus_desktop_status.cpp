// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydock/dbus_desktop_status.h"

#include "app/drydock/session_bus.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace drydock::app {
namespace {

QString notifications() { return QStringLiteral("org.freedesktop.Notifications"); }
QString notificationsPath() { return QStringLiteral("/org/freedesktop/Notifications"); }

QDBusMessage toNotifications(const QString& method)
{
    return QDBusMessage::createMethodCall(notifications(), notificationsPath(), notifications(), method);
}

} // namespace

std::unique_ptr<DesktopStatus> makeDesktopStatus(QWidget&, std::function<void()> clicked)
{
    return std::make_unique<DBusDesktopStatus>(sessionBus(), std::move(clicked));
}

DBusDesktopStatus::DBusDesktopStatus(QDBusConnection session, std::function<void()> clicked)
    : m_session(std::move(session)), m_clicked(std::move(clicked))
{
    if (!m_session.isConnected()) return;
    m_session.connect(notifications(), notificationsPath(), notifications(), QStringLiteral("ActionInvoked"), this,
                      SLOT(onActionInvoked(quint32, QString)));
}

DBusDesktopStatus::~DBusDesktopStatus()
{
    hideProgress();
    withdraw();
}

void DBusDesktopStatus::showProgress(double share, bool asking)
{
    m_progress = true;
    update({{QStringLiteral("progress"), share},
            {QStringLiteral("progress-visible"), true},
            {QStringLiteral("urgent"), asking}});
}

void DBusDesktopStatus::hideProgress()
{
    if (!std::exchange(m_progress, false)) return;
    update({{QStringLiteral("progress-visible"), false}, {QStringLiteral("urgent"), false}});
}

// https://wiki.ubuntu.com/Unity/LauncherAPI: a signal to whatever shows launchers, about a desktop file.
void DBusDesktopStatus::update(const QVariantMap& properties)
{
    if (!m_session.isConnected()) return;
    auto message = QDBusMessage::createSignal(
        QStringLiteral("/drydock"), QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
    message << QStringLiteral("application://drydock.desktop") << properties;
    m_session.send(message);
}

// https://specifications.freedesktop.org/notification-spec/: the body may hold markup, the summary is plain.
void DBusDesktopStatus::notify(const QString& heading, const QString& text)
{
    if (!m_session.isConnected()) return;
    auto message = toNotifications(QStringLiteral("Notify"));
    message << QStringLiteral("Drydock") << m_notification << QStringLiteral("drydock") << heading
            << text.toHtmlEscaped() << QStringList{QStringLiteral("default"), QString()}
            << QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("drydock")}} << -1;
    auto* watcher = new QDBusPendingCallWatcher(m_session.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, request = ++m_request] {
        watcher->deleteLater();
        const QDBusPendingReply<quint32> reply = *watcher;
        if (reply.isError()) return;
        if (request == m_request)
            m_notification = reply.value();
        else
            close(reply.value()); // withdrawn or replaced meanwhile
    });
}

void DBusDesktopStatus::withdraw()
{
    ++m_request;
    if (m_notification) close(std::exchange(m_notification, 0));
}

void DBusDesktopStatus::close(quint32 id)
{
    auto message = toNotifications(QStringLiteral("CloseNotification"));
    message.setAutoStartService(false);
    message << id;
    m_session.send(message);
}

void DBusDesktopStatus::onActionInvoked(quint32 id, const QString& action)
{
    if (id == m_notification && action == QStringLiteral("default") && m_clicked) m_clicked();
}

} // namespace drydock::app
