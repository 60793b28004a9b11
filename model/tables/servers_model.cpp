// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/servers_model.h"

#include "model/tables/row_keys.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"

#include <QCoreApplication>

#include <unordered_map>

namespace drydock::tables {
namespace {

constexpr ColumnInfo serversColumns[] = {
    {"name", QT_TRANSLATE_NOOP("tables", "Name"),
     QT_TRANSLATE_NOOP("tables", "The server's name; the tool tip has the full one"), alignText, Qt::AscendingOrder,
     Qt::ElideMiddle},
    {"state", QT_TRANSLATE_NOOP("tables", "State"),
     QT_TRANSLATE_NOOP("tables", "What the server is to its group, from policy, components and cluster node")},
    {"run", QT_TRANSLATE_NOOP("tables", "Run under way"),
     QT_TRANSLATE_NOOP("tables", "Who puts the server into maintenance or back, from which computer and since when, as "
                                 "the organisation's record shows")},
    {"dag", QT_TRANSLATE_NOOP("tables", "DAG"),
     QT_TRANSLATE_NOOP("tables", "The database availability group it is a member of"), alignText, Qt::AscendingOrder,
     Qt::ElideRight, false}, // hidden at first, because the selection in the tree shows it
    {"version", QT_TRANSLATE_NOOP("tables", "Version"), QT_TRANSLATE_NOOP("tables", "Exchange version and build")},
    {"site", QT_TRANSLATE_NOOP("tables", "Site"), QT_TRANSLATE_NOOP("tables", "Active Directory site")},
    {"copies", QT_TRANSLATE_NOOP("tables", "Active copies"),
     QT_TRANSLATE_NOOP("tables", "Active database copies of all copies on the server"), alignNumber,
     Qt::DescendingOrder},
    {"autoActivationPolicy", QT_TRANSLATE_NOOP("tables", "Policy"),
     QT_TRANSLATE_NOOP("tables", "DatabaseCopyAutoActivationPolicy, and whether active copies are to move away now")},
    {"node", QT_TRANSLATE_NOOP("tables", "Node"), QT_TRANSLATE_NOOP("tables", "State of the failover cluster node")},
    {"primaryActiveManager", QT_TRANSLATE_NOOP("tables", "PAM"),
     QT_TRANSLATE_NOOP("tables", "Primary active manager of the group"), alignText, Qt::DescendingOrder},
    {"queued", QT_TRANSLATE_NOOP("tables", "Queued"),
     QT_TRANSLATE_NOOP("tables", "Messages waiting, without shadow and poison queues"), alignNumber,
     Qt::DescendingOrder},
    {"componentsInactive", QT_TRANSLATE_NOOP("tables", "Inactive"),
     QT_TRANSLATE_NOOP("tables", "Components that are not active, those off by default left out"), alignNumber,
     Qt::DescendingOrder},
    {"healthchecks", QT_TRANSLATE_NOOP("tables", "Load balancer"),
     QT_TRANSLATE_NOOP("tables", "Protocols whose health check is answered; a load balancer sends clients where it is"),
     alignText, Qt::AscendingOrder},
    {"readAt", QT_TRANSLATE_NOOP("tables", "Read at"), QT_TRANSLATE_NOOP("tables", "When this row was read"), alignText,
     Qt::DescendingOrder},
};
static_assert(std::size(serversColumns) == std::size_t(ServersModel::Column::Count));

// The counts of each server, made in one pass over the snapshot (1,600 copies, 550 components).
struct Counts {
    int active = 0;
    int copies = 0;
    int inactive = 0;
};

std::unordered_map<std::string, Counts> countAll(const domain::DagSnapshot& snapshot)
{
    std::unordered_map<std::string, Counts> counts;
    for (const auto& copy : snapshot.copies) {
        auto& c = counts[foldedKey(copy.server.text())];
        ++c.copies;
        c.active += copy.active ? 1 : 0;
    }
    for (const auto& component : snapshot.components)
        if (component.state.value != domain::ServiceState::Active && !component.inactiveByDefault())
            ++counts[foldedKey(component.server.text())].inactive;
    return counts;
}

ServerRow rowFor(const domain::DagSnapshot& snapshot, const domain::Server& server, const Counts& counts)
{
    using domain::SnapshotSection;
    ServerRow row{.key = foldedKey(server.name.text()), .server = server};
    row.state = domain::stateOf(snapshot, server.name);
    row.assessment = domain::assessServer(snapshot, server.name);
    if (const auto* node = snapshot.node(server.name)) row.node = node->state;
    if (const auto* group = snapshot.groupOf(server.name)) {
        row.primaryActiveManager = group->primaryActiveManager == server.name;
        if (row.node.text.empty() && group->isPaused(server.name))
            row.node = {domain::NodeState::Paused, "Paused"};
        else if (row.node.text.empty() && group->isOperational(server.name))
            row.node = {domain::NodeState::Up, "Up"};
    }
    if (snapshot.covers(SnapshotSection::Copies, server.name)) {
        row.activeCopies = counts.active;
        row.totalCopies = counts.copies;
    }
    if (snapshot.covers(SnapshotSection::Queues, server.name)) row.queued = snapshot.queuedMessages(server.name);
    if (snapshot.covers(SnapshotSection::Components, server.name)) row.componentsInactive = counts.inactive;
    if (snapshot.covers(SnapshotSection::Healthchecks, server.name))
        if (const auto* checks = snapshot.healthchecksOf(server.name)) row.healthchecks = *checks;
    row.readAt = snapshot.takenAt;
    return row;
}

QString runText(const ServerRow& row) { return withLocalTimes(translated(row.run)); }

Cell stateCell(const ServerRow& row)
{
    auto toolTip = translated(row.assessment.reasons);
    if (!row.run.empty()) toolTip = runText(row) + (toolTip.isEmpty() ? QString() : QLatin1Char('\n') + toolTip);
    return {.value = QString::fromLatin1(domain::toString(row.state)),
            .text = wordOf(row.state),
            .toolTip = toolTip,
            .shape = shapeOf(row.state),
            .severity = row.assessment.severity,
            .order = qint64(row.state)};
}

Cell countCell(std::optional<std::int64_t> value)
{
    auto cell = numberCell(value);
    if (!value) cell.toolTip = tableText(QT_TRANSLATE_NOOP("tables", "not read"));
    return cell;
}

Cell copiesCell(const ServerRow& row)
{
    if (!row.totalCopies || !row.activeCopies) return countCell(std::nullopt);
    const auto text = tableText(QT_TRANSLATE_NOOP("tables", "%1 of %2"))
                          .arg(numberText(qint64(*row.activeCopies)), numberText(qint64(*row.totalCopies)));
    return {.value = qint64(*row.activeCopies), .text = text, .toolTip = {}};
}

QString answerText(const domain::HealthcheckAnswer& answer)
{
    const auto status =
        answer.status == 0 ? tableText(QT_TRANSLATE_NOOP("tables", "no answer")) : QString::number(answer.status);
    return plainText(answer.protocol) + QLatin1Char(' ') + status;
}

// A server in service that refuses a protocol gets no clients of it, which nobody has asked for.
Cell healthchecksCell(const ServerRow& row)
{
    if (!row.healthchecks) return countCell(std::nullopt);
    const auto& checks = *row.healthchecks;
    Cell cell{.value = qint64(checks.serving())};
    cell.text = tableText(QT_TRANSLATE_NOOP("tables", "%1 of %2"))
                    .arg(numberText(qint64(checks.serving())), numberText(qint64(checks.asked())));
    cell.toolTip = tableText(QT_TRANSLATE_NOOP("tables", "since %1")).arg(timeText(checks.since));
    for (const auto& answer : checks.answers)
        cell.toolTip += QLatin1Char('\n') + answerText(answer);
    if (!checks.problem.empty()) cell.toolTip += QLatin1Char('\n') + plainText(checks.problem);
    if (!checks.certificateNames.empty())
        cell.toolTip +=
            QLatin1Char('\n') +
            tableText(QT_TRANSLATE_NOOP("tables", "its certificate is for %1")).arg(plainText(checks.certificateNames));
    const bool serving = row.state == domain::ServerState::Serving;
    if (serving && checks.serving() < checks.asked()) cell.severity = domain::Severity::Warning;
    return cell;
}

Cell policyCell(const ServerRow& row)
{
    Cell cell{.value = plainText(row.server.autoActivationPolicy.text)};
    if (!row.server.activationDisabledAndMoveNow) return cell;
    cell.text = tableText(QT_TRANSLATE_NOOP("tables", "%1, move now")).arg(cell.display());
    cell.toolTip = cell.text + QLatin1Char('\n') + QStringLiteral("DatabaseCopyActivationDisabledAndMoveNow");
    return cell;
}

} // namespace

QString ServersModel::keyOf(const domain::ServerName& server)
{
    return QString::fromStdString(foldedKey(server.text()));
}

void ServersModel::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    std::vector<ServerRow> next;
    if (!snapshot) {
        m_comments.clear();
        m_runs.clear();
    } else {
        const auto counts = countAll(*snapshot);
        if (snapshot->auditComments != m_comments) { // they change every few minutes at most
            m_comments = snapshot->auditComments;
            m_runs = maintenance::organisationRuns(m_comments);
        }
        next.reserve(snapshot->servers.size());
        for (const auto& server : snapshot->servers) {
            const auto found = counts.find(foldedKey(server.name.text()));
            next.push_back(rowFor(*snapshot, server, found != counts.end() ? found->second : Counts{}));
            if (const auto* run = maintenance::runUnderWay(m_runs, server.name, next.back().state))
                next.back().run = maintenance::sentenceAbout(*run);
        }
        if (!snapshot->covers(domain::SnapshotSection::Servers))
            retainUnread(next, [](const ServerRow&) { return true; });
    }
    merge(std::move(next));
}

