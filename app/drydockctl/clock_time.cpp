// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/clock_time.h"

#include "model/controllers/scheduled_run.h"

#include <QDateTime>

#include <chrono>

namespace drydock::ctl {
std::optional<domain::Time> clockTime(const std::string& text, domain::Time now)
{
    const auto typed = QString::fromStdString(text);
    if (const auto whole = QDateTime::fromString(typed, Qt::ISODate);
        whole.isValid() && whole.timeSpec() != Qt::LocalTime)
        return domain::Time(std::chrono::milliseconds(whole.toMSecsSinceEpoch()));
    const auto time = QTime::fromString(typed, QStringLiteral("H:mm"));
    if (!time.isValid()) return std::nullopt;
    return controllers::nextTimeOfDay(time, now);
}

} // namespace drydock::ctl
