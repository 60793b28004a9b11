// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/remote_shell.h"

#include "model/domain/read_only_cmdlet.h"
#include "remoting/session/error_classification.h"
#include "remoting/session/open_shell.h"
#include "remoting/session/pipeline_run.h"
#include "remoting/session/retry_policy.h"
#include "remoting/session/session_key_exchange.h"
#include "remoting/session/shell_deleter.h"
#include "remoting/session/shell_opener.h"
#include "remoting/session/wsman_shell_client.h"

#include <QThread>

#include <algorithm>

namespace drydock::session {
namespace {

using domain::ErrorKind;
using domain::Result;

template <class T> void answer(QPromise<T>& promise, T result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

// Deletes an object later, since it may be calling its owner now.
template <class T> void retire(std::unique_ptr<T>& object)
{
    if (object == nullptr) return;
    object->abandon();
    object.release()->deleteLater();
}

} // namespace

RemoteShell::RemoteShell(NetworkThread& thread, ShellEndpoint endpoint, domain::Secret password, ShellSetup setup)
    : m_thread(thread), m_endpoint(std::move(endpoint)), m_setup(std::move(setup)),
      m_client(std::make_unique<WsmanShellClient>(m_endpoint, std::move(password), m_setup))
{
    m_deleteTimer.setSingleShot(true);
    connect(&m_deleteTimer, &QTimer::timeout, this, &RemoteShell::deleted);
}

RemoteShell::~RemoteShell()
{
    if (m_opener) m_opener->abandon();
    if (m_keyExchange) m_keyExchange->abandon();
    dropShell();
    cancelRuns();
    if (m_next) settle(std::move(m_next), domain::fail(ErrorKind::Cancelled, {}), false);
    cancelWaiting();
    for (auto& promise : m_openPromises)
        answer(*promise, Result<>(domain::fail(ErrorKind::Cancelled, "open shell")));
    for (auto& promise : m_closePromises)
        promise->finish();
}

QFuture<Result<>> RemoteShell::open()
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    QMetaObject::invokeMethod(
        this,
        [this, promise] {
            if (m_state == State::Open) return answer(*promise, Result<>());
            m_openPromises.push_back(promise);
            if (m_state == State::Closed) startOpening();
        },
        Qt::QueuedConnection);
    return promise->future();
}

QFuture<Result<Output>> RemoteShell::invoke(psrp::Command command, InvokeOptions options)
{
    auto call = std::make_shared<Call>();
    call->isRead = domain::isReadOnlyCmdlet(command.name);
    call->command = std::move(command);
    call->options = options;
    return enqueue(std::move(call));
}

QFuture<Result<Output>> RemoteShell::enqueue(CallPtr call)
{
    call->promise.start();
    auto future = call->promise.future();
    if (m_endpoint.readOnly && !call->isRead) {
        answer(call->promise,
               Result<Output>(domain::fail(ErrorKind::ReadOnly, nameOf(*call), "this session only reads")));
        return future;
    }
    QMetaObject::invokeMethod(
        this,
        [this, call = std::move(call)] {
            m_waiting.push_back(call);
            next();
        },
        Qt::QueuedConnection);
    return future;
}

void RemoteShell::stop()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            cancelWaiting();
            if (m_keyExchange) m_client->abortReceive({});
            retire(m_keyExchange);
            for (auto& run : m_runs)
                run.pipeline->stop(ErrorKind::Cancelled);
            if (m_next) settle(std::move(m_next), domain::fail(ErrorKind::Cancelled, {}), false);
        },
        Qt::QueuedConnection);
}

std::optional<domain::Time> RemoteShell::serverTime() const { return m_client->serverTime(); }

QFuture<void> RemoteShell::close()
{
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    QMetaObject::invokeMethod(
        this,
        [this, promise] {
            m_closePromises.push_back(promise);
            if (m_state != State::Closing) startClosing();
        },
        Qt::QueuedConnection);
    return promise->future();
}

