// One pipeline from Command to its final state: fragments sent in order, Receives repeated, stopped on request, sent
// once.
#pragma once

#include "model/domain/result.h"
#include "remoting/psrp/client_pipeline.h"
#include "remoting/session/output.h"
#include "remoting/session/receive_backoff.h"
#include "remoting/session/wsman_shell_client.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace drydock::session {

struct RunResult {
    domain::Result<Output> output;
    enum class Certainty {
        NeverRan, // the server refused it, or never got it
        Ended,    // the server told how it ended
        Stopped,  // the server told that it was stopped: it ran in part
        Unknown,  // it may or may not have run, wholly or in part
    } certainty = Certainty::Ended;
    bool shellUsable = true; // false: the shell is gone or in an unknown state
    bool stopAsked = false;  // by stop() or the time-out
};

class PipelineRun : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(RunResult)>;

    // `what` names it in errors ("Get-Queue"). Calls back once, later.
    PipelineRun(WsmanShellClient& client, const Timeouts& timeouts, psrp::ClientPipeline pipeline, std::string what,
                Done done);
    void start(Milliseconds timeout); // 0: none
    // What the server confirms as stopped is an error of `kind`.
    void stop(domain::ErrorKind kind);
    // Forgets whom to call; for one who is about to delete this object.
    void abandon();

signals:
    void progress(const drydock::psrp::ProgressRecord& record);

private:
    void started(domain::Result<wsman::Response> answer);
    void sendRest();
    void receive();
    void received(domain::Result<wsman::Response> answer);
    void onFault(const wsman::Fault& fault);
    [[nodiscard]] domain::Result<bool> consume(const wsman::ReceiveResponse& response);
    void consumeEvent(psrp::PipelineEvent& event);
    void retry(domain::Error error, bool answerLost, Milliseconds atLeast = {});
    void commandIsThere();
    void commandIsMissing();
    void release();
    void sendStop();
    void giveUpStopping();
    void endByState(const psrp::StateEvent& event);
    void finish(domain::Result<Output> output, RunResult::Certainty certainty, bool shellUsable = true);
    void fail(domain::Error error, RunResult::Certainty certainty, bool shellUsable);

    WsmanShellClient& m_client;
    const Timeouts m_timeouts;
    psrp::ClientPipeline m_pipeline;
    const std::string m_what;
    Done m_done;
    std::string m_commandId;
    ReceiveBackoff m_backoff;
    std::size_t m_sent = 1; // fragments
    Output m_output;
    std::optional<psrp::StateEvent> m_end;
    std::optional<domain::ErrorKind> m_stopKind;
    QTimer m_timeout, m_stopTimer, m_retryTimer;
    int m_retries = 0;
    bool m_commandLost = false; // no answer to Command: a Receive must tell whether it arrived
    bool m_missedOnce = false;  // a Receive found no such command
    bool m_receiveLost = false; // the server may have answered a Receive, and nobody heard
    bool m_accepted = false;    // the server has the command
    bool m_stopSent = false;
    bool m_promptSeen = false;
};

} // namespace drydock::session
