// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/session_gateway.h"

#include "remoting/exchange/gateway_worker.h"

#include <QMetaObject>
#include <QPromise>

#include <memory>
#include <utility>

namespace drydock::exchange {
namespace {

template <class T> using Promise = std::shared_ptr<QPromise<domain::Result<T>>>;

// Runs `call` on the worker's thread with the worker, a function that finishes the returned future, and its promise.
template <class T, class Call> QFuture<domain::Result<T>> onWorker(GatewayWorker* worker, Call call)
{
    auto promise = std::make_shared<QPromise<domain::Result<T>>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(worker, [worker, promise, call = std::move(call)]() mutable {
        auto done = [promise](domain::Result<T> result) {
            promise->addResult(std::move(result));
            promise->finish();
        };
        call(worker, std::move(done), promise);
    });
    return future;
}

} // namespace

SessionGateway::SessionGateway(const ports::ConnectionProfile& profile, CmdletShellFactory shells,
                               const ports::Clock& clock, session::NetworkThread& thread, HealthcheckProbe healthchecks)
    : m_profile(profile), m_shells(std::move(shells)), m_healthchecks(std::move(healthchecks)), m_clock(clock),
      m_thread(thread), m_worker(new GatewayWorker(m_profile, m_shells, m_healthchecks, clock, thread))
{
    m_worker->moveToThread(thread.thread());
}

SessionGateway::~SessionGateway()
{
    QMetaObject::invokeMethod(m_worker, &GatewayWorker::closeAndDelete, Qt::QueuedConnection);
}

QFuture<domain::Result<ports::SessionInfo>> SessionGateway::open()
{
    return onWorker<ports::SessionInfo>(
        m_worker, [](GatewayWorker* worker, auto done, const auto&) { worker->open(std::move(done)); });
}

QFuture<domain::Result<domain::SnapshotPtr>> SessionGateway::readSnapshot(ports::ReadScope scope)
{
    return onWorker<domain::SnapshotPtr>(
        m_worker, [scope = std::move(scope)](GatewayWorker* worker, auto done,
                                             const Promise<domain::SnapshotPtr>& promise) mutable {
            worker->readSnapshot(std::move(scope), std::move(done),
                                 [promise](domain::SnapshotPtr part) { promise->addResult(std::move(part)); });
        });
}

QFuture<domain::Result<maintenance::CommandReport>> SessionGateway::execute(maintenance::Command command)
{
    return onWorker<maintenance::CommandReport>(
        m_worker, [command = std::move(command)](GatewayWorker* worker, auto done, const auto&) mutable {
            worker->execute(std::move(command), std::move(done));
        });
}

std::shared_ptr<ports::ExchangeGateway> SessionGateway::another() const
{
    return std::make_shared<SessionGateway>(m_profile, m_shells, m_clock, m_thread, m_healthchecks);
}

void SessionGateway::close() { QMetaObject::invokeMethod(m_worker, &GatewayWorker::close, Qt::QueuedConnection); }

} // namespace drydock::exchange
