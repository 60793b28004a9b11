// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Puts the arguments of drydockctl into the order that CLI11 2.1 can parse.
#pragma once

#include <QStringList>

namespace CLI {
class App;
}

namespace drydock::ctl {

// Returns the arguments with the subcommand first, so that options may stand before it. `--lab` without a scenario
// becomes `--lab=seed`, so that the argument behind it is not taken for one.
[[nodiscard]] QStringList inOrder(const CLI::App& program, QStringList arguments);

} // namespace drydock::ctl
