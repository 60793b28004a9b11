#include "tests/controllers/fake_gateway.h"

#include <QMutexLocker>
#include <QThread>

#include <algorithm>

namespace drydock::tests {

FakeGateway::FakeGateway(domain::DagSnapshot world, const ports::Clock* clock)
    : m_driver(std::move(world)), m_clock(clock)
{
    info.connectedTo = "mail2.contoso.com";
    info.user = "LAB\\admin";
    info.security = "none (loopback)";
}

template <class T>
QFuture<domain::Result<T>> FakeGateway::answer(bool hold, std::function<domain::Result<T>()> make,
                                               std::optional<T> first)
{
    auto promise = std::make_shared<QPromise<domain::Result<T>>>();
    promise->start();
    if (first) promise->addResult(domain::Result<T>(std::move(*first)));
    const auto give = [promise, make = std::move(make)] {
        promise->addResult(make());
        promise->finish();
    };
    {
        const QMutexLocker locked(&m_mutex);
        m_callers.push_back(QThread::currentThread());
        if (hold) m_held.emplace_back(give);
    }
    if (!hold) give();
    return promise->future();
}

QFuture<domain::Result<ports::ServerInfo>> FakeGateway::open()
{
    return answer<ports::ServerInfo>(holdOpen, [this]() -> domain::Result<ports::ServerInfo> {
        if (openError) return domain::fail(*openError);
        return info;
    });
}

QFuture<domain::Result<domain::SnapshotPtr>> FakeGateway::readSnapshot(ports::ReadScope scope)
{
    return answer<domain::SnapshotPtr>(
        holdObserve, [this] { return read(); }, scope.gradual && part ? std::optional(part) : std::nullopt);
}

QFuture<domain::Result<maintenance::CommandReport>> FakeGateway::execute(maintenance::Command command)
{
    if (beforeExecute) beforeExecute(command);
    {
        const QMutexLocker locked(&m_mutex);
        m_sent.append(QString::fromStdString(command.toPowerShell()));
    }
    return answer<maintenance::CommandReport>(holdExecute, [this, command] { return apply(command); });
}

domain::Result<domain::SnapshotPtr> FakeGateway::read()
{
    const QMutexLocker locked(&m_mutex);
    ++m_observations;
    if (m_observeError) return domain::fail(*m_observeError);
    if (m_clock != nullptr) m_driver.world.takenAt = m_clock->now();
    return std::make_shared<const domain::DagSnapshot>(m_driver.world);
}

domain::Result<maintenance::CommandReport> FakeGateway::apply(const maintenance::Command& command)
{
    const QMutexLocker locked(&m_mutex);
    if (m_clock != nullptr) m_driver.now = m_clock->now();
    if (failNext && failNext->first == command.cmdlet)
        return domain::fail(std::exchange(failNext, std::nullopt)->second, command.cmdlet, "for the test");
    m_driver.apply(command);
    return maintenance::CommandReport{};
}

void FakeGateway::close()
{
    if (beforeClose) beforeClose();
    const QMutexLocker locked(&m_mutex);
    m_closed = true;
}

void FakeGateway::setReadError(std::optional<domain::Error> error)
{
    const QMutexLocker locked(&m_mutex);
    m_observeError = std::move(error);
}

void FakeGateway::changeWorld(const std::function<void(domain::DagSnapshot&)>& change)
{
    const QMutexLocker locked(&m_mutex);
    change(m_driver.world);
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

int FakeGateway::heldCount() const
{
    const QMutexLocker locked(&m_mutex);
    return int(m_held.size());
}

QStringList FakeGateway::sent() const
{
    const QMutexLocker locked(&m_mutex);
    return m_sent;
}

int FakeGateway::observations() const
{
    const QMutexLocker locked(&m_mutex);
    return m_observations;
}

bool FakeGateway::closed() const
{
    const QMutexLocker locked(&m_mutex);
    return m_closed;
}

bool FakeGateway::calledFrom(const QThread* thread) const
{
    const QMutexLocker locked(&m_mutex);
    return std::find(m_callers.begin(), m_callers.end(), thread) != m_callers.end();
}

domain::DagSnapshot FakeGateway::world() const
{
    const QMutexLocker locked(&m_mutex);
    return m_driver.world;
}

} // namespace drydock::tests
