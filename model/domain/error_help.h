// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Explains each kind of error to users, in English: what it means and what to do. Windows and command line share it.
#pragma once

#include "model/domain/error.h"

namespace drydock::domain {

// The texts belong to the translation context "errors". `ui` translates them, drydockctl prints them in English.
struct ErrorHelp {
    const char* heading; // what happened, without a full stop
    const char* meaning; // in whole sentences
    const char* advice;
};

[[nodiscard]] const ErrorHelp& errorHelpOf(ErrorKind kind) noexcept;

} // namespace drydock::domain
