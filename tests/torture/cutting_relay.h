// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Stands between a client and a server on loopback, and ends a connection after a given byte.
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <array>
#include <optional>

namespace drydock::tests {

enum class Toward { Server, Client };

class CuttingRelay : public QTcpServer
{
public:
    explicit CuttingRelay(quint16 target);

    // Counts anew, over all connections. The connection that brings byte number `bytes` + 1 in this direction ends
    // without it; later ones are left alone.
    void cutAfter(Toward direction, qint64 bytes);
    void cutNothing();
    [[nodiscard]] qint64 passed(Toward direction) const { return m_passed.at(static_cast<std::size_t>(direction)); }
    [[nodiscard]] bool hasCut() const { return m_hasCut; }
    [[nodiscard]] int connections() const { return m_connections; } // that are open

protected:
    void incomingConnection(qintptr handle) override;

private:
    void pass(QTcpSocket* from, QTcpSocket* to, Toward direction);

    struct Cut {
        Toward direction;
        qint64 after;
    };

    quint16 m_target;
    std::array<qint64, 2> m_passed{};
    std::optional<Cut> m_cut;
    bool m_hasCut = false;
    int m_connections = 0;
};

} // namespace drydock::tests
