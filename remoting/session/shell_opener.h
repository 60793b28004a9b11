// Opens a shell over a channel: Create, then Receives until the runspace pool says it is open.
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

class ShellOpener : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(domain::Result<OpenShell>)>;

    // Calls back once. A shell that was or may have been created and is of no use is deleted before that.
    ShellOpener(WsmanShellClient& client, const ShellSetup& setup, Done done);
    void start();
    // Forgets whom to call; for one who is about to delete this object, and the shell.
    void abandon();

private:
    void created(domain::Result<wsman::Response> answer);
    void startAgain();
    void receive();
    void received(domain::Result<wsman::Response> answer);
    [[nodiscard]] domain::Result<> consume(const wsman::ReceiveResponse& response);
    void goOnByState(bool nothingCame);
    void sendAnswers();
    void giveUp(domain::Error error);
    void finish(domain::Result<OpenShell> result);

    WsmanShellClient& m_client;
    const ShellSetup m_setup;
    Done m_done;
    OpenShell m_shell;
    ReceiveBackoff m_backoff;
    QTimer m_deadline, m_pause;
    bool m_created = false; // the server may hold a shell of ours
    bool m_secondTry = false;
    bool m_givenUp = false;
};

} // namespace drydock::session
