// What an error means and what to do about it, in English, for the terminal.
#pragma once

#include "model/domain/error.h"

#include <string>

namespace drydock::ctl {

struct ErrorHelp {
    std::string meaning;
    std::string whatToDo;
};

[[nodiscard]] ErrorHelp errorHelp(domain::ErrorKind kind);

} // namespace drydock::ctl
