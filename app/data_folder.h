// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Where settings and journals are when the command line names no folder.
#pragma once

#include <QString>

namespace drydock::app {

// Returns the folder of the program that runs. It needs no application object.
[[nodiscard]] QString programFolder();

// Returns the folder `data` beside the program where a file `portable.ini` stands beside it; else the platform's place
// for local data, which does not roam.
[[nodiscard]] QString defaultDataFolder(const QString& programFolder);

} // namespace drydock::app
