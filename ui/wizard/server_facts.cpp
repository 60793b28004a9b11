// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/server_facts.h"

#include "model/domain/server_state.h"
#include "model/tables/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <span>

namespace drydock::ui {
namespace {

using tables::plainText;

struct FactWords {
    Q_DECLARE_TR_FUNCTIONS(drydock::ui::ServerFacts)
};

QString onOff(bool on) { return on ? FactWords::tr("on") : FactWords::tr("off"); }

QString stateOf(std::span<const domain::ComponentState> components, std::string_view name)
{
    const auto found =
        std::find_if(components.begin(), components.end(), [&](const auto& c) { return c.component == name; });
    return found == components.end() ? QString() : plainText(found->state.text);
}

QString inactiveOf(std::span<const domain::ComponentState> components)
{
    if (components.empty()) return {};
    const auto inactive = std::count_if(components.begin(), components.end(),
                                        [](const auto& c) { return c.state.value != domain::ServiceState::Active; });
    return FactWords::tr("%1 of %2").arg(inactive).arg(components.size());
}

QString listed(QStringList names)
{
    if (names.isEmpty()) return FactWords::tr("none");
    names.sort();
    return names.join(QStringLiteral(", "));
}

} // namespace

void ServerFacts::read(const domain::DagSnapshot& snapshot, const domain::ServerName& server)
{
    if (const auto* found = snapshot.covers(domain::SnapshotSection::Servers) ? snapshot.server(server) : nullptr) {
        m_policy = plainText(found->autoActivationPolicy.text);
        m_moveNow = found->moveNowRead ? onOff(found->activationDisabledAndMoveNow) : QString();
    }
    if (const auto* node = snapshot.node(server)) m_node = plainText(node->state.text);
    std::vector<domain::ComponentState> components;
    std::copy_if(snapshot.components.begin(), snapshot.components.end(), std::back_inserter(components),
                 [&](const auto& c) { return c.server == server; });
    if (!components.empty()) {
        m_serverWide = stateOf(components, domain::component::serverWideOffline);
        m_transport = stateOf(components, domain::component::hubTransport);
        m_inactive = inactiveOf(components);
    }
    if (!snapshot.covers(domain::SnapshotSection::Copies, server)) return;
    QStringList active;
    for (const auto* copy : snapshot.copiesOn(server)) {
        if (copy->active) active << plainText(copy->database.text());
    }
    m_databases = listed(active);
    m_active = active;
}

void ServerFacts::read(const maintenance::OriginalSettings& original)
{
    m_policy = plainText(original.policy.text);
    m_moveNow = onOff(original.activationDisabledAndMoveNow);
    m_node = plainText(original.node.text);
    m_serverWide = stateOf(original.components, domain::component::serverWideOffline);
    m_transport = stateOf(original.components, domain::component::hubTransport);
    m_inactive = inactiveOf(original.components);
    QStringList active;
    for (const auto& database : original.activeDatabases)
        active << plainText(database.text());
    m_databases = listed(active);
    m_active = active;
}

QList<Fact> ServerFacts::compare(const ServerFacts& before, const ServerFacts& after)
{
    const std::initializer_list<std::pair<QString, QString ServerFacts::*>> all{
        {FactWords::tr("Activation policy"), &ServerFacts::m_policy},
        {FactWords::tr("Move databases away"), &ServerFacts::m_moveNow},
        {FactWords::tr("Cluster node"), &ServerFacts::m_node},
        {QStringLiteral("ServerWideOffline"), &ServerFacts::m_serverWide},
        {QStringLiteral("HubTransport"), &ServerFacts::m_transport},
        {FactWords::tr("Components not active"), &ServerFacts::m_inactive},
        {FactWords::tr("Active databases"), &ServerFacts::m_databases},
    };
    QList<Fact> facts;
    for (const auto& [name, field] : all) {
        if (!(before.*field).isEmpty() || !(after.*field).isEmpty()) facts.append({name, before.*field, after.*field});
    }
    return facts;
}

} // namespace drydock::ui
