// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/queue.h"

namespace drydock::domain {
namespace {

// Returns "Shadow" of "MAIL\Shadow\3", and "Submission" of "MAIL\Submission".
std::string_view firstPartAfterServer(std::string_view identity)
{
    const auto slash = identity.find('\\');
    if (slash == std::string_view::npos) return {};
    const auto rest = identity.substr(slash + 1);
    return rest.substr(0, rest.find('\\'));
}

} // namespace

bool Queue::operator==(const Queue&) const = default;

bool Queue::shadow() const
{
    return equalsIgnoringCase(deliveryType, "ShadowRedundancy") ||
           equalsIgnoringCase(firstPartAfterServer(identity), "Shadow");
}

bool Queue::poison() const
{
    return equalsIgnoringCase(firstPartAfterServer(identity), "Poison") ||
           equalsIgnoringCase(nextHop, "Poison Message");
}

bool Queue::unreachable() const
{
    return equalsIgnoringCase(deliveryType, "Unreachable") ||
           equalsIgnoringCase(firstPartAfterServer(identity), "Unreachable");
}

} // namespace drydock::domain
