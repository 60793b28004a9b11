// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The dialogs that the main window opens for itself: the export of a table, and the question before closing.
// None of them blocks; each is deleted when it is closed or with its parent.
#pragma once

#include "model/domain/names.h"

#include <functional>

class QWidget;

namespace drydock::ui {

class TablePage;

// Asks for a file and a format, and writes what the page shows. `page` belongs to `parent`.
void exportTable(QWidget& parent, const TablePage& page);
// Asks whether to stop the run on `server` before the window closes; `stop` is called when the user agrees.
void askToStopRun(QWidget& parent, const domain::ServerName& server, std::function<void()> stop);
// Asks whether to close without waiting for what `server` answers; `close` is called when the user agrees.
void askToLeaveRun(QWidget& parent, const domain::ServerName& server, std::function<void()> close);

} // namespace drydock::ui
