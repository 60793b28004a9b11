// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/server.h"

#include "model/domain/enum_names.h"

namespace drydock::domain {
namespace {

constexpr EnumName<AutoActivationPolicy> policyNames[] = {
    {AutoActivationPolicy::Unrestricted, "Unrestricted"},
    {AutoActivationPolicy::IntrasiteOnly, "IntrasiteOnly"},
    {AutoActivationPolicy::Blocked, "Blocked"},
    {AutoActivationPolicy::Unknown, "Unknown"},
};

// The first build of Subscription Edition (exchange.md 4.5).
constexpr int firstSubscriptionEditionBuild = 2562;

} // namespace

bool Server::operator==(const Server&) const = default;

OpenEnum<AutoActivationPolicy> autoActivationPolicy(std::string text)
{
    return openValueOf(policyNames, std::move(text));
}
const char* toString(AutoActivationPolicy policy) noexcept { return nameOf(policyNames, policy); }

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

} // namespace drydock::domain
