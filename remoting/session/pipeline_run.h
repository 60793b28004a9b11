// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Runs one pipeline, from Command to its final state: sends its fragments in order, repeats Receives, and stops it on
// request. Nothing is sent twice.
#pragma once

#include "model/domain/result.h"
#include "remoting/psrp/client_pipeline.h"
#include "remoting/session/output.h"
#include "remoting/session/receive_backoff.h"
#include "remoting/session/remarks.h"
#include "remoting/session/shell_setup.h"
#include "remoting/session/wsman_shell_client.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace drydock::session {

struct PipelineResult {
    domain::Result<Output> output;
    enum class Certainty {
        NeverRan, // the server refused it or did not receive it
        Ended,    // the server reported how it ended
        Stopped,  // the server reported that it was stopped, so it ran in part
        Unknown,  // it may or may not have run, wholly or in part
    } certainty = Certainty::Ended;
    bool shellUsable = true;               // false: the shell does not exist or is in an unknown state
    bool stopAsked = false;                // stop() was called or the time-out passed
    std::vector<std::string> remarks = {}; // of a pipeline that failed; else they are in the output
};

// Lives on the network thread and is only called there. `client` must outlive it.
class PipelineRun : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(PipelineResult)>;

    // `isRead`: it changes nothing. `what` names the pipeline in errors ("Get-Queue"). `done` is called once, after
    // start() has returned.
    PipelineRun(WsmanShellClient& client, const ShellSetup& setup, psrp::ClientPipeline pipeline, bool isRead,
                std::string what, Done done);
    // After `timeout` the pipeline is stopped as by stop(TimedOut); 0: no time-out.
    void start(Milliseconds timeout);
    // Asks the server to stop the pipeline. If the server confirms it, the result is an error of `kind`. Only the first
    // call has an effect.
    void stop(domain::ErrorKind kind);
    // Drops the completion callback. To be called before the object is deleted while the pipeline runs. The server is
    // not asked to stop it.
    void abandon();

private:
    void started(domain::Result<wsman::Response> answer);
    void sendRest();
    void receive();
    void receiveAfter(std::size_t bytes);
    void received(domain::Result<wsman::Response> answer);
    void onFault(const wsman::Fault& fault);
    [[nodiscard]] domain::Result<std::size_t> consume(const wsman::ReceiveResponse& response);
    void consumeEvent(psrp::PipelineEvent& event);
    void sendRefusal();
    void reconnect(domain::Error disconnected);
    void askWhetherShellLives(domain::Error silence);
    [[nodiscard]] bool mayRetry(const domain::Error& error);
    void retry(domain::Error error, bool answerLost, Milliseconds atLeast = {});
    void commandIsThere();
    void commandIsMissing();
    void endAsMissing(bool shellIsThere);
    void release();
    void sendStop();
    void giveUpStopping();
    void endByState(const psrp::StateEvent& event);
    void finish(domain::Result<Output> output, PipelineResult::Certainty certainty, bool shellUsable = true);
    void fail(domain::Error error, PipelineResult::Certainty certainty, bool shellUsable);

    WsmanShellClient& m_client;
    const ShellSetup m_setup;
    const Timeouts& m_timeouts = m_setup.timeouts;
    psrp::ClientPipeline m_pipeline;
    const bool m_isRead;
    const std::string m_what;
    Done m_done;
    std::string m_commandId;
    ReceiveBackoff m_backoff;
    std::size_t m_sent = 1; // fragments
    Output m_output;
    Remarks m_remarks;
    std::optional<psrp::StateEvent> m_end;
    std::deque<std::vector<std::string>> m_refusals; // answers to questions, fragment by fragment, to be sent
    std::string m_stopReason;
    std::optional<domain::ErrorKind> m_stopKind;
    QTimer m_timeout, m_stopTimer, m_retryTimer;
    QElapsedTimer m_outage; // since the last answer, while Receives fail
    int m_retries = 0;
    std::optional<domain::Error> m_unexplained; // the fault without a code that answered Command
    bool m_commandLost = false; // Command was not clearly answered; a Receive will show whether the server has it
    bool m_missedOnce = false;  // a Receive found no such command
    bool m_receiveLost = false; // an answer to a Receive may have been lost
    bool m_accepted = false;    // the server has accepted the command
    bool m_stopSent = false;
    bool m_promptSeen = false;
    bool m_refusing = false; // a refusal is being sent
};

} // namespace drydock::session
