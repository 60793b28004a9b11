// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The time-outs of a session. The defaults are the table of remoting/README.md; tests pass shorter ones.
#pragma once

#include <chrono>

namespace drydock::session {

using Milliseconds = std::chrono::milliseconds;

struct Timeouts {
    Milliseconds connect = std::chrono::seconds(10);          // row "connect"
    Milliseconds open = std::chrono::seconds(180);            // row "open"
    Milliseconds receiveOperation = std::chrono::seconds(60); // row "receive"
    Milliseconds operation = std::chrono::seconds(180);       // row "other operations"
    Milliseconds margin = std::chrono::seconds(30);           // row "read margin"
    Milliseconds reading = std::chrono::minutes(5);           // row "reading"
    Milliseconds change = std::chrono::minutes(20);           // row "change": a move of every database of a full server
    Milliseconds stop = std::chrono::seconds(60);             // row "stop"
    Milliseconds deleteShell = std::chrono::seconds(2);       // row "delete at the end"
    Milliseconds idleConnection = std::chrono::seconds(100);  // row "idle connection"
    Milliseconds firstBackoff = std::chrono::seconds(1);      // row "back-off", doubled each time
    Milliseconds longestBackoff = std::chrono::seconds(30);
    Milliseconds outage = std::chrono::minutes(4); // row "lost network"
    Milliseconds emptyAnswer{100}; // rows "empty answer" and "trickle", doubled up to sixteen and four times that
    Milliseconds quotaWait = std::chrono::minutes(2);   // row "quota": the longest wait that a server may ask for
    Milliseconds sessionKey = std::chrono::seconds(60); // row "session key"
    Milliseconds terminate = std::chrono::seconds(10);  // row "terminate"
    Milliseconds healthcheck = std::chrono::seconds(5); // row "healthcheck"
    int retries = 5;                                    // row "back-off": how often a Receive is posted again
    int openRetries = 3;                                // row "refused for load": how often a shell is asked for again
};

} // namespace drydock::session
