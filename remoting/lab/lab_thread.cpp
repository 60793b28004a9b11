// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/lab_thread.h"

#include <QMetaObject>

namespace drydock::lab {

LabThread::LabThread() : m_server(new LabServer)
{
    m_thread.setObjectName(QStringLiteral("lab"));
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

LabThread::~LabThread()
{
    m_thread.quit();
    m_thread.wait();
}

Result<Listening> LabThread::start(LabOptions options)
{
    Result<Listening> listening;
    QMetaObject::invokeMethod(
        m_server, [&] { listening = m_server->start(std::move(options)); }, Qt::BlockingQueuedConnection);
    return listening;
}

void LabThread::inject(const Fault& fault)
{
    with([&](Organisation& organisation) { organisation.inject(fault); });
}

StateDigest LabThread::stateDigest()
{
    StateDigest digest;
    with([&](Organisation& organisation) { digest = organisation.stateDigest(); });
    return digest;
}

int LabThread::shellCount()
{
    int count = 0;
    QMetaObject::invokeMethod(
        m_server, [&] { count = m_server->shellCount(); }, Qt::BlockingQueuedConnection);
    return count;
}

void LabThread::with(const std::function<void(Organisation&)>& function)
{
    const auto onThread = [&] {
        if (m_server->isListening()) function(m_server->organisation());
    };
    QMetaObject::invokeMethod(m_server, onThread, Qt::BlockingQueuedConnection);
}

} // namespace drydock::lab
