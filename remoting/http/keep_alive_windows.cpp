// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/keep_alive.h"

#include <winsock2.h>

#include <mstcpip.h>

namespace drydock::http {

// Windows probes ten times, whatever is asked for (SIO_KEEPALIVE_VALS): every three seconds here.
void enableKeepAlive(QAbstractSocket& socket)
{
    tcp_keepalive values{1, 30'000, 3'000};
    DWORD returned = 0;
    WSAIoctl(static_cast<SOCKET>(socket.socketDescriptor()), SIO_KEEPALIVE_VALS, &values, sizeof values, nullptr, 0,
             &returned, nullptr, nullptr);
}

} // namespace drydock::http
