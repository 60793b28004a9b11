// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Who holds a lock, as the lock's file says it.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace drydock::services {

struct LockHolder {
    qint64 process = 0;
    QByteArray program;
    QByteArray computer;
};

// Returns this process as a lock's file holds it, a line each: process, program and computer. QLockFile, with which
// earlier versions locked, writes the same.
[[nodiscard]] QByteArray thisProcessAsHolder();
// Empty when the file does not exist or was not written to its end.
[[nodiscard]] std::optional<LockHolder> lockHolderIn(const QString& file);
// Returns whether another computer is named as holder. File locks may not work across the computers that share a
// folder.
[[nodiscard]] bool isHeldByAnotherComputer(const QString& file);

} // namespace drydock::services
