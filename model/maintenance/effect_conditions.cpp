#include "model/maintenance/effect_conditions.h"

#include <algorithm>
#include <iterator>

namespace drydock::maintenance {
namespace {

using domain::equalsIgnoringCase;

bool has(const Command& command, const char* parameter)
{
    return std::any_of(command.parameters.begin(), command.parameters.end(),
                       [&](const Parameter& p) { return p.name == parameter; });
}

bool says(const Command& command, const char* parameter, const std::string& value)
{
    return std::any_of(command.parameters.begin(), command.parameters.end(), [&](const Parameter& p) {
        const auto* text = std::get_if<std::string>(&p.value);
        return p.name == parameter && text && equalsIgnoringCase(*text, value);
    });
}

bool changesService(const Command& command, const std::string& service)
{
    return (command.cmdlet == "Start-Service" || command.cmdlet == "Restart-Service") && says(command, "Name", service);
}

struct IsAbout {
    const Command& command;

    bool operator()(const PolicyIs&) const { return has(command, "DatabaseCopyAutoActivationPolicy"); }
    bool operator()(const MoveNowIs&) const { return has(command, "DatabaseCopyActivationDisabledAndMoveNow"); }
    bool operator()(const RequesterStateIs& c) const
    {
        return says(command, "Component", c.component) && says(command, "Requester", c.requester);
    }
    bool operator()(const NodeIs&) const
    {
        return command.cmdlet == "Suspend-ClusterNode" || command.cmdlet == "Resume-ClusterNode";
    }
    bool operator()(const NoActiveDatabases&) const { return command.cmdlet == "Move-ActiveMailboxDatabase"; }
    bool operator()(const QueuesDrained&) const { return command.cmdlet == "Redirect-Message"; }
    bool operator()(const ServiceRunning& c) const { return changesService(command, c.service); }
    bool operator()(const ServiceNoticed& c) const { return changesService(command, c.service); }
    template <class Other> bool operator()(const Other&) const { return false; } // what other things bring about
};

} // namespace

std::vector<Condition> conditionsFor(const Command& command, const std::vector<Condition>& conditions)
{
    std::vector<Condition> found;
    std::copy_if(conditions.begin(), conditions.end(), std::back_inserter(found),
                 [&](const Condition& c) { return std::visit(IsAbout{command}, c); });
    return found.empty() ? conditions : found;
}

} // namespace drydock::maintenance
