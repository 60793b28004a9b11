// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/fault.h"

#include "model/domain/enum_names.h"
#include "model/domain/names.h"
#include "remoting/lab/fault_injector.h"

#include <algorithm>
#include <iterator>

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
    {FaultKind::Quota, "quota"},
    {FaultKind::Unauthorized, "unauthorized"},
    {FaultKind::Unavailable, "unavailable"},
    {FaultKind::HtmlPage, "html-page"},
    {FaultKind::HalfAnswer, "half-answer"},
    {FaultKind::WrongRelatesTo, "wrong-relates-to"},
    {FaultKind::GarbageBase64, "garbage-base64"},
    {FaultKind::WrongFragmentIds, "wrong-fragment-ids"},
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

bool isOfTheWire(const Fault& fault) noexcept { return !fault.operation.empty() || fault.kind >= FaultKind::Quota; }

std::optional<Fault> FaultInjector::strike(FaultKind kind, std::string_view cmdlet, std::string_view server,
                                           std::string_view database)
{
    return strikeFirst([&](const Fault& fault) {
        return fault.kind == kind && !isOfTheWire(fault) && isOrAny(fault.cmdlet, cmdlet) &&
               isServerOrAny(fault.server, server) && isOrAny(fault.database, database);
    });
}

std::optional<Fault> FaultInjector::strikeRequest(FaultKind kind, std::string_view operation, std::string_view server)
{
    return strikeFirst([&](const Fault& fault) {
        return fault.kind == kind && isOfTheWire(fault) && isOrAny(fault.operation, operation) &&
               isServerOrAny(fault.server, server);
    });
}

std::optional<Fault> FaultInjector::strikeFirst(const std::function<bool(const Fault&)>& applies)
{
    for (auto& fault : m_faults) {
        if (fault.count == 0 || !applies(fault)) continue;
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

std::vector<Fault> FaultInjector::armed() const
{
    std::vector<Fault> all;
    std::ranges::copy_if(m_faults, std::back_inserter(all), [](const Fault& fault) { return fault.count != 0; });
    return all;
}

} // namespace drydock::lab
