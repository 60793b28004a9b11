#include "tests/maintenance/row_world.h"

#include "tests/domain/seed_snapshot.h"

namespace drydock::tests {

using namespace domain;
using namespace maintenance;

namespace {

template <class T> T valueOf(const Command& command, const char* name)
{
    for (const auto& parameter : command.parameters)
        if (parameter.name == name) return std::get<T>(parameter.value);
    return {};
}

bool has(const Command& command, const char* name)
{
    for (const auto& parameter : command.parameters)
        if (parameter.name == name) return true;
    return false;
}

} // namespace

void applyTo(DagSnapshot& world, const Command& command, Time now)
{
    const auto text = [&](const char* name) { return valueOf<std::string>(command, name); };
    if (command.cmdlet == "Set-ServerComponentState")
        setComponent(world, mail(), text("Component").c_str(), serviceState(text("State")).value,
                     text("Requester").c_str(), now);
    else if (command.cmdlet == "Set-MailboxServer" && has(command, "DatabaseCopyAutoActivationPolicy"))
        setPolicy(world, mail(), autoActivationPolicy(text("DatabaseCopyAutoActivationPolicy")).value);
    else if (command.cmdlet == "Set-MailboxServer")
        serverOf(world, mail()).activationDisabledAndMoveNow =
            valueOf<bool>(command, "DatabaseCopyActivationDisabledAndMoveNow");
    else if (command.cmdlet == "Suspend-ClusterNode")
        pauseNode(world, mail());
    else if (command.cmdlet == "Resume-ClusterNode")
        pauseNode(world, mail(), false);
    else if (command.cmdlet == "Restart-Service")
        serviceOf(world, mail(), service::transport).processStart = now;
    else if (command.cmdlet == "Move-ActiveMailboxDatabase") {
        activate(world, "DB01", mail2());
        activate(world, "DB02", mail2());
        world.groups.front().primaryActiveManager = mail2();
    } else if (command.cmdlet == "Redirect-Message")
        for (auto& queue : world.queues)
            if (queue.server == mail() && queue.drains()) queue.messageCount = 0;
}

} // namespace drydock::tests
