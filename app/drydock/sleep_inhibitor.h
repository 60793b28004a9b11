// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Prevents the computer from going to sleep during a run. Where the system cannot be asked, it does nothing.
#pragma once

#include <QString>

#include <memory>

namespace drydock::app {

class SleepInhibitor
{
public:
    virtual ~SleepInhibitor() = default; // derived classes release
    // Neither function waits for the system. hold() does nothing if it was called before. The system may show `why`.
    virtual void hold(const QString& why) = 0;
    virtual void release() = 0;
};

// Returns the implementation of this platform. Use it on the main thread only: on Windows the request belongs to the
// thread.
[[nodiscard]] std::unique_ptr<SleepInhibitor> makeSleepInhibitor();

} // namespace drydock::app
