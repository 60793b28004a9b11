#include "remoting/lab/fault.h"

#include "model/domain/names.h"
#include "remoting/lab/fault_injector.h"

#include <array>

namespace drydock::lab {
namespace {

struct NamedKind {
    FaultKind kind;
    const char* name;
};

constexpr std::array kinds{
    NamedKind{FaultKind::DropBefore, "drop-before"},
    NamedKind{FaultKind::DropAfter, "drop-after"},
    NamedKind{FaultKind::Late, "late"},
    NamedKind{FaultKind::Refuse, "refuse"},
    NamedKind{FaultKind::Reboot, "reboot"},
    NamedKind{FaultKind::FailMount, "fail-mount"},
    NamedKind{FaultKind::IgnoreRegistryWrite, "ignore-registry-write"},
    NamedKind{FaultKind::StuckMove, "stuck-move"},
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

const char* toString(FaultKind kind) noexcept
{
    for (const auto& named : kinds)
        if (named.kind == kind) return named.name;
    return "";
}

domain::Result<FaultKind> faultKindFromText(std::string_view text)
{
    for (const auto& named : kinds)
        if (text == named.name) return named.kind;
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
