// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/step_progress.h"

#include "model/tables/text.h"

#include <QCoreApplication>

namespace drydock::tables {

QString progressText(const maintenance::Step& step, const maintenance::StepState& state)
{
    using maintenance::StepStatus;
    const bool sending = state.status == StepStatus::Running || state.status == StepStatus::Undoing;
    if (sending && state.sent.size() > state.attempt) {
        const auto& last = state.sent.back();
        const auto& commands = last.undo ? step.undo : step.commands;
        const auto cmdlet = last.command < commands.size() ? plainText(commands[last.command].cmdlet) : QString();
        if (state.unanswered())
            return QCoreApplication::translate("tables", "%1 was sent and has not been answered yet").arg(cmdlet);
        // While a step waits after a reading, its status is another one; that of an undo is not.
        if (state.status == StepStatus::Running && !last.error)
            return QCoreApplication::translate("tables", "%1 was answered; its effect is being read").arg(cmdlet);
    }
    return translated(state.waitingFor);
}

} // namespace drydock::tables
