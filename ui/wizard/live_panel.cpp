// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/live_panel.h"

#include "ui/widgets/time_text.h"

#include <chrono>

namespace drydock::ui {
namespace {

// Three of the usual refreshes of the main window have failed or hang by then.
constexpr auto oldAfter = std::chrono::seconds(90);

} // namespace

bool LivePanel::takeNewer(domain::SnapshotPtr& last, const domain::SnapshotPtr& reading)
{
    if (last && reading->takenAt < last->takenAt) return false;
    last = reading;
    return true;
}

bool LivePanel::isOld(const domain::DagSnapshot& reading, domain::Time now) const
{
    return now - reading.takenAt > oldAfter || (m_unreadSince && reading.takenAt < *m_unreadSince);
}

bool LivePanel::showAge(const domain::SnapshotPtr& reading, domain::Time now)
{
    const bool old = reading && isOld(*reading, now);
    setAge(reading ? agoText(now - reading->takenAt) : QString(), old);
    return reading && !old;
}

QList<PanelLine> asUnknown(QList<PanelLine> lines)
{
    for (auto& line : lines) {
        line.shape = tables::Shape::StepUnknown;
        line.text = QStringLiteral("?");
    }
    return lines;
}

} // namespace drydock::ui
