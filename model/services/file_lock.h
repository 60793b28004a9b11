// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A lock between processes: a file beside what is locked, which names its holder while it is held. The system ends it
// with its process, at whatever moment that dies; it is never taken over because of its age.
#pragma once

#include "model/domain/result.h"

#include <QString>

#include <memory>

namespace drydock::services {

class FileLock
{
public:
    // Locks what `path` names, which need not exist, and waits a moment for a process that only looks whether it is
    // held. Errors: Locked, with the holder and its process as the code; Storage.
    [[nodiscard]] static domain::Result<std::unique_ptr<FileLock>> take(const QString& path);
    // Returns whether somebody holds the lock, without waiting for it.
    [[nodiscard]] static bool isHeld(const QString& path);

    ~FileLock(); // gives it back
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

private:
    enum class Attempt { Taken, Held, Failed };

    explicit FileLock(const QString& path);
    [[nodiscard]] Attempt tryOnce();

    struct Handle;
    QString m_file;
    std::unique_ptr<Handle> m_handle; // the system's; null: not held
};

} // namespace drydock::services
