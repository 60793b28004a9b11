#include "model/tables/shapes.h"

#include <QCoreApplication>

namespace drydock::tables {
namespace {

QString shapeText(const char* text) { return QCoreApplication::translate("shapes", text); }

// A passive copy that replicates: how far behind it is decides, and whether it is so on purpose.
Shape shapeOfPassive(const domain::DatabaseCopy& copy, const domain::QueueLimits& limits)
{
    if (copy.copyQueueLength.value_or(0) > limits.copyGood) return Shape::CopyBehind;
    if (copy.lagged()) return Shape::CopyLagged;
    return copy.replayQueueLength.value_or(0) > limits.replayGood ? Shape::CopyBehind : Shape::CopyHealthy;
}

} // namespace

Shape shapeOf(const domain::DatabaseCopy& copy, const domain::QueueLimits& limits)
{
    using enum domain::CopyStatus;
    switch (copy.status.value) {
    case Mounted:
        return Shape::CopyMounted;
    case Healthy:
    case SeedingSource:
        return shapeOfPassive(copy, limits);
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

QString wordOf(Shape shape)
{
    switch (shape) {
    case Shape::None:
        return {};
    case Shape::Dash:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "none"));
    case Shape::CopyMounted:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "mounted"));
    case Shape::CopyHealthy:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "healthy"));
    case Shape::CopyBehind:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "behind"));
    case Shape::CopyLagged:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "lagged"));
    case Shape::CopyMoving:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "moving"));
    case Shape::CopyFailed:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "failed"));
    case Shape::CopySuspended:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "suspended"));
    case Shape::CopySeeding:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "seeding"));
    case Shape::CopyUnknown:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "unknown"));
    case Shape::ServerServing:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "serving"));
    case Shape::ServerBlocked:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "blocked"));
    case Shape::ServerEntering:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "entering"));
    case Shape::ServerLeaving:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "leaving"));
    case Shape::ServerInMaintenance:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "in maintenance"));
    case Shape::ServerInconsistent:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "inconsistent"));
    case Shape::ServerUnreachable:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "unreachable"));
    case Shape::StepDone:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "done"));
    case Shape::StepRunning:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "running"));
    case Shape::StepToDo:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "to do"));
    case Shape::StepSkipped:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "skipped"));
    case Shape::StepFailed:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "failed"));
    case Shape::StepUnknown:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "unknown"));
    case Shape::CheckPass:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "pass"));
    case Shape::CheckWarn:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "warn"));
    case Shape::CheckBlock:
        return shapeText(QT_TRANSLATE_NOOP("shapes", "block"));
    }
    return {};
}

domain::Severity severityOf(domain::ServerState state) noexcept
{
    switch (state) {
    case domain::ServerState::Serving:
        return domain::Severity::Ok;
    case domain::ServerState::Entering:
    case domain::ServerState::Leaving:
    case domain::ServerState::InMaintenance:
        return domain::Severity::Maintenance;
    case domain::ServerState::Blocked:
    case domain::ServerState::Inconsistent:
        return domain::Severity::Warning;
    case domain::ServerState::Unreachable:
        return domain::Severity::Critical;
    case domain::ServerState::Unknown:
        return domain::Severity::Unknown;
    }
    return domain::Severity::Unknown;
}

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
