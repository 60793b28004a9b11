// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "peer.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>

namespace drydock::tests {

namespace {

const QString peerSource = QStringLiteral(DRYDOCK_POWERSHELL_PEER);
const QString peerBuildFolder = QStringLiteral(DRYDOCK_PEER_BUILD);
const QString peerProgram = peerBuildFolder + QStringLiteral("/bin/powershell-peer/release/powershell-peer.dll");

std::string build()
{
    if (!QFileInfo::exists(peerSource + QStringLiteral("/powershell-peer.csproj")))
        return "no peer at " DRYDOCK_POWERSHELL_PEER;
    const QString dotnet = QStandardPaths::findExecutable(QStringLiteral("dotnet"));
    if (dotnet.isEmpty()) return "dotnet is not installed";
    QDir().mkpath(peerBuildFolder);
    QLockFile lock(peerBuildFolder + QStringLiteral("/build.lock")); // tests run side by side
    lock.setStaleLockTime(0);
    if (!lock.tryLock(300'000)) return "another process builds the peer and does not come to an end";
    if (QFileInfo::exists(peerProgram)) return {};
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(dotnet, {QStringLiteral("build"), peerSource, QStringLiteral("-c"), QStringLiteral("Release"),
                           QStringLiteral("--artifacts-path"), peerBuildFolder});
    process.waitForFinished(240'000);
    if (QFileInfo::exists(peerProgram)) return {};
    return "the peer cannot be built: " + process.readAll().right(600).toStdString();
}

} // namespace

std::string Peer::unavailable()
{
    static const std::string reason = build();
    return reason;
}

Peer::Peer(const QStringList& arguments)
{
    m_process.start(QStringLiteral("dotnet"), QStringList(peerProgram) + arguments);
    m_process.waitForStarted();
}

Peer::~Peer()
{
    m_process.closeWriteChannel();
    if (m_process.waitForFinished(2000)) return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

void Peer::write(const std::string& line)
{
    m_process.write(line.data(), static_cast<qint64>(line.size()));
    m_process.write("\n", 1);
    while (m_process.bytesToWrite() > 0 && m_process.waitForBytesWritten(10'000)) {
    }
}

std::optional<std::string> Peer::readLine(int seconds)
{
    const QDeadlineTimer deadline(std::chrono::seconds{seconds});
    while (!m_process.canReadLine()) {
        if (deadline.hasExpired()) return std::nullopt;
        if (!m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime())) && !m_process.canReadLine())
            return std::nullopt;
    }
    return m_process.readLine().trimmed().toStdString();
}

} // namespace drydock::tests
