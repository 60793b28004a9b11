// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/fault.h"

#include "model/domain/enum_names.h"
#include "model/domain/names.h"
#include "remoting/lab/fault_injector.h"

namespace drydock::lab {
namespace {

constexpr domain::EnumName<FaultKind> faultKindNames[] = {
    {FaultKind::DropBefore, "drop-before"},
    {FaultKind::DropAfter, "drop-after"},
    {FaultKind::Late, "late"},
    {FaultKind::Refuse, "refuse"},
    {FaultKind::Beside, "beside"},
    {FaultKind::Reboot, "reboot"},
    {FaultKind::FailMount, "fail-mount"},
    {FaultKind::IgnoreRegistryWrite, "ignore-registry-write"},
    {FaultKind::StuckMove, "stuck-move"},
    {FaultKind::DomainControllerDown, "domain-controller-down"},
};

bool isOrAny(const std::string& wanted, std::string_view actual)
{
    return wanted.empty() || domain::equalsIgnoringCase(wanted, actual);
}

bool isServerOrAny(const std::string& wanted, std::string_view actual)
{
    return wanted.empty() || domain::equalsIgnoringCase(domain::shortHostName(wanted), domain::shortHostName(actual));
}

} // namespace

const char* toString(FaultKind kind) noexcept { return domain::nameOf(faultKindNames, kind); }

domain::Result<FaultKind> faultKindFromText(std::string_view text)
{
    if (const auto kind = domain::valueOf(faultKindNames, text)) return *kind;
    return domain::fail(domain::ErrorKind::Usage, "fault kind", std::string(text));
}

std::optional<Fault> FaultInjector::strike(FaultKind kind, std::string_view cmdlet, std::string_view server,
                                           std::string_view database)
{
    for (auto& fault : m_faults) {
        if (fault.kind != kind || fault.count == 0) continue;
        if (!isOrAny(fault.cmdlet, cmdlet) || !isServerOrAny(fault.server, server) ||
            !isOrAny(fault.database, database))
            continue;
        if (fault.skip > 0) {
            --fault.skip;
            continue;
        }
        if (fault.count > 0) --fault.count;
        ++m_struck;
        return fault;
    }
    return std::nullopt;
}

} // namespace drydock::lab
