// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/step_kind.h"

#include "model/domain/enum_names.h"

namespace drydock::maintenance {
namespace {

constexpr domain::EnumName<StepKind> stepKindNames[] = {
    {StepKind::RecordSettings, "record-settings"},
    {StepKind::BlockActivation, "block-activation"},
    {StepKind::DrainTransport, "drain-transport"},
    {StepKind::DrainUMCallRouter, "drain-um-call-router"},
    {StepKind::RestartTransport, "restart-transport"},
    {StepKind::RedirectMessages, "redirect-messages"},
    {StepKind::HighAvailabilityOff, "high-availability-off"},
    {StepKind::PauseNode, "pause-node"},
    {StepKind::MoveDatabases, "move-databases"},
    {StepKind::WaitForQueues, "wait-for-queues"},
    {StepKind::ServerWideOfflineOff, "server-wide-offline-off"},
    {StepKind::VerifyInMaintenance, "verify-in-maintenance"},
    {StepKind::ServerWideOfflineOn, "server-wide-offline-on"},
    {StepKind::UMCallRouterOn, "um-call-router-on"},
    {StepKind::HighAvailabilityOn, "high-availability-on"},
    {StepKind::ResumeNode, "resume-node"},
    {StepKind::RestoreMoveNow, "restore-move-now"},
    {StepKind::RestorePolicy, "restore-policy"},
    {StepKind::TransportOn, "transport-on"},
    {StepKind::ClearFunctional, "clear-functional"},
    {StepKind::StartServices, "start-services"},
    {StepKind::WaitForCopies, "wait-for-copies"},
    {StepKind::VerifyInService, "verify-in-service"},
    {StepKind::CheckComponents, "check-components"},
    {StepKind::MoveHome, "move-home"},
    {StepKind::VerifyAtHome, "verify-at-home"},
    {StepKind::CheckHealth, "check-health"},
    {StepKind::RestartComputer, "restart-computer"},
    {StepKind::WaitForStart, "wait-for-start"},
};
static_assert(domain::namesAll(stepKindNames, StepKind::WaitForStart));

} // namespace

const char* toString(StepKind kind) noexcept { return domain::nameOf(stepKindNames, kind); }
std::optional<StepKind> stepKindNamed(std::string_view name) noexcept { return domain::valueOf(stepKindNames, name); }

} // namespace drydock::maintenance
