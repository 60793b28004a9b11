#include "model/domain/server.h"

#include "model/domain/enum_words.h"

namespace drydock::domain {
namespace {

constexpr EnumWords<AutoActivationPolicy, 3> policyWords{{
    {AutoActivationPolicy::Unrestricted, "Unrestricted"},
    {AutoActivationPolicy::IntrasiteOnly, "IntrasiteOnly"},
    {AutoActivationPolicy::Blocked, "Blocked"},
}};

// The first build of Subscription Edition (exchange.md 4.5).
constexpr int firstSubscriptionEditionBuild = 2562;

} // namespace

bool Server::operator==(const Server&) const = default;

OpenEnum<AutoActivationPolicy> autoActivationPolicy(std::string text) { return fromWord(policyWords, std::move(text)); }
const char* toString(AutoActivationPolicy policy) noexcept { return toWord(policyWords, policy); }

std::string ServerVersion::text() const
{
    if (!known()) return {};
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(build) + "." +
           std::to_string(revision);
}

std::string ServerVersion::productName() const
{
    if (major == 14) return "Exchange 2010";
    if (major != 15) return "Exchange";
    switch (minor) {
    case 0:
        return "Exchange 2013";
    case 1:
        return "Exchange 2016";
    case 2:
        return build < firstSubscriptionEditionBuild ? "Exchange 2019" : "Exchange SE";
    default:
        return "Exchange";
    }
}

const char* toString(ServerState state) noexcept
{
    switch (state) {
    case ServerState::Serving:
        return "Serving";
    case ServerState::Blocked:
        return "Blocked";
    case ServerState::Entering:
        return "Entering";
    case ServerState::InMaintenance:
        return "InMaintenance";
    case ServerState::Leaving:
        return "Leaving";
    case ServerState::Inconsistent:
        return "Inconsistent";
    case ServerState::Unreachable:
        return "Unreachable";
    case ServerState::Unknown:
        return "Unknown";
    }
    return "Unknown";
}

} // namespace drydock::domain
