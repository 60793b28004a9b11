// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The settings and states of a server that a maintenance changes, to be compared before and after.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/maintenance/plan.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace drydock::ui {

struct Fact {
    QString name;
    QString before; // empty when not read
    QString after;  // empty when not read
    bool operator==(const Fact&) const = default;
};

class ServerFacts
{
public:
    void clear() { *this = {}; }
    // Updates what the snapshot covers and keeps the rest.
    void read(const domain::DagSnapshot& snapshot, const domain::ServerName& server);
    void read(const maintenance::OriginalSettings& original);

    // The databases that are active on the server; no value when they were not read.
    [[nodiscard]] const std::optional<QStringList>& active() const { return m_active; }

    // Returns every fact that at least one side knows.
    [[nodiscard]] static QList<Fact> compare(const ServerFacts& before, const ServerFacts& after);

private:
    QString m_policy;
    QString m_moveNow;
    QString m_node;
    QString m_serverWide;
    QString m_transport;
    QString m_inactive;
    QString m_databases;
    std::optional<QStringList> m_active;
};

} // namespace drydock::ui
