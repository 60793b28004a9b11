// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/node.h"

#include "model/domain/enum_names.h"

#include <algorithm>

namespace drydock::domain {
namespace {

constexpr EnumName<NodeState> nodeStateNames[] = {
    {NodeState::Up, "Up"},           {NodeState::Down, "Down"},       {NodeState::Paused, "Paused"},
    {NodeState::Joining, "Joining"}, {NodeState::Unknown, "Unknown"},
};

} // namespace

bool service::isRestarted(std::string_view name) noexcept
{
    return std::ranges::any_of(restarted, [&](const char* known) { return equalsIgnoringCase(name, known); });
}

bool service::isRead(std::string_view name) noexcept
{
    return std::ranges::any_of(patterns, [&](std::string_view pattern) {
        pattern.remove_suffix(1);
        return name.size() >= pattern.size() && equalsIgnoringCase(name.substr(0, pattern.size()), pattern);
    });
}

bool ClusterNode::operator==(const ClusterNode&) const = default;
bool Service::operator==(const Service&) const = default;

OpenEnum<NodeState> nodeState(std::string text) { return openValueOf(nodeStateNames, std::move(text)); }
const char* toString(NodeState state) noexcept { return nameOf(nodeStateNames, state); }

} // namespace drydock::domain
