// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The roles that table models have in addition to Qt's. Models return meaning; only `ui` chooses icons, colours and
// fonts.
#pragma once

#include <Qt>

namespace drydock::tables {

enum Role {
    SortRole = Qt::UserRole + 1, // raw value: number, time (ms), text
    SeverityRole,                // int of domain::Severity, of the row
    CellSeverityRole,            // int of domain::Severity, of this cell; invalid if the cell has none
    KeyRole,                     // QString, unique and stable in the model
    ExportRole,                  // QString: raw text for CSV/JSON/TSV, ISO times, plain numbers
    ShapeRole,                   // int of tables::Shape; invalid if the cell has no icon
    StaleRole,                   // bool: the row is from an older reading
    ServerRole,                  // QString: the server of the row; empty if there is none
    DatabaseRole,                // QString: the database of the row; empty if there is none
};

// The meanings of the icon shapes (visual.md).
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
