// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A panel of the Run page that shows values from a reading. The age of the reading stands beside the title, and the
// values of an old one give way to a question mark.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "ui/wizard/panel.h"

#include <optional>

namespace drydock::ui {

class LivePanel : public Panel
{
    Q_OBJECT

public:
    using Panel::Panel;
    // Sets since when the servers cannot be read, or nothing when they can. What was read before that time is old.
    void setUnreadSince(std::optional<domain::Time> since) { m_unreadSince = since; }

protected:
    // Keeps the newer of the two readings. One that took long arrives after others that began later.
    static bool takeNewer(domain::SnapshotPtr& last, const domain::SnapshotPtr& reading);
    [[nodiscard]] bool isOld(const domain::DagSnapshot& reading, domain::Time now) const;
    // Shows the age of `reading`, or no age for nullptr. Returns whether its values may be shown as current.
    bool showAge(const domain::SnapshotPtr& reading, domain::Time now);

private:
    std::optional<domain::Time> m_unreadSince;
};

// Returns the lines with a question mark instead of their values.
[[nodiscard]] QList<PanelLine> asUnknown(QList<PanelLine> lines);

} // namespace drydock::ui
