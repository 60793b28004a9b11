// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydock/sleep_inhibitor.h"

namespace drydock::app {
namespace {

// Does nothing, on platforms without a way to prevent sleep.
class NoSleepInhibitor final : public SleepInhibitor
{
public:
    void hold(const QString&) override {}
    void release() override {}
};

} // namespace

std::unique_ptr<SleepInhibitor> makeSleepInhibitor() { return std::make_unique<NoSleepInhibitor>(); }

} // namespace drydock::app
