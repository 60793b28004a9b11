// What a shell is made with beside its endpoint: how long it waits, who listens, what its runspace pool is like.
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
