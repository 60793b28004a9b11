// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The works of others that the programs are made of on this system, as resources/parts.json lists them. Lives on the
// main thread.
#pragma once

#include <QString>

#include <vector>

namespace drydock::ui {

struct Part {
    QString name;
    QString licence; // an expression of SPDX
};

[[nodiscard]] std::vector<Part> parts();

} // namespace drydock::ui
