// What an error means and what to do about it, in English: one row a kind, for the windows and the command line alike.
#pragma once

#include "model/domain/error.h"

namespace drydock::domain {

// Templates of the translation context "errors". `ui` translates them, drydockctl prints them as they are.
struct ErrorHelp {
    const char* heading; // what happened, without a full stop
    const char* meaning; // in whole sentences
    const char* advice;
};

[[nodiscard]] const ErrorHelp& errorHelpOf(ErrorKind kind) noexcept;

} // namespace drydock::domain
