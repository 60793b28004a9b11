// One remote shell on one server: opens it, runs one cmdlet after another, never sends one twice, always deletes the
// shell.
#pragma once

#include "model/domain/result.h"
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

namespace drydock::session {

class WsmanShellClient;
class PipelineRun;
class ShellOpener;
struct OpenShell;
struct RunResult;

class RemoteShell : public QObject
{
    Q_OBJECT
public:
    // Made and destroyed on the network thread, which must outlive it.
    RemoteShell(NetworkThread& thread, ShellEndpoint endpoint, domain::Secret password, ShellSetup setup = {});
    // Deletes the remote shell: the request leaves after this returns, within the time-out of the Delete.
    ~RemoteShell() override;

    // These may be called from any thread.
    [[nodiscard]] QFuture<domain::Result<>> open();
    // Runs after everything asked before; opens the shell first if it is not open. Errors: those of the way (see
    // HttpConnection), ReadOnly before a byte is written, what the cmdlet ended with (UnknownCommand, UnknownParameter,
    // PromptRefused, NotPermitted, CommandFailed …), Cancelled, TimedOut. A reading (Get-, Test-) that was lost is
    // re-run once; anything else that may have run is OutcomeUnknown, and ConnectionLost only where it is certain that
    // it did not.
    [[nodiscard]] QFuture<domain::Result<Output>> invoke(psrp::Command command, InvokeOptions options = {});
    // Stops what runs (it becomes Cancelled as soon as the server says so) and cancels what waits.
    void stop();
    // Stops everything and deletes the shell; done when the server answered or the time-out of the Delete passed.
    [[nodiscard]] QFuture<void> close();

signals:
    void progress(const drydock::psrp::ProgressRecord& record);

private:
    struct Call {
        psrp::Command command;
        InvokeOptions options;
        bool isRead = false;
        bool ranAgain = false; // a reading whose answer was lost
        bool reopened = false; // the shell was gone before it began
        QPromise<domain::Result<Output>> promise;
    };
    using CallPtr = std::shared_ptr<Call>;
    enum class State { Closed, Opening, Open, Closing };

    [[nodiscard]] QFuture<domain::Result<Output>> enqueue(CallPtr call);
    void next();
    void begin();
    void startOpening();
    void opened(domain::Result<OpenShell> result);
    void startRun();
    void ran(RunResult result);
    void settle(domain::Failure failure, bool mayHaveRun);
    void startClosing();
    void deleted();
    void dropShell();
    void cancelWaiting();
    [[nodiscard]] std::string nameOf(const Call& call) const;

    NetworkThread& m_thread;
    const ShellEndpoint m_endpoint;
    const ShellSetup m_setup;
    std::unique_ptr<WsmanShellClient> m_client;
    std::unique_ptr<ShellOpener> m_opener;
    std::unique_ptr<OpenShell> m_shell;
    std::unique_ptr<PipelineRun> m_run;
    State m_state = State::Closed;
    QTimer m_deleteTimer{this}; // how long the Delete of a shell that is closed may take
    std::deque<CallPtr> m_waiting;
    CallPtr m_running;
    std::vector<std::shared_ptr<QPromise<domain::Result<>>>> m_openPromises;
    std::vector<std::shared_ptr<QPromise<void>>> m_closePromises;
};

} // namespace drydock::session
