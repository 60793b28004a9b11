// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/node.h"

#include "model/domain/enum_names.h"

namespace drydock::domain {
namespace {

constexpr EnumName<NodeState> nodeStateNames[] = {
    {NodeState::Up, "Up"},           {NodeState::Down, "Down"},       {NodeState::Paused, "Paused"},
    {NodeState::Joining, "Joining"}, {NodeState::Unknown, "Unknown"},
};

} // namespace

bool ClusterNode::operator==(const ClusterNode&) const = default;
bool Service::operator==(const Service&) const = default;

OpenEnum<NodeState> nodeState(std::string text) { return openValueOf(nodeStateNames, std::move(text)); }
const char* toString(NodeState state) noexcept { return nameOf(nodeStateNames, state); }

} // namespace drydock::domain
