// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/own_process_group.h"

#include <QProcess>

#include <windows.h>

namespace drydock::controllers {

void useOwnProcessGroup(QProcess& program)
{
    program.setCreateProcessArgumentsModifier(
        [](QProcess::CreateProcessArguments* arguments) { arguments->flags |= CREATE_NEW_PROCESS_GROUP; });
}

} // namespace drydock::controllers
