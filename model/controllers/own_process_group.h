// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Starts a program of the operator's in a process group of its own: Ctrl+C in a terminal stops Drydock, not what it has
// started, and what it writes after Drydock has ended does not end it.
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace drydock::controllers {

// To be called before the program is started.
void useOwnProcessGroup(QProcess& program);

} // namespace drydock::controllers
