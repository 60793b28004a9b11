// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/fake_gateway.h"

#include "tests/support/command_effects.h"

#include <QMutexLocker>
#include <QThread>

#include <algorithm>

namespace drydock::tests {

using domain::Result;

FakeGateway::FakeGateway(domain::DagSnapshot snapshot, const ports::Clock* clock)
    : info{"mail2.alwayshotcafe.com", "LAB\\admin", "none (loopback)", {}, false}, m_snapshot(std::move(snapshot)),
      m_clock(clock)
{
    for (const auto* cmdlet :
         {"Get-MailboxDatabaseCopyStatus", "Get-MailboxServer", "Get-Queue", "Get-ServerComponentState",
          "Move-ActiveMailboxDatabase", "Redirect-Message", "Set-MailboxServer", "Set-ServerComponentState"})
        info.permissions[cmdlet];
}

template <class T>
QFuture<Result<T>> FakeGateway::answer(bool held, std::function<Result<T>()> make, std::optional<T> first)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    if (first) promise->addResult(Result<T>(std::move(*first)));
    const auto give = [promise, make = std::move(make)] {
        promise->addResult(make());
        promise->finish();
    };
    {
        const QMutexLocker locked(&m_mutex);
        m_callers.insert(QThread::currentThread());
        if (held) m_held.emplace_back(give);
    }
    if (!held) give();
    return promise->future();
}

QFuture<Result<ports::SessionInfo>> FakeGateway::open()
{
    return answer<ports::SessionInfo>(holds(Call::Open), [this]() -> Result<ports::SessionInfo> {
        const QMutexLocker locked(&m_mutex);
        if (m_openError) return domain::fail(*m_openError);
        return info;
    });
}

QFuture<Result<domain::SnapshotPtr>> FakeGateway::readSnapshot(ports::ReadScope scope)
{
    return answer<domain::SnapshotPtr>(
        holds(Call::Read), [this] { return read(); }, scope.gradual && part ? std::optional(part) : std::nullopt);
}

QFuture<Result<maintenance::CommandReport>> FakeGateway::execute(maintenance::Command command)
{
    if (beforeExecute) beforeExecute(command);
    bool held = holds(Call::Execute);
    {
        const QMutexLocker locked(&m_mutex);
        m_sent.push_back(command);
        held = held || m_heldCmdlets.contains(command.cmdlet);
    }
    return answer<maintenance::CommandReport>(held, [this, command] { return apply(command); });
}

Result<domain::SnapshotPtr> FakeGateway::read()
{
    const QMutexLocker locked(&m_mutex);
    ++m_readings;
    if (m_readError) return domain::fail(*m_readError);
    if (m_clock != nullptr) m_snapshot.takenAt = m_clock->now();
    return std::make_shared<const domain::DagSnapshot>(m_snapshot);
}

Result<maintenance::CommandReport> FakeGateway::apply(const maintenance::Command& command)
{
    const QMutexLocker locked(&m_mutex);
    if (auto failure = m_commandErrors.extract(command.cmdlet)) return domain::fail(failure.mapped());
    applyTo(m_snapshot, command, m_clock != nullptr ? m_clock->now() : m_snapshot.takenAt);
    return maintenance::CommandReport{};
}

std::shared_ptr<ports::ExchangeGateway> FakeGateway::another() const
{
    return std::make_shared<FakeGateway>(snapshot(), m_clock);
}

void FakeGateway::close()
{
    if (beforeClose) beforeClose();
    const QMutexLocker locked(&m_mutex);
    m_closed = true;
}

void FakeGateway::failOpen(std::optional<domain::Error> error)
{
    const QMutexLocker locked(&m_mutex);
    m_openError = std::move(error);
}

void FakeGateway::failReads(std::optional<domain::Error> error)
{
    const QMutexLocker locked(&m_mutex);
    m_readError = std::move(error);
}

void FakeGateway::failNext(const std::string& cmdlet, domain::Error error)
{
    const QMutexLocker locked(&m_mutex);
    m_commandErrors.insert_or_assign(cmdlet, std::move(error));
}

void FakeGateway::hold(Call call)
{
    const QMutexLocker locked(&m_mutex);
    m_heldCalls.insert(call);
}

void FakeGateway::holdCommand(const std::string& cmdlet)
{
    const QMutexLocker locked(&m_mutex);
    m_heldCmdlets.insert(cmdlet);
}

bool FakeGateway::holds(Call call) const
{
    const QMutexLocker locked(&m_mutex);
    return m_heldCalls.contains(call);
}

void FakeGateway::answerHeld()
{
    std::vector<std::function<void()>> held;
    {
        const QMutexLocker locked(&m_mutex);
        held.swap(m_held);
    }
    for (const auto& give : held)
        give();
}

void FakeGateway::release()
{
    {
        const QMutexLocker locked(&m_mutex);
        m_heldCalls.clear();
        m_heldCmdlets.clear();
    }
    answerHeld();
}

int FakeGateway::heldCount() const
{
    const QMutexLocker locked(&m_mutex);
    return int(m_held.size());
}

void FakeGateway::change(const std::function<void(domain::DagSnapshot&)>& how)
{
    const QMutexLocker locked(&m_mutex);
    how(m_snapshot);
}

domain::DagSnapshot FakeGateway::snapshot() const
{
    const QMutexLocker locked(&m_mutex);
    return m_snapshot;
}

domain::SnapshotPtr FakeGateway::sharedSnapshot() const
{
    return std::make_shared<const domain::DagSnapshot>(snapshot());
}

std::vector<maintenance::Command> FakeGateway::sent() const
{
    const QMutexLocker locked(&m_mutex);
    return m_sent;
}

int FakeGateway::timesSent(const std::string& cmdlet) const
{
    const auto commands = sent();
    return int(std::count_if(commands.begin(), commands.end(), [&](const auto& c) { return c.cmdlet == cmdlet; }));
}

int FakeGateway::readings() const
{
    const QMutexLocker locked(&m_mutex);
    return m_readings;
}

bool FakeGateway::closed() const
{
    const QMutexLocker locked(&m_mutex);
    return m_closed;
}

bool FakeGateway::calledFrom(const QThread* thread) const
{
    const QMutexLocker locked(&m_mutex);
    return m_callers.contains(thread);
}

} // namespace drydock::tests