std::span<const ColumnInfo> ServersModel::columns() const { return serversColumns; }

TableModel::RowInfo ServersModel::rowInfo(int row) const
{
    const auto& r = at(row);
    return {QString::fromStdString(r.key), plainText(r.server.name.text()), {}, r.assessment.severity, r.stale};
}

Cell ServersModel::cell(int row, int column) const
{
    const auto& r = at(row);
    switch (Column(column)) {
    case Column::Name:
        return {.value = plainText(r.server.name.text()), .toolTip = plainText(r.server.fqdn)};
    case Column::State:
        return stateCell(r);
    case Column::Run: {
        Cell cell{.value = runText(r), .toolTip = runText(r)};
        if (!r.run.empty()) cell.severity = domain::Severity::Maintenance;
        return cell;
    }
    case Column::Dag:
        return {.value = plainText(r.server.dag.text())};
    case Column::Version:
        return {.value = QString::fromStdString(r.server.version.text()),
                .toolTip = QString::fromStdString(r.server.version.productName()) + QLatin1Char(' ') +
                           QString::fromStdString(r.server.version.text())};
    case Column::Site:
        return {.value = plainText(r.server.site)};
    case Column::Copies:
        return copiesCell(r);
    case Column::Policy:
        return policyCell(r);
    case Column::Node:
        return {.value = plainText(r.node.text)};
    case Column::PrimaryActiveManager:
        return {.value = r.primaryActiveManager,
                .text = r.primaryActiveManager ? QStringLiteral("PAM") : QStringLiteral(""),
                .toolTip = r.primaryActiveManager ? tableText(serversColumns[int(Column::PrimaryActiveManager)].toolTip)
                                                  : QString()};
    case Column::Queued:
        return countCell(r.queued);
    case Column::ComponentsInactive:
        return countCell(r.componentsInactive);
    case Column::Healthchecks:
        return healthchecksCell(r);
    case Column::ReadAt:
        return {.value = r.readAt};
    case Column::Count:
        break;
    }
    return {};
}

} // namespace drydock::tables
