// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One remote shell on one server: opens it, runs cmdlets in order without ever sending one twice, as many at once as
// its pool has runspaces, and always deletes the shell.
#pragma once

#include "model/domain/result.h"
#include "model/domain/time.h"
#include "remoting/psrp/command.h"
#include "remoting/session/network_thread.h"
#include "remoting/session/output.h"
#include "remoting/session/shell_endpoint.h"
#include "remoting/session/shell_setup.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>

namespace drydock::session {

class WsmanShellClient;
class PipelineRun;
class SessionKeyExchange;
class ShellOpener;
struct OpenShell;
struct PipelineResult;

class RemoteShell : public QObject
{
    Q_OBJECT
public:
    // Made and destroyed on the network thread, which must outlive it.
    RemoteShell(NetworkThread& thread, ShellEndpoint endpoint, domain::Secret password, ShellSetup setup = {});
    // Ends all calls and deletes the remote shell; the Delete request is sent after this returns, within its time-out.
    // Waiting calls become Cancelled. So does the running one, but a change that may have run becomes OutcomeUnknown.
    ~RemoteShell() override;

    // The functions below may be called from any thread. Dropping a future cancels nothing.

    // Opens the shell if it is not open. Errors: those of HttpConnection and wsman::kindOf, TimedOut, ShellGone,
    // Malformed, LimitExceeded, Cancelled.
    [[nodiscard]] QFuture<domain::Result<>> open();
    // Begins the command after all earlier calls, which have ended unless the pool has several runspaces
    // (ShellSetup::pool), and opens the shell first if it is not open. A read-only cmdlet (domain::isReadOnlyCmdlet)
    // whose answer was lost is run again once. Errors: those of HttpConnection and of open(); ReadOnly before anything
    // is sent; the kind of the cmdlet's error (UnknownCommand, UnknownParameter, PromptRefused, NotPermitted,
    // CommandFailed …); Cancelled; TimedOut; OutcomeUnknown for any other command that may have run, and
    // ConnectionLost only if it certainly did not run.
    [[nodiscard]] QFuture<domain::Result<Output>> invoke(psrp::Command command, InvokeOptions options = {});
    // Asks the server to stop the running cmdlet, and cancels waiting calls. A read-only cmdlet becomes Cancelled when
    // the server confirms it. A change becomes OutcomeUnknown, since it may have run in part.
    void stop();
    // Ends all calls as the destructor does, and deletes the shell. The future finishes when the server has answered or
    // the time-out of the Delete has passed. A later call opens a new shell.
    [[nodiscard]] QFuture<void> close();

    // Returns the time by the server's clock when it last answered; empty if it has not told it. Called on the network
    // thread.
    [[nodiscard]] std::optional<domain::Time> serverTime() const;

private:
    struct Call {
        psrp::Command command;
        InvokeOptions options;
        bool isRead = false;
        bool ranAgain = false; // its answer was lost, and it is a reading
        bool reopened = false; // the shell had ended before it began
        QPromise<domain::Result<Output>> promise;
    };
    using CallPtr = std::shared_ptr<Call>;
    struct Run {
        CallPtr call;
        std::unique_ptr<PipelineRun> pipeline;
    };
    enum class State { Closed, Opening, Open, Closing };

    [[nodiscard]] QFuture<domain::Result<Output>> enqueue(CallPtr call);
    void next();
    void begin();
    void startOpening();
    void openGranted();
    [[nodiscard]] bool isQueued() const;
    void opened(domain::Result<OpenShell> result);
    void startRun();
    void agreeOnKey();
    void ran(const CallPtr& call, PipelineResult result);
    void runAgain();
    void cancelRuns();
    void noteRemarks(const Call& call, const PipelineResult& result) const;
    void settle(CallPtr call, domain::Failure failure, bool mayHaveRun);
    void startClosing();
    void deleted();
    void dropShell();
    void deleteApart(const std::string& shellId, std::shared_ptr<ShellBudget::Claim> claim);
    void deleteLeftShells();
    void cancelWaiting();
    [[nodiscard]] std::string nameOf(const Call& call) const;

    NetworkThread& m_thread;
    const ShellEndpoint m_endpoint;
    const ShellSetup m_setup;
    std::unique_ptr<WsmanShellClient> m_client;
    std::unique_ptr<ShellOpener> m_opener;
    std::unique_ptr<OpenShell> m_shell;
    std::unique_ptr<ShellBudget::Claim> m_claim; // on a shell, from before it is opened until it is deleted
    std::unique_ptr<SessionKeyExchange> m_keyExchange;
    std::vector<Run> m_runs;
    State m_state = State::Closed;
    QTimer m_deleteTimer{this}; // limits the Delete of a shell that is closed
    std::deque<CallPtr> m_waiting;
    CallPtr m_next; // that waits for the shell to open, or for the session key
    std::vector<std::shared_ptr<QPromise<domain::Result<>>>> m_openPromises;
    std::vector<std::shared_ptr<QPromise<void>>> m_closePromises;
};

} // namespace drydock::session
