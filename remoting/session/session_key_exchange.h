// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Agrees with the server on the session key, before the first command that carries a secret: PUBLIC_KEY, then Receives
// of the pool until the key has come.
#pragma once

#include "model/domain/result.h"
#include "remoting/psrp/client_pool.h"
#include "remoting/session/receive_backoff.h"
#include "remoting/session/wsman_shell_client.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace drydock::session {

// Lives on the network thread and is only called there. `client` and `pool` must outlive it.
class SessionKeyExchange : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(domain::Result<>)>;

    // `done` is called once. After an error the shell cannot be used: an answer of the pool may be lost.
    SessionKeyExchange(WsmanShellClient& client, const Timeouts& timeouts, psrp::ClientPool& pool, Done done);
    void start();
    // Drops the completion callback. To be called before the object is deleted while it waits.
    void abandon();

private:
    void receive();
    void received(const domain::Result<wsman::Response>& answer);
    void finish(domain::Result<> result);

    WsmanShellClient& m_client;
    psrp::ClientPool& m_pool;
    Done m_done;
    ReceiveBackoff m_backoff;
    QTimer m_deadline, m_pause;
};

} // namespace drydock::session
