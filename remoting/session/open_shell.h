// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// An open shell: the runspace pool in it.
#pragma once

#include "remoting/psrp/client_pool.h"

namespace drydock::session {

struct OpenShell {
    psrp::ClientPool pool{};
};

} // namespace drydock::session
