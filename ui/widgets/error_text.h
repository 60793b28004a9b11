// An error as people read it: what happened, what it means, what to do, and the details for the expert.
#pragma once

#include "model/domain/error.h"

#include <QString>

namespace drydock::ui {

struct ErrorText {
    QString heading;
    QString meaning;
    QString advice;
    QString details; // plain lines, to be copied
    bool operator==(const ErrorText&) const = default;
};

[[nodiscard]] ErrorText errorText(const domain::Error& error);

} // namespace drydock::ui
