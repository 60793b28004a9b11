// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The port on loopback by which faults are armed in a running lab: the lines of control.h.
#pragma once

#include "model/domain/result.h"
#include "remoting/lab/organisation.h"

#include <QTcpServer>
#include <cstdint>
#include <functional>

namespace drydock::lab {

// Lives on the thread of the LabServer. Deleting it ends its connections.
class ControlPort : public QObject
{
    Q_OBJECT
public:
    // `organisation` returns it with its clock brought up to date.
    explicit ControlPort(std::function<Organisation&()> organisation, QObject* parent = nullptr);

    // Unreachable: the port is in use.
    [[nodiscard]] domain::Result<> listen(std::uint16_t port);
    [[nodiscard]] std::uint16_t port() const { return m_server.serverPort(); }

private:
    void accept();
    void read(QTcpSocket* socket);

    std::function<Organisation&()> m_organisation;
    int m_connections = 0;
    QTcpServer m_server;
};

} // namespace drydock::lab
