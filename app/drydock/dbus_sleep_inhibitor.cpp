// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydock/dbus_sleep_inhibitor.h"

#include "app/drydock/session_bus.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace drydock::app {
namespace {

QDBusMessage screenSaver(const QString& method)
{
    const auto service = QStringLiteral("org.freedesktop.ScreenSaver");
    return QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/ScreenSaver"), service, method);
}

QString programName() { return QStringLiteral("Drydock"); }

} // namespace

std::unique_ptr<SleepInhibitor> makeSleepInhibitor()
{
    return std::make_unique<DBusSleepInhibitor>(QDBusConnection::systemBus(), sessionBus());
}

DBusSleepInhibitor::DBusSleepInhibitor(QDBusConnection system, QDBusConnection session)
    : m_system(std::move(system)), m_session(std::move(session))
{
}

DBusSleepInhibitor::~DBusSleepInhibitor() { release(); }

void DBusSleepInhibitor::hold(const QString& why)
{
    if (m_wanted) return;
    m_wanted = true;
    m_why = why;
    ++m_request;
    askLogind();
}

void DBusSleepInhibitor::release()
{
    m_wanted = false;
    ++m_request;
    m_lock = {};
    if (!m_cookie) return;
    auto message = screenSaver(QStringLiteral("UnInhibit"));
    message << *m_cookie;
    m_session.send(message);
    m_cookie.reset();
}

// https://systemd.io/INHIBITOR_LOCKS: the lock is held while the descriptor is open.
void DBusSleepInhibitor::askLogind()
{
    if (!m_system.isConnected()) return askScreenSaver();
    auto message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    message.setAutoStartService(false);
    message << QStringLiteral("sleep:idle") << programName() << m_why << QStringLiteral("block");
    auto* watcher = new QDBusPendingCallWatcher(m_system.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, request = m_request] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (request != m_request) return; // released meanwhile; the descriptor is closed with the reply
        if (reply.isError()) return askScreenSaver();
        m_lock = reply.value();
    });
}

void DBusSleepInhibitor::askScreenSaver()
{
    if (!m_session.isConnected()) return;
    auto message = screenSaver(QStringLiteral("Inhibit"));
    message.setAutoStartService(false);
    message << programName() << m_why;
    auto* watcher = new QDBusPendingCallWatcher(m_session.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, request = m_request] {
        watcher->deleteLater();
        const QDBusPendingReply<quint32> reply = *watcher;
        if (reply.isError()) return;
        m_cookie = reply.value();
        if (request != m_request) release(); // released meanwhile
    });
}

} // namespace drydock::app
