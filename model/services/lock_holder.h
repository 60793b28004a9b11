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
// The system's locks may not reach the other computers that share a folder. A name that is not ours holds it then.
[[nodiscard]] bool isHeldByAnotherComputer(const QString& file);

} // namespace drydock::services
