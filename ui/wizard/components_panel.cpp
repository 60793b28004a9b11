// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/components_panel.h"

#include "model/tables/shapes.h"
#include "model/tables/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace drydock::ui {
namespace {

using domain::ComponentState;
using tables::plainText;

// The components that the plan changes itself. They are shown by name, the others are counted.
constexpr std::array named{domain::component::serverWideOffline, domain::component::hubTransport,
                           domain::component::highAvailability, domain::component::umCallRouter};

bool isNamed(const ComponentState& component)
{
    return std::any_of(named.begin(), named.end(), [&](const char* name) { return component.component == name; });
}

bool isDown(const ComponentState& component) { return component.state.value != domain::ServiceState::Active; }

// "Inactive by Maintenance", "Inactive, because ServerWideOffline", "Active".
QString textOf(const ComponentState& component)
{
    auto state = plainText(component.state.text);
    if (component.state.value == domain::ServiceState::Active) return state;
    QStringList holders;
    for (const auto& entry : component.heldDownBy())
        holders += plainText(entry.requester);
    if (!holders.isEmpty())
        return ComponentsPanel::tr("%1 by %2", "component state, requesters")
            .arg(state, holders.join(QStringLiteral(", ")));
    return component.becauseServerWideOffline() ? ComponentsPanel::tr("%1, because ServerWideOffline").arg(state)
                                                : state;
}

PanelLine lineOf(const std::vector<const ComponentState*>& others)
{
    const auto down = [](const ComponentState* component) { return isDown(*component); };
    const auto count = int(std::count_if(others.begin(), others.end(), down));
    // Components that are inactive by default have nothing to do with the run.
    const auto first = std::find_if(others.begin(), others.end(), [](const ComponentState* component) {
        return isDown(*component) && !component->inactiveByDefault();
    });
    const auto name = ComponentsPanel::tr("The others");
    if (count == 0) return {tables::Shape::CopyHealthy, name, ComponentsPanel::tr("all active"), false};
    return {first == others.end() ? tables::Shape::CopyHealthy : tables::shapeOf(**first), name,
            ComponentsPanel::tr("%1 of %2 not active").arg(count).arg(others.size()), false};
}

} // namespace

ComponentsPanel::ComponentsPanel(const Theme& theme, QWidget* parent) : LivePanel(theme, parent)
{
    setTitle(tr("Components"), tr("not read yet"));
}

void ComponentsPanel::readSnapshot(const domain::SnapshotPtr& snapshot, const domain::ServerName& server)
{
    if (snapshot->covers(domain::SnapshotSection::Components, server)) takeNewer(m_last, snapshot);
}

void ComponentsPanel::showServer(const domain::ServerName& server, domain::Time now)
{
    const bool current = showAge(m_last, now);
    if (!m_last) return;
    QList<PanelLine> lines;
    std::vector<const ComponentState*> others;
    int down = 0;
    int all = 0;
    for (const auto& component : m_last->components) {
        if (component.server != server) continue;
        ++all;
        if (isDown(component)) ++down;
        if (!isNamed(component)) others.push_back(&component);
    }
    for (const char* name : named)
        if (const auto* component = m_last->component(server, name))
            lines.append({tables::shapeOf(*component), QLatin1String(name), textOf(*component), false});
    if (!others.empty()) lines.append(lineOf(others));
    setTitle(tr("Components"), current ? tr("%1 of %2 not active").arg(down).arg(all) : QStringLiteral("?"));
    setLines(current ? lines : asUnknown(lines));
}

} // namespace drydock::ui
