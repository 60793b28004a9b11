// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/exchange_tests.h"

#include "model/maintenance/messages.h"
#include "model/maintenance/step_factory.h"

namespace drydock::maintenance {

void addExchangeTests(Plan& plan, const CmdletPermissions& permissions)
{
    const auto name = plan.server.text();
    auto step = steps::newStep(StepKind::CheckHealth);
    step.title = sentence<"check-health">(name);
    step.why = sentence<"check-health-why">();
    step.onTimeout = OnTimeout::Warn;
    const auto ask = [&](const char* cmdlet, const char* parameter) {
        if (grantedParameters(permissions, cmdlet))
            step.commands.push_back({cmdlet, {{parameter, name}}, domain::EndpointKind::Exchange, plan.server});
    };
    ask(testServiceHealth, "Server");
    if (!plan.group.empty()) ask(testReplicationHealth, "Identity");
    ask(getServerHealth, "Identity");
    if (!step.commands.empty()) plan.steps.push_back(std::move(step));
}

} // namespace drydock::maintenance
