// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/app/bus.h"

#include <QFile>
#include <QStandardPaths>

namespace drydock::tests {

bool Bus::possible() { return !QStandardPaths::findExecutable(QStringLiteral("dbus-daemon")).isEmpty(); }

bool Bus::start()
{
    QFile config(m_folder.filePath(QStringLiteral("bus.conf")));
    if (!config.open(QIODevice::WriteOnly)) return false;
    config.write("<busconfig><type>session</type><listen>unix:dir=" + m_folder.path().toLocal8Bit() +
                 "</listen><policy context=\"default\"><allow send_destination=\"*\"/><allow eavesdrop=\"true\"/>"
                 "<allow own=\"*\"/></policy></busconfig>");
    config.close();
    m_process.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                                                    QStringLiteral("--config-file=") + config.fileName()});
    if (!m_process.waitForReadyRead(10000)) return false;
    m_address = QString::fromLocal8Bit(m_process.readLine()).trimmed();
    return !m_address.isEmpty();
}

Bus::~Bus()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10000)) m_process.kill();
}

QDBusConnection Bus::connect(const QString& name) const { return QDBusConnection::connectToBus(m_address, name); }

} // namespace drydock::tests
