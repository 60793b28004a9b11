// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Switches TCP keep-alive on, since a server that reboots sends no reset and a request would wait for its time-out
// (protocol.md 6).
#pragma once

#include <QAbstractSocket>
#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace drydock::http {

// Probes after 30 s of silence on Linux; at the system's own interval elsewhere. The socket must be connected.
inline void enableKeepAlive(QAbstractSocket& socket)
{
    socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
#ifdef Q_OS_LINUX
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    const int idleSeconds = 30, betweenSeconds = 10, probes = 3;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, &idleSeconds, sizeof idleSeconds);
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, &betweenSeconds, sizeof betweenSeconds);
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_KEEPCNT, &probes, sizeof probes);
#endif
}

} // namespace drydock::http
