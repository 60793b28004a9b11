// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The settings of a shell beside its endpoint: time-outs, wire tap and runspace pool.
#pragma once

#include "remoting/psrp/client_options.h"
#include "remoting/session/timeouts.h"
#include "remoting/session/wire_tap.h"

namespace drydock::session {

struct ShellSetup {
    Timeouts timeouts = {};
    WireTap tap = {};
    psrp::ClientOptions pool = {};
};

} // namespace drydock::session
