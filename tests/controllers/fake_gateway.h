// A gateway in memory: a world that commands change at once, answers that can be held back, and a look at every call.
#pragma once

#include "model/ports/clock.h"
#include "model/ports/exchange_gateway.h"
#include "tests/maintenance/driver.h"

#include <QMutex>
#include <QPromise>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

class QThread;

namespace drydock::tests {

// Time that runs `scale` times as fast as the wall's.
class FastClock final : public ports::Clock
{
public:
    explicit FastClock(int scale) : m_scale(scale) {}
    [[nodiscard]] domain::Time now() const override
    {
        const auto passed = std::chrono::duration_cast<domain::Duration>(std::chrono::steady_clock::now() - m_start);
        return at(0) + passed * m_scale;
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    int m_scale;
};

class FakeGateway final : public ports::ExchangeGateway
{
public:
    explicit FakeGateway(domain::DagSnapshot world, const ports::Clock* clock = nullptr);

    QFuture<domain::Result<ports::ServerInfo>> open() override;
    QFuture<domain::Result<domain::SnapshotPtr>> readSnapshot(ports::ReadScope scope) override;
    QFuture<domain::Result<maintenance::CommandReport>> execute(maintenance::Command command) override;
    void close() override;

    // Set before use. Held answers are given by answerHeld(), in order.
    ports::ServerInfo info;
    std::optional<domain::Error> openError;
    std::optional<std::pair<std::string, domain::ErrorKind>> failNext; // the next such cmdlet, which has no effect then
    domain::SnapshotPtr part;                                          // told at once of a gradual reading
    bool holdOpen = false;
    bool holdObserve = false;
    bool holdExecute = false;
    std::function<void(const maintenance::Command&)> beforeExecute; // in the caller's thread
    std::function<void()> beforeClose;                              // likewise

    void setReadError(std::optional<domain::Error> error);
    void changeWorld(const std::function<void(domain::DagSnapshot&)>& change);
    void answerHeld(); // all of them
    [[nodiscard]] int heldCount() const;
    [[nodiscard]] QStringList sent() const; // as PowerShell
    [[nodiscard]] int observations() const;
    [[nodiscard]] bool closed() const;
    [[nodiscard]] bool calledFrom(const QThread* thread) const;
    [[nodiscard]] domain::DagSnapshot world() const;

private:
    template <class T>
    QFuture<domain::Result<T>> answer(bool hold, std::function<domain::Result<T>()> make, std::optional<T> first = {});
    domain::Result<domain::SnapshotPtr> read();
    domain::Result<maintenance::CommandReport> apply(const maintenance::Command& command);

    mutable QMutex m_mutex;
    Driver m_driver;
    const ports::Clock* m_clock;
    std::optional<domain::Error> m_observeError;
    std::vector<std::function<void()>> m_held;
    QStringList m_sent;
    std::vector<const QThread*> m_callers;
    int m_observations = 0;
    bool m_closed = false;
};

} // namespace drydock::tests
