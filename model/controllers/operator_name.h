// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Who carries out a run, as journals name him.
#pragma once

#include <string>

namespace drydock::controllers {

// Returns the session's user; if the session does not report one, the user and the name of this computer.
[[nodiscard]] std::string operatorOf(const std::string& sessionUser);

} // namespace drydock::controllers
