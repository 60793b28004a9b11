// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The kinds of steps of a plan.
#pragma once

#include <optional>
#include <string_view>

namespace drydock::maintenance {

// Each kind has a stable id ("block-activation") for journal, JSON and tests, which toString() returns.
enum class StepKind {
    RecordSettings,
    BlockActivation,
    DrainTransport,
    DrainUMCallRouter,
    RestartTransport,
    RedirectMessages,
    HighAvailabilityOff,
    PauseNode,
    MoveDatabases,
    WaitForQueues,
    ServerWideOfflineOff,
    VerifyInMaintenance,
    ServerWideOfflineOn,
    UMCallRouterOn,
    HighAvailabilityOn,
    ResumeNode,
    RestoreMoveNow,
    RestorePolicy,
    TransportOn,
    ClearFunctional,
    StartServices,
    WaitForCopies,
    VerifyInService,
    CheckComponents,
    MoveHome,
    VerifyAtHome,
    CheckHealth,
    RestartComputer,
    WaitForStart,
};
[[nodiscard]] const char* toString(StepKind kind) noexcept;
[[nodiscard]] std::optional<StepKind> stepKindNamed(std::string_view name) noexcept;

} // namespace drydock::maintenance
