// What a step of a plan is for.
#pragma once

#include <optional>
#include <string_view>

namespace drydock::maintenance {

// Stable ids ("block-activation") go into journal, JSON and tests.
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
};
[[nodiscard]] const char* toString(StepKind kind) noexcept;
[[nodiscard]] std::optional<StepKind> stepKindNamed(std::string_view name) noexcept;

} // namespace drydock::maintenance
