// Roles that every table model answers besides Qt's own. Models return meaning; only `ui` knows icons, colours and
// fonts.
#pragma once

#include <Qt>

namespace drydock::tables {

enum Role {
    SortRole = Qt::UserRole + 1, // raw value: number, time (ms), text
    SeverityRole,                // int of domain::Severity, of the row
    CellSeverityRole,            // int of domain::Severity, of this cell; invalid where the cell has none
    KeyRole,                     // QString, unique and stable in the model
    ExportRole,                  // QString: raw text for CSV/JSON/TSV, ISO times, plain numbers
    ShapeRole,                   // int of tables::Shape; invalid where the cell has no icon
    StaleRole,                   // bool: the row is from an older reading
    ServerRole,                  // QString: the server the row is about, if any
    DatabaseRole,                // QString: the database the row is about, if any
};

// The icon shapes of visual.md, by meaning.
enum class Shape {
    None,
    Dash,
    CopyMounted,
    CopyHealthy,
    CopyBehind,
    CopyLagged,
    CopyMoving,
    CopyFailed,
    CopySuspended,
    CopySeeding,
    CopyUnknown,
    ServerServing,
    ServerBlocked,
    ServerEntering,
    ServerLeaving,
    ServerInMaintenance,
    ServerInconsistent,
    ServerUnreachable,
    StepDone,
    StepRunning,
    StepToDo,
    StepSkipped,
    StepFailed,
    StepUnknown,
    CheckPass,
    CheckWarn,
    CheckBlock,
};

} // namespace drydock::tables
