// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Translates an error into the four texts that the windows show: heading, meaning, advice and details.
#pragma once

#include "model/domain/error.h"

#include <QString>

namespace drydock::ui {

struct ErrorText {
    QString heading;
    QString meaning;
    QString advice;
    QString details; // untranslated lines for the expert
    bool operator==(const ErrorText&) const = default;
};

// Returns texts for every kind of error; heading, meaning and advice are never empty.
[[nodiscard]] ErrorText errorText(const domain::Error& error);

} // namespace drydock::ui
