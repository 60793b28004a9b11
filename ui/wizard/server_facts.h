// What a maintenance changes on a server, as last read: for "before and after".
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
    QString before; // empty: not read
    QString after;
    bool operator==(const Fact&) const = default;
};

class ServerFacts
{
public:
    void clear() { *this = {}; }
    // Takes what the reading covers; the rest stays as it was known.
    void read(const domain::DagSnapshot& snapshot, const domain::ServerName& server);
    void read(const maintenance::OriginalSettings& original);

    // Databases active on the server; absent: not read.
    [[nodiscard]] const std::optional<QStringList>& active() const { return m_active; }

    // Both sides of everything that either knows.
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
