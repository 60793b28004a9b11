// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydock/sleep_inhibitor.h"

#include <windows.h>

namespace drydock::app {
namespace {

// The execution state belongs to the thread, so both calls come from the main thread.
class WindowsSleepInhibitor final : public SleepInhibitor
{
public:
    ~WindowsSleepInhibitor() override { SetThreadExecutionState(ES_CONTINUOUS); }
    void hold(const QString&) override { SetThreadExecutionState(ES_CONTINUOUS | ES_SYSTEM_REQUIRED); }
    void release() override { SetThreadExecutionState(ES_CONTINUOUS); }
};

} // namespace

std::unique_ptr<SleepInhibitor> makeSleepInhibitor() { return std::make_unique<WindowsSleepInhibitor>(); }

} // namespace drydock::app
