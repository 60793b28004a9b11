// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// An Exchange gateway over a snapshot in memory. Commands change the snapshot at once, and readings return it. Calls
// can be made to fail, answers can be held back, and every call is recorded. All functions may be called from any
// thread; dropping a future cancels nothing.
#pragma once

#include "model/ports/clock.h"
#include "model/ports/exchange_gateway.h"

#include <QMutex>
#include <QPromise>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

class QThread;

namespace drydock::tests {

class FakeGateway final : public ports::ExchangeGateway
{
public:
    enum class Call { Open, Read, Execute };

    // With a clock, a reading has the clock's time and a command changes the snapshot at that time. Without one, the
    // snapshot keeps its own time.
    explicit FakeGateway(domain::DagSnapshot snapshot, const ports::Clock* clock = nullptr);

    QFuture<domain::Result<ports::SessionInfo>> open() override;
    QFuture<domain::Result<domain::SnapshotPtr>> readSnapshot(ports::ReadScope scope) override;
    QFuture<domain::Result<maintenance::CommandReport>> execute(maintenance::Command command) override;
    [[nodiscard]] std::shared_ptr<ports::ExchangeGateway> another() const override;
    void close() override;

    // To be set before the first call.
    ports::SessionInfo info;                                        // grants every cmdlet of a maintenance
    domain::SnapshotPtr part;                                       // the first result of every gradual reading
    std::function<void(const maintenance::Command&)> beforeExecute; // called in the thread that calls execute()
    std::function<void()> beforeClose;                              // called in the thread that calls close()

    // Every open() or reading fails with the error until std::nullopt is set.
    void failOpen(std::optional<domain::Error> error);
    void failReads(std::optional<domain::Error> error);
    // The next command of the cmdlet fails with the error and has no effect.
    void failNext(const std::string& cmdlet, domain::Error error);

    // Holds back the answers to such calls from now on. The calls take effect when they are answered.
    void hold(Call call);
    void holdCommand(const std::string& cmdlet); // only commands of this cmdlet
    void answerHeld();                           // answers the held calls, in their order
    void release();                              // answers the held calls, and holds no further ones
    [[nodiscard]] int heldCount() const;

    void change(const std::function<void(domain::DagSnapshot&)>& how);
    [[nodiscard]] domain::DagSnapshot snapshot() const;
    [[nodiscard]] domain::SnapshotPtr sharedSnapshot() const;

    [[nodiscard]] std::vector<maintenance::Command> sent() const;
    [[nodiscard]] int timesSent(const std::string& cmdlet) const;
    [[nodiscard]] int readings() const; // the number of answered readings
    [[nodiscard]] bool closed() const;
    [[nodiscard]] bool calledFrom(const QThread* thread) const;

private:
    template <class T>
    QFuture<domain::Result<T>> answer(bool held, std::function<domain::Result<T>()> make, std::optional<T> first = {});
    domain::Result<domain::SnapshotPtr> read();
    domain::Result<maintenance::CommandReport> apply(const maintenance::Command& command);
    [[nodiscard]] bool holds(Call call) const;

    mutable QMutex m_mutex;
    domain::DagSnapshot m_snapshot;
    const ports::Clock* m_clock;
    std::optional<domain::Error> m_openError;
    std::optional<domain::Error> m_readError;
    std::map<std::string, domain::Error> m_commandErrors;
    std::set<Call> m_heldCalls;
    std::set<std::string> m_heldCmdlets;
    std::vector<std::function<void()>> m_held;
    std::vector<maintenance::Command> m_sent;
    std::set<const QThread*> m_callers;
    int m_readings = 0;
    bool m_closed = false;
};

} // namespace drydock::tests
