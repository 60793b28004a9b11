// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Time spans and times of day as text in the user's language and local time.
#pragma once

#include "model/domain/time.h"

#include <QLocale>
#include <QString>

namespace drydock::ui {

// "4 s", "12 min", "1 h 12 min", "3 d 4 h".
[[nodiscard]] QString spanText(domain::Duration span);
// "4 s ago", "just now".
[[nodiscard]] QString agoText(domain::Duration span);
// "20:41:07" in local time. Show the date and the time zone in the tool tip.
[[nodiscard]] QString clockText(domain::Time time);

// Returns the locale's short format of a time of day, to the minute: a field for a choice needs no seconds.
[[nodiscard]] QString minuteFormat(const QLocale& locale);

} // namespace drydock::ui
