// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/components_model.h"

#include "model/tables/row_keys.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"

#include <QCoreApplication>

namespace drydock::tables {
namespace {

constexpr ColumnInfo componentsColumns[] = {
    {"server", QT_TRANSLATE_NOOP("tables", "Server"), QT_TRANSLATE_NOOP("tables", "The server of the component"),
     alignText, Qt::AscendingOrder, Qt::ElideMiddle},
    {"component", QT_TRANSLATE_NOOP("tables", "Component"), QT_TRANSLATE_NOOP("tables", "Name of the component")},
    {"state", QT_TRANSLATE_NOOP("tables", "State"),
     QT_TRANSLATE_NOOP("tables", "What the server makes of all requesters")},
    {"heldBy", QT_TRANSLATE_NOOP("tables", "Held by"),
     QT_TRANSLATE_NOOP("tables", "Requesters that keep it from being active")},
    {"since", QT_TRANSLATE_NOOP("tables", "Since"), QT_TRANSLATE_NOOP("tables", "When the first of them asked for it"),
     alignText, Qt::DescendingOrder},
    {"store", QT_TRANSLATE_NOOP("tables", "Kept in"),
     QT_TRANSLATE_NOOP("tables", "Registry of the server or Active Directory")},
    {"because", QT_TRANSLATE_NOOP("tables", "Because"),
     QT_TRANSLATE_NOOP("tables", "Why it is not active although nobody holds it")},
};
static_assert(std::size(componentsColumns) == std::size_t(ComponentsModel::Column::Count));

bool holds(const std::optional<std::vector<domain::RequesterEntry>>& store, const domain::RequesterEntry& entry)
{
    return store && std::find(store->begin(), store->end(), entry) != store->end();
}

QString storesOf(const domain::ComponentState& component, const domain::RequesterEntry& entry)
{
    QStringList stores;
    if (holds(component.registry, entry)) stores.append(wordOf(domain::ComponentStore::Registry));
    if (holds(component.activeDirectory, entry)) stores.append(wordOf(domain::ComponentStore::ActiveDirectory));
    return stores.join(QStringLiteral(", "));
}

// Returns every entry of both stores on a line of its own, and a line for each store that could not be read.
QString entriesOf(const domain::ComponentState& component)
{
    QStringList lines;
    const auto add = [&](domain::ComponentStore store,
                         const std::optional<std::vector<domain::RequesterEntry>>& entries) {
        if (!entries)
            lines.append(tableText(QT_TRANSLATE_NOOP("tables", "%1: could not be read")).arg(wordOf(store)));
        else
            for (const auto& e : *entries)
                lines.append(wordOf(store) + QStringLiteral(": ") + plainText(e.requester) + QLatin1Char(' ') +
                             plainText(e.state.text) + (e.since ? QLatin1Char(' ') + timeText(*e.since) : QString()));
    };
    add(domain::ComponentStore::Registry, component.registry);
    add(domain::ComponentStore::ActiveDirectory, component.activeDirectory);
    return lines.join(QLatin1Char('\n'));
}

Cell heldByCell(const domain::ComponentState& component)
{
    QStringList requesters;
    for (const auto& entry : component.heldDownBy())
        requesters.append(plainText(entry.requester));
    return {.value = requesters.join(QStringLiteral(", ")), .toolTip = entriesOf(component)};
}

Cell sinceCell(const domain::ComponentState& component)
{
    std::optional<domain::Time> first;
    for (const auto& entry : component.heldDownBy())
        if (entry.since && (!first || *entry.since < *first)) first = entry.since;
    Cell cell;
    if (first) cell.value = *first;
    return cell;
}

Cell storeCell(const domain::ComponentState& component)
{
    QStringList stores;
    for (const auto& entry : component.heldDownBy())
        if (const auto text = storesOf(component, entry); !text.isEmpty() && !stores.contains(text))
            stores.append(text);
    if (!component.registry) stores.append(tableText(QT_TRANSLATE_NOOP("tables", "registry not readable")));
    if (!component.activeDirectory)
        stores.append(tableText(QT_TRANSLATE_NOOP("tables", "Active Directory not readable")));
    return {.value = stores.join(QStringLiteral("; ")), .toolTip = entriesOf(component)};
}

Cell becauseCell(const domain::ComponentState& component)
{
    if (component.becauseServerWideOffline())
        return {.value = tableText(QT_TRANSLATE_NOOP("tables", "because ServerWideOffline"))};
    if (component.state.value != domain::ServiceState::Active && component.inactiveByDefault())
        return {.value = tableText(QT_TRANSLATE_NOOP("tables", "inactive by default"))};
    return {};
}

} // namespace

QString ComponentsModel::keyOf(const domain::ServerName& server, const std::string& component)
{
    return QString::fromStdString(foldedKey(server.text(), component));
}

void ComponentsModel::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    std::vector<ComponentRow> next;
    if (snapshot) {
        next.reserve(snapshot->components.size());
        for (const auto& component : snapshot->components)
            next.push_back({foldedKey(component.server.text(), component.component),
                            {snapshot, component},
                            domain::assess(component)});
        retainUnread(next, [&](const ComponentRow& row) {
            return unread(*snapshot, domain::SnapshotSection::Components, row.component->server);
        });
    }
    merge(std::move(next));
}

std::span<const ColumnInfo> ComponentsModel::columns() const { return componentsColumns; }

TableModel::RowInfo ComponentsModel::rowInfo(int row) const
{
    const auto& r = at(row);
    return {QString::fromStdString(r.key), plainText(r.component->server.text()), {}, r.assessment.severity, r.stale};
}

Cell ComponentsModel::cell(int row, int column) const
{
    const auto& r = at(row);
    const auto& component = *r.component;
    switch (Column(column)) {
    case Column::Server:
        return {.value = plainText(component.server.text())};
    case Column::Component:
        return {.value = plainText(component.component)};
    case Column::State:
        return {.value = plainText(component.state.text),
                .toolTip = translated(r.assessment.reasons),
                .shape = shapeOf(component),
                .severity = r.assessment.severity};
    case Column::HeldBy:
        return heldByCell(component);
    case Column::Since:
        return sinceCell(component);
    case Column::Store:
        return storeCell(component);
    case Column::Because:
        return becauseCell(component);
    case Column::Count:
        break;
    }
    return {};
}

} // namespace drydock::tables
