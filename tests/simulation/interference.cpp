// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/simulation/interference.h"

#include <algorithm>

namespace drydock::tests {

using clixml::Value;
using domain::EndpointKind;

namespace {

lab::Argument named(const char* name, const std::string& value) { return {name, Value::string(value)}; }

} // namespace

Interference::Interference(lab::Organisation& organisation, std::string server, std::uint64_t seed)
    : m_organisation(organisation), m_server(std::move(server)), m_random(seed)
{
}

bool Interference::act()
{
    using Act = bool (Interference::*)();
    static constexpr Act acts[] = {&Interference::setPolicy,    &Interference::setMoveNow,
                                   &Interference::setComponent, &Interference::pauseOrResumeNode,
                                   &Interference::moveBack,     &Interference::restart,
                                   &Interference::suspendCopy};
    return (this->*acts[draw(static_cast<int>(std::size(acts)))])();
}

void Interference::settle()
{
    for (const auto& copy : std::exchange(m_suspended, {}))
        std::ignore = m_organisation.invoke({"LAB\\admin", EndpointKind::Exchange, {}}, "Resume-MailboxDatabaseCopy",
                                            {named("Identity", copy)});
}

bool Interference::explains(const std::string& line, bool last) const
{
    const auto isIn = [&](const std::vector<std::string>& facts) {
        return std::any_of(facts.begin(), facts.end(),
                           [&](const std::string& fact) { return line.find(fact) != std::string::npos; });
    };
    return isIn(m_notOfTheRun) || (last && isIn(m_ofTheRun));
}

std::string Interference::text() const
{
    std::string all;
    for (const auto& line : m_done)
        all += line + '\n';
    return all;
}

bool Interference::invoke(const lab::Caller& caller, const std::string& cmdlet, std::vector<lab::Argument> arguments)
{
    std::string line = cmdlet + (caller.host.empty() ? std::string() : " on " + caller.host);
    for (const auto& argument : arguments)
        line += " -" + argument.name + ' ' + std::string(argument.value.display());
    const auto done = m_organisation.invoke(caller, cmdlet, std::move(arguments));
    if (!done || !done->succeeded()) return false;
    m_organisation.advance(done->duration);
    m_done.push_back(std::move(line));
    return true;
}

bool Interference::setPolicy()
{
    static constexpr const char* policies[] = {"Unrestricted", "IntrasiteOnly", "Blocked"};
    m_ofTheRun.push_back(m_server + " activation policy");
    return invoke({"LAB\\admin", EndpointKind::Exchange, {}}, "Set-MailboxServer",
                  {named("Identity", m_server), named("DatabaseCopyAutoActivationPolicy", policies[draw(3)])});
}

bool Interference::setMoveNow()
{
    m_ofTheRun.push_back(m_server + " activation disabled and move now");
    return invoke(
        {"LAB\\admin", EndpointKind::Exchange, {}}, "Set-MailboxServer",
        {named("Identity", m_server), {"DatabaseCopyActivationDisabledAndMoveNow", Value::boolean(draw(2) == 0)}});
}

bool Interference::setComponent()
{
    static constexpr const char* components[] = {"HubTransport", "ServerWideOffline", "HighAvailability", "ImapProxy"};
    static constexpr const char* requesters[] = {"Maintenance", "Functional", "HealthAPI"};
    const std::string component = components[draw(4)];
    // A requester other than Maintenance holds down one component only: that is what failed updates and probes do.
    const std::string requester = component == "ImapProxy" ? requesters[1 + draw(2)] : requesters[0];
    if (component == "ImapProxy") {
        m_notOfTheRun.push_back(m_server + " component ImapProxy");
        m_notOfTheRun.push_back(m_server + " service MSExchangeI"); // the services of IMAP stop where it is held down
    } else {
        // What is offline takes every other component with it.
        m_ofTheRun.push_back(m_server + " component " + (component == "ServerWideOffline" ? "" : component));
    }
    return invoke({"LAB\\admin", EndpointKind::Exchange, {}}, "Set-ServerComponentState",
                  {named("Identity", m_server), named("Component", component), named("Requester", requester),
                   named("State", draw(2) == 0 ? "Active" : "Inactive")});
}

bool Interference::pauseOrResumeNode()
{
    m_ofTheRun.push_back(m_server + " node");
    return invoke({"LAB\\admin", EndpointKind::Node, m_server},
                  draw(2) == 0 ? "Resume-ClusterNode" : "Suspend-ClusterNode", {named("Name", m_server)});
}

bool Interference::moveBack()
{
    const auto& databases = m_organisation.scenario().databases;
    const auto& database = databases[static_cast<std::size_t>(draw(static_cast<int>(databases.size())))];
    return invoke(
        {"LAB\\admin", EndpointKind::Exchange, {}}, "Move-ActiveMailboxDatabase",
        {named("Identity", database.name), named("ActivateOnServer", m_server), {"Confirm", Value::boolean(false)}});
}

bool Interference::restart()
{
    const auto server = draw(2) == 0 ? m_server : otherMember();
    if (!invoke({"LAB\\admin", EndpointKind::Node, server}, "Restart-Computer", {{"Force", Value::boolean(true)}}))
        return false;
    m_organisation.advance(std::chrono::seconds(3)); // until it is down
    return true;
}

bool Interference::suspendCopy()
{
    const auto& databases = m_organisation.scenario().databases;
    const auto& database = databases[static_cast<std::size_t>(draw(static_cast<int>(databases.size())))];
    std::string copy;
    for (const auto& spec : database.copies)
        if (spec.status == "Healthy" && spec.server != m_server &&
            m_organisation.activeServer(database.name) != spec.server)
            copy = database.name + '\\' + spec.server;
    if (copy.empty() || !invoke({"LAB\\admin", EndpointKind::Exchange, {}}, "Suspend-MailboxDatabaseCopy",
                                {named("Identity", copy), {"Confirm", Value::boolean(false)}}))
        return false;
    m_suspended.push_back(copy);
    return true;
}

std::string Interference::otherMember()
{
    auto names = m_organisation.serverNames();
    std::erase(names, m_server);
    return names[static_cast<std::size_t>(draw(static_cast<int>(names.size())))];
}

} // namespace drydock::tests
