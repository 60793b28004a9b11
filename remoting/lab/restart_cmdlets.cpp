// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/restart_cmdlets.h"

#include "model/domain/names.h"
#include "remoting/lab/invocation.h"

namespace drydock::lab {

using namespace std::chrono_literals;

void getCimInstance(Invocation& call)
{
    static const auto types =
        typeNames({"Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_OperatingSystem",
                   "Microsoft.Management.Infrastructure.CimInstance"});
    const auto name = call.arguments.text("ClassName");
    if (!domain::equalsIgnoringCase(name, "Win32_OperatingSystem"))
        return call.report(nodeError(call.cmdlet, "HRESULT 0x80041010",
                                     "Microsoft.Management.Infrastructure.CimException", "Invalid class",
                                     category::NotSpecified, name));
    const auto& server = call.world.servers[static_cast<std::size_t>(call.host)];
    ObjectBuilder out(types, "Win32_OperatingSystem: Microsoft Windows Server");
    out.text("CSName", server.spec.name)
        .time("LastBootUpTime", server.bootedAt + server.spec.clockOffset)
        .time("LocalDateTime", call.world.clockOf(call.host));
    call.write(out.build());
}

// Windows ends the sessions a moment after it has accepted the restart, so that no answer arrives.
void restartComputer(Invocation& call)
{
    call.world.events.plan(call.world.now + 2s,
                           {EventKind::ServerDown, call.host, call.world.scenario.timing.restart.count()});
    call.result.duration = 30s;
}

} // namespace drydock::lab
