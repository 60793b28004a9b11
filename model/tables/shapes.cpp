// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/shapes.h"

#include "model/domain/copy_queues.h"
#include "model/domain/enum_names.h"

#include <QCoreApplication>

namespace drydock::tables {
namespace {

constexpr domain::EnumName<Shape> shapeWords[] = {
    {Shape::Dash, QT_TRANSLATE_NOOP("shapes", "none")},
    {Shape::CopyMounted, QT_TRANSLATE_NOOP("shapes", "mounted")},
    {Shape::CopyHealthy, QT_TRANSLATE_NOOP("shapes", "healthy")},
    {Shape::CopyBehind, QT_TRANSLATE_NOOP("shapes", "behind")},
    {Shape::CopyLagged, QT_TRANSLATE_NOOP("shapes", "lagged")},
    {Shape::CopyMoving, QT_TRANSLATE_NOOP("shapes", "moving")},
    {Shape::CopyFailed, QT_TRANSLATE_NOOP("shapes", "failed")},
    {Shape::CopySuspended, QT_TRANSLATE_NOOP("shapes", "suspended")},
    {Shape::CopySeeding, QT_TRANSLATE_NOOP("shapes", "seeding")},
    {Shape::CopyUnknown, QT_TRANSLATE_NOOP("shapes", "unknown")},
    {Shape::ServerServing, QT_TRANSLATE_NOOP("shapes", "serving")},
    {Shape::ServerBlocked, QT_TRANSLATE_NOOP("shapes", "blocked")},
    {Shape::ServerEntering, QT_TRANSLATE_NOOP("shapes", "entering")},
    {Shape::ServerLeaving, QT_TRANSLATE_NOOP("shapes", "leaving")},
    {Shape::ServerInMaintenance, QT_TRANSLATE_NOOP("shapes", "in maintenance")},
    {Shape::ServerInconsistent, QT_TRANSLATE_NOOP("shapes", "inconsistent")},
    {Shape::ServerUnreachable, QT_TRANSLATE_NOOP("shapes", "unreachable")},
    {Shape::StepDone, QT_TRANSLATE_NOOP("shapes", "done")},
    {Shape::StepRunning, QT_TRANSLATE_NOOP("shapes", "running")},
    {Shape::StepToDo, QT_TRANSLATE_NOOP("shapes", "to do")},
    {Shape::StepSkipped, QT_TRANSLATE_NOOP("shapes", "skipped")},
    {Shape::StepFailed, QT_TRANSLATE_NOOP("shapes", "failed")},
    {Shape::StepUnknown, QT_TRANSLATE_NOOP("shapes", "unknown")},
    {Shape::CheckPass, QT_TRANSLATE_NOOP("shapes", "pass")},
    {Shape::CheckWarn, QT_TRANSLATE_NOOP("shapes", "warn")},
    {Shape::CheckBlock, QT_TRANSLATE_NOOP("shapes", "block")},
};

QString shapeText(const char* text) { return QCoreApplication::translate("shapes", text); }

// Returns the shape of a passive copy that replicates, which depends on its queues and on its lag.
Shape shapeOfPassive(const domain::DatabaseCopy& copy)
{
    if (!copy.lastLogPublished) return Shape::CopyBehind;
    if (domain::copyQueueLevel(copy) > domain::QueueLevel::Good) return Shape::CopyBehind;
    if (copy.lagged()) return Shape::CopyLagged;
    return domain::replayQueueLevel(copy) > domain::QueueLevel::Good ? Shape::CopyBehind : Shape::CopyHealthy;
}

} // namespace

Shape shapeOf(const domain::DatabaseCopy& copy)
{
    using enum domain::CopyStatus;
    if (copy.dismountedOnPurpose()) return Shape::CopySuspended;
    switch (copy.status.value) {
    case Mounted:
        return Shape::CopyMounted;
    case Healthy:
    case SeedingSource:
        return shapeOfPassive(copy);
    case Mounting:
    case Dismounting:
    case Initializing:
        return Shape::CopyMoving;
    case Resynchronizing:
    case DisconnectedAndHealthy:
    case DisconnectedAndResynchronizing:
    case SinglePageRestore:
        return Shape::CopyBehind;
    case Seeding:
        return Shape::CopySeeding;
    case Suspended:
        return Shape::CopySuspended;
    case Failed:
    case FailedAndSuspended:
    case ServiceDown:
    case Dismounted:
    case Misconfigured:
        return Shape::CopyFailed;
    case NonExchangeReplication:
    case Unknown:
        return Shape::CopyUnknown;
    }
    return Shape::CopyUnknown;
}

Shape shapeOf(const domain::ComponentState& component)
{
    if (component.state.value == domain::ServiceState::Active) return Shape::CopyHealthy;
    switch (domain::assess(component).severity) {
    case domain::Severity::Ok:
    case domain::Severity::Info:
        return Shape::Dash;
    case domain::Severity::Maintenance:
        return component.state.value == domain::ServiceState::Draining ? Shape::ServerEntering
                                                                       : Shape::ServerInMaintenance;
    case domain::Severity::Unknown:
        return Shape::CopyUnknown;
    case domain::Severity::Warning:
        return Shape::CheckWarn;
    case domain::Severity::Critical:
        return Shape::CopyFailed;
    }
    return Shape::CopyUnknown;
}

Shape shapeOf(domain::ServerState state) noexcept
{
    switch (state) {
    case domain::ServerState::Serving:
        return Shape::ServerServing;
    case domain::ServerState::Blocked:
        return Shape::ServerBlocked;
    case domain::ServerState::Entering:
        return Shape::ServerEntering;
    case domain::ServerState::InMaintenance:
        return Shape::ServerInMaintenance;
    case domain::ServerState::Leaving:
        return Shape::ServerLeaving;
    case domain::ServerState::Inconsistent:
        return Shape::ServerInconsistent;
    case domain::ServerState::Unreachable:
        return Shape::ServerUnreachable;
    case domain::ServerState::Unknown:
        return Shape::CopyUnknown;
    case domain::ServerState::NotManaged:
        return Shape::Dash;
    }
    return Shape::CopyUnknown;
}

Shape shapeOf(maintenance::StepStatus status) noexcept
{
    switch (status) {
    case maintenance::StepStatus::ToDo:
        return Shape::StepToDo;
    case maintenance::StepStatus::Checking:
    case maintenance::StepStatus::Running:
    case maintenance::StepStatus::Waiting:
    case maintenance::StepStatus::Undoing:
        return Shape::StepRunning;
    case maintenance::StepStatus::Done:
        return Shape::StepDone;
    case maintenance::StepStatus::Skipped:
    case maintenance::StepStatus::Undone:
        return Shape::StepSkipped;
    case maintenance::StepStatus::Failed:
        return Shape::StepFailed;
    case maintenance::StepStatus::Unknown:
        return Shape::StepUnknown;
    }
    return Shape::StepUnknown;
}

Shape shapeOf(maintenance::CheckResult result) noexcept
{
    switch (result) {
    case maintenance::CheckResult::Pass:
        return Shape::CheckPass;
    case maintenance::CheckResult::Warn:
        return Shape::CheckWarn;
    case maintenance::CheckResult::Block:
        return Shape::CheckBlock;
    }
    return Shape::CheckBlock;
}

QString wordOf(Shape shape) { return shape == Shape::None ? QString() : shapeText(domain::nameOf(shapeWords, shape)); }

domain::Severity severityOf(maintenance::StepStatus status) noexcept
{
    switch (status) {
    case maintenance::StepStatus::ToDo:
    case maintenance::StepStatus::Done:
    case maintenance::StepStatus::Skipped:
    case maintenance::StepStatus::Undone:
        return domain::Severity::Ok;
    case maintenance::StepStatus::Checking:
    case maintenance::StepStatus::Running:
    case maintenance::StepStatus::Waiting:
    case maintenance::StepStatus::Undoing:
        return domain::Severity::Info;
    case maintenance::StepStatus::Failed:
        return domain::Severity::Critical;
    case maintenance::StepStatus::Unknown:
        return domain::Severity::Warning;
    }
    return domain::Severity::Unknown;
}

domain::Severity severityOf(maintenance::CheckResult result) noexcept
{
    switch (result) {
    case maintenance::CheckResult::Pass:
        return domain::Severity::Ok;
    case maintenance::CheckResult::Warn:
        return domain::Severity::Warning;
    case maintenance::CheckResult::Block:
        return domain::Severity::Critical;
    }
    return domain::Severity::Critical;
}

} // namespace drydock::tables
