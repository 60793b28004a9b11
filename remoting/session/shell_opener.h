// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Opens a shell: Create, then Receives until the runspace pool reports that it is open.
#pragma once

#include "model/domain/result.h"
#include "remoting/session/open_shell.h"
#include "remoting/session/receive_backoff.h"
#include "remoting/session/shell_setup.h"
#include "remoting/session/wsman_shell_client.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace drydock::session {

// Lives on the network thread and is only called there. `client` must outlive it.
class ShellOpener : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(domain::Result<OpenShell>)>;

    // `done` is called once. A shell that was or may have been created and cannot be used is deleted before that,
    // within the time-out of the Delete.
    ShellOpener(WsmanShellClient& client, const ShellSetup& setup, Done done);
    void start();
    // Drops the completion callback. To be called before the object is deleted while it opens a shell, which the caller
    // has to delete.
    void abandon();

private:
    void created(domain::Result<wsman::Response> answer);
    void startAgain();
    void receive();
    void received(domain::Result<wsman::Response> answer);
    void onFault(const wsman::Fault& fault);
    [[nodiscard]] bool mayWait(Milliseconds wanted);
    [[nodiscard]] domain::Result<std::size_t> consume(const wsman::ReceiveResponse& response);
    void continueByState(std::size_t bytes);
    void sendAnswers();
    void giveUp(domain::Error error);
    void finish(domain::Result<OpenShell> result);

    WsmanShellClient& m_client;
    const ShellSetup m_setup;
    Done m_done;
    OpenShell m_shell;
    ReceiveBackoff m_backoff;
    QTimer m_deadline, m_pause;
    int m_refusals = 0;     // for load or a quota
    bool m_created = false; // the server may have created a shell
    bool m_secondTry = false;
    bool m_givenUp = false;
};

} // namespace drydock::session
