#include "model/maintenance/plan.h"

#include <algorithm>

namespace drydock::maintenance {
namespace {

// A comment is one line: what came from a server must not end it early.
std::string comment(std::string text)
{
    for (char& c : text)
        if (c == '\n' || c == '\r') c = ' ';
    // PowerShell ends a line at these as well: U+0085, U+2028, U+2029.
    for (const std::string_view lineEnd : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
        for (auto at = text.find(lineEnd); at != std::string::npos; at = text.find(lineEnd))
            text.replace(at, lineEnd.size(), " ");
    return "# " + text + "\n";
}

std::string lineFor(const Command& command, const std::string& fqdn)
{
    const auto text = command.toPowerShell();
    if (command.endpoint == domain::EndpointKind::Exchange) return text + "\n";
    Command outer{"Invoke-Command", {{"ComputerName", fqdn}}, domain::EndpointKind::Exchange, command.on};
    return outer.toPowerShell() + " -ScriptBlock { " + text + " }\n";
}

} // namespace

bool Step::operator==(const Step&) const = default;
bool OriginalSettings::operator==(const OriginalSettings&) const = default;
bool Plan::operator==(const Plan&) const = default;

bool wasServing(const OriginalSettings& original)
{
    return std::none_of(original.components.begin(), original.components.end(), [](const domain::ComponentState& row) {
        const bool decides = domain::equalsIgnoringCase(row.component, domain::component::serverWideOffline) ||
                             domain::equalsIgnoringCase(row.component, domain::component::hubTransport);
        return decides && row.state.value != domain::ServiceState::Active;
    });
}

domain::ServiceState maintenanceState(const domain::ComponentState& component)
{
    const auto entry = component.newestEntry(domain::requester::maintenance);
    return entry ? entry->state.value : domain::ServiceState::Active;
}

std::vector<std::string> heldDown(const OriginalSettings& settings)
{
    std::vector<std::string> lines;
    for (const auto& row : settings.components)
        for (const auto& entry : row.heldDownBy())
            lines.push_back(row.component + " " + entry.state.text + " by " + entry.requester);
    return lines;
}

const char* toString(Direction direction) noexcept { return direction == Direction::Enter ? "enter" : "leave"; }

const char* toString(StepKind kind) noexcept
{
    switch (kind) {
    case StepKind::RecordSettings:
        return "record-settings";
    case StepKind::BlockActivation:
        return "block-activation";
    case StepKind::DrainTransport:
        return "drain-transport";
    case StepKind::DrainUMCallRouter:
        return "drain-um-call-router";
    case StepKind::RestartTransport:
        return "restart-transport";
    case StepKind::RedirectMessages:
        return "redirect-messages";
    case StepKind::HighAvailabilityOff:
        return "high-availability-off";
    case StepKind::PauseNode:
        return "pause-node";
    case StepKind::MoveDatabases:
        return "move-databases";
    case StepKind::WaitForQueues:
        return "wait-for-queues";
    case StepKind::ServerWideOfflineOff:
        return "server-wide-offline-off";
    case StepKind::VerifyInMaintenance:
        return "verify-in-maintenance";
    case StepKind::ServerWideOfflineOn:
        return "server-wide-offline-on";
    case StepKind::UMCallRouterOn:
        return "um-call-router-on";
    case StepKind::HighAvailabilityOn:
        return "high-availability-on";
    case StepKind::ResumeNode:
        return "resume-node";
    case StepKind::RestoreMoveNow:
        return "restore-move-now";
    case StepKind::RestorePolicy:
        return "restore-policy";
    case StepKind::TransportOn:
        return "transport-on";
    case StepKind::ClearFunctional:
        return "clear-functional";
    case StepKind::StartServices:
        return "start-services";
    case StepKind::WaitForCopies:
        return "wait-for-copies";
    case StepKind::VerifyInService:
        return "verify-in-service";
    }
    return "record-settings";
}

const Step* Plan::step(StepKind kind) const
{
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& s) { return s.kind == kind; });
    return found == steps.end() ? nullptr : &*found;
}

std::string Plan::toPowerShell() const
{
    std::string script = comment(direction == Direction::Enter ? server.text() + " into maintenance"
                                                               : server.text() + " back into service");
    script += comment(
        "Run in the Exchange Management Shell, step by step: wait until each step's condition holds before the next.");
    int number = 0;
    for (const auto& item : steps) {
        script += "\n" + comment(std::to_string(++number) + ". " + item.title.english());
        for (const auto& command : item.commands)
            script += lineFor(command, serverFqdn);
        for (const auto& condition : item.verification)
            script += comment("   done when: " + describe(condition).english());
        for (const auto& command : item.undo)
            script += comment("   undo: " + command.toPowerShell());
    }
    return script;
}

} // namespace drydock::maintenance
