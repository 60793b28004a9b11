// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Switches TCP keep-alive on, since a server that reboots sends no reset and a request would wait for its time-out
// (protocol.md 6).
#pragma once

#include <QAbstractSocket>

namespace drydock::http {

// Probes after 30 s of silence, three times. The socket must be connected.
void enableKeepAlive(QAbstractSocket& socket);

} // namespace drydock::http