// Begins calls in order, as many at once as the pool has runspaces.
void RemoteShell::next()
{
    if (m_next || m_state == State::Opening || m_state == State::Closing) return;
    const bool wanted = m_state == State::Open && m_claim && m_claim->isWanted();
    if (wanted && m_runs.empty()) dropShell(); // in turn with those who wait for a shell
    const bool full = m_state == State::Open && static_cast<int>(m_runs.size()) >= m_shell->pool.maximumRunspaces();
    if (m_waiting.empty() || full || (wanted && !m_runs.empty())) return;
    m_next = std::move(m_waiting.front());
    m_waiting.pop_front();
    begin();
}

void RemoteShell::begin()
{
    if (m_state == State::Open)
        startRun();
    else
        startOpening();
}

void RemoteShell::startOpening()
{
    m_state = State::Opening;
    if (m_setup.budget && !m_claim)
        m_claim = m_setup.budget->claim(
            m_client->place(), this, [this] { openGranted(); }, [this] { next(); });
    if (!isQueued()) openGranted();
}

bool RemoteShell::isQueued() const { return m_claim && !m_claim->isGranted(); }

void RemoteShell::openGranted()
{
    if (m_state != State::Opening || m_opener || isQueued()) return; // it was closed meanwhile
    m_opener = std::make_unique<ShellOpener>(*m_client, m_setup, [this](auto result) { opened(std::move(result)); });
    m_opener->start();
}

void RemoteShell::opened(Result<OpenShell> result)
{
    retire(m_opener);
    const Result<> outcome = result ? Result<>() : Result<>(domain::fail(result.error()));
    m_state = result ? State::Open : State::Closed;
    if (!result) m_claim.reset();
    if (result) m_shell = std::make_unique<OpenShell>(std::move(*result));
    if (result) deleteLeftShells(); // the endpoint accepts the credentials
    for (auto& promise : std::exchange(m_openPromises, {}))
        answer(*promise, outcome);
    if (!m_next) return next();
    if (result) return startRun();
    settle(std::move(m_next), domain::fail(notSent(outcome.error())), false);
    next();
}

// The first command with a secret waits for the key that encrypts it.
void RemoteShell::agreeOnKey()
{
    m_keyExchange = std::make_unique<SessionKeyExchange>(
        *m_client, m_setup.timeouts, m_shell->pool, [this](const Result<>& agreed) {
            retire(m_keyExchange);
            if (agreed) return startRun();
            dropShell();
            runAgain();
            settle(std::move(m_next), domain::fail(notSent(agreed.error())), false);
            next();
        });
    m_keyExchange->start();
}

void RemoteShell::startRun()
{
    if (m_next->command.hasSecrets() && !m_shell->pool.hasSessionKey()) return agreeOnKey();
    auto pipeline = m_shell->pool.createPipeline({m_next->command});
    if (!pipeline) {
        settle(std::move(m_next), domain::fail(pipeline.error()), false);
        return next();
    }
    auto call = std::move(m_next);
    auto run = std::make_unique<PipelineRun>(*m_client, m_setup, std::move(*pipeline), call->isRead, nameOf(*call),
                                             [this, call](PipelineResult result) { ran(call, std::move(result)); });
    auto* started = run.get();
    m_runs.push_back({call, std::move(run)});
    const auto& timeouts = m_setup.timeouts;
    const auto limit = call->isRead ? timeouts.reading : timeouts.change;
    started->start(call->options.timeout.count() > 0 ? call->options.timeout : limit);
    next();
}

void RemoteShell::ran(const CallPtr& call, PipelineResult result)
{
    const auto ended = std::ranges::find(m_runs, call, &Run::call);
    retire(ended->pipeline);
    m_runs.erase(ended);
    if (!result.shellUsable) {
        dropShell();
        runAgain();
    }
    const bool again = (mayReopen(result) && !std::exchange(call->reopened, true)) ||
                       (mayReadAgain(result) && call->isRead && !std::exchange(call->ranAgain, true));
    if (again) {
        m_waiting.push_front(call);
    } else {
        noteRemarks(*call, result);
        answer(call->promise, finalResult(std::move(result), call->isRead, nameOf(*call)));
    }
    next();
}

// The shell of these runs is left, because another one found it unusable. A reading begins anew, as after a lost
// answer.
void RemoteShell::runAgain()
{
    for (auto& run : std::exchange(m_runs, {})) {
        retire(run.pipeline);
        if (run.call->isRead && !std::exchange(run.call->ranAgain, true))
            m_waiting.push_front(run.call);
        else
            settle(run.call, domain::fail(ErrorKind::ShellGone, {}, "another command found the shell unusable"), true);
    }
}

