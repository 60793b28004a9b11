// Spans of time as they are said: "4 s", "12 min", "1 h 12 min", "3 d 4 h".
#pragma once

#include "model/domain/time.h"

#include <QString>

namespace drydock::ui {

[[nodiscard]] QString spanText(domain::Duration span);
// "4 s ago", "just now".
[[nodiscard]] QString agoText(domain::Duration span);
// "20:41:07", in local time; the day and the zone belong in the tool tip.
[[nodiscard]] QString clockText(domain::Time time);
// Moments in a sentence of the model ("2026-11-22T20:41:07Z") told in local time.
[[nodiscard]] QString withLocalTimes(QString text);

} // namespace drydock::ui
