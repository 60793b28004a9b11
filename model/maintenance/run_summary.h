// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the list of runs shows of one run, which is as much as an index keeps. What a run has sent and recorded stands
// in its journal alone.
#pragma once

#include "model/maintenance/run_state.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace drydock::maintenance {

struct RunSummary {
    std::string id;
    std::uint64_t number = 0; // RunState::number
    RunKind runKind = RunKind::Enter;
    domain::ServerName server;
    std::string serverFqdn;
    std::string operatorName;
    std::string reason;
    std::string changeNumber;
    RunPhase phase = RunPhase::NotStarted;
    Outcome outcome = Outcome::None;
    std::size_t current = 0; // index of the step that the run stands at
    std::size_t steps = 0;   // number of steps; 0: the plan is not known
    std::optional<domain::Time> startedAt;
    std::optional<domain::Time> finishedAt;
    bool sentSomething = false;
    bool operator==(const RunSummary&) const;

    [[nodiscard]] bool resumable() const; // RunState::resumable()
    [[nodiscard]] bool succeeded() const; // with or without warnings
    // Returns whether the run is about the server. `fqdn` tells it from one of the same name in another organisation;
    // empty: not known.
    [[nodiscard]] bool isAbout(const domain::ServerName& name, const std::string& fqdn) const;
    // Returns the number of the step that the run stands at, from 1.
    [[nodiscard]] std::size_t currentStep() const;
};

[[nodiscard]] RunSummary summaryOf(const RunState& run);

} // namespace drydock::maintenance