void RemoteShell::cancelRuns()
{
    for (auto& run : std::exchange(m_runs, {})) {
        retire(run.pipeline);
        settle(run.call, domain::fail(ErrorKind::Cancelled, {}), true);
    }
}

// Logs what nobody else keeps: the journal of a run holds what a change without errors said.
void RemoteShell::noteRemarks(const Call& call, const PipelineResult& result) const
{
    const auto& output = result.output;
    if (output && !call.isRead && !output->hadErrors) return;
    const auto name = nameOf(call) + ": ";
    if (output && call.isRead)
        for (const auto& warning : output->warnings)
            m_setup.note(name + "warning: " + warning);
    for (const auto& remark : output ? output->remarks : result.remarks)
        m_setup.note(name + remark);
}

void RemoteShell::startClosing()
{
    const bool nothingThere = m_state == State::Closed || isQueued();
    retire(m_opener);
    retire(m_keyExchange);
    m_client->abort();
    m_state = State::Closing;
    cancelRuns();
    m_shell.reset();
    if (m_next) settle(std::move(m_next), domain::fail(ErrorKind::Cancelled, {}), false);
    cancelWaiting();
    for (auto& promise : std::exchange(m_openPromises, {}))
        answer(*promise, Result<>(domain::fail(ErrorKind::Cancelled, "open shell")));
    if (nothingThere) return deleted();
    m_deleteTimer.start(m_setup.timeouts.deleteShell);
    m_client->deleteShell(this, [this](const auto&) { deleted(); });
}

void RemoteShell::deleted()
{
    if (m_state != State::Closing) return;
    m_deleteTimer.stop();
    m_claim.reset();
    m_state = State::Closed;
    m_client->abort();
    for (auto& promise : std::exchange(m_closePromises, {}))
        promise->finish();
    if (m_openPromises.empty()) return next();
    startOpening(); // open() was called meanwhile
}

// Deletes a shell that may exist on the server over a separate connection, without waiting for it.
void RemoteShell::dropShell()
{
    if (m_state == State::Closed) return;
    const bool nothingThere = isQueued();
    m_state = State::Closed;
    m_shell.reset();
    m_client->abort();
    if (m_claim) m_claim->yield();
    if (!nothingThere) deleteApart(m_client->shellId(), std::move(m_claim));
    m_claim.reset();
}

// The claim ends with the deletion, so that the server never has more shells than are granted.
void RemoteShell::deleteApart(const std::string& shellId, std::shared_ptr<ShellBudget::Claim> claim)
{
    new ShellDeleter(m_thread, m_client->connectionOptions(), m_client->deleteRequest(shellId),
                     m_setup.timeouts.deleteShell, [ledger = m_setup.ledger, shellId, claim = std::move(claim)] {
                         if (ledger) ledger->remove(shellId);
                     });
}

// A shell that a crash has left counts against the user's quota until its idle time-out.
void RemoteShell::deleteLeftShells()
{
    if (!m_setup.ledger) return;
    for (const auto& shellId : m_setup.ledger->takeLeftAt(m_client->place())) {
        m_setup.note("the shell " + shellId + " was left by a program that ended, and is deleted");
        deleteApart(shellId, nullptr);
    }
}

void RemoteShell::cancelWaiting()
{
    for (auto& call : std::exchange(m_waiting, {}))
        answer(call->promise, Result<Output>(domain::fail(ErrorKind::Cancelled, nameOf(*call))));
}

void RemoteShell::settle(CallPtr call, domain::Failure failure, bool mayHaveRun)
{
    auto error = failure.value().what.empty() ? std::move(failure).value() : failure.value().within(nameOf(*call));
    error.what = nameOf(*call);
    if (mayHaveRun && !call->isRead) {
        error.kind = ErrorKind::OutcomeUnknown;
        if (error.detail.empty()) error.detail = "nobody waited for its end";
    }
    answer(call->promise, Result<Output>(domain::fail(std::move(error))));
}

std::string RemoteShell::nameOf(const Call& call) const
{
    return call.command.name + " on " + m_endpoint.url.host().toStdString();
}

} // namespace drydock::session
