// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/own_process_group.h"

#include <QProcess>

#include <csignal>
#include <unistd.h>

namespace drydock::controllers {

void useOwnProcessGroup(QProcess& program)
{
    program.setChildProcessModifier([] {
        ::setpgid(0, 0);
        std::signal(SIGPIPE, SIG_IGN); // its output goes to Drydock, which may end before it
    });
}

} // namespace drydock::controllers
