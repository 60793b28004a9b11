#include "model/domain/node.h"

#include "model/domain/enum_words.h"

namespace drydock::domain {
namespace {

constexpr EnumWords<NodeState, 4> nodeWords{{
    {NodeState::Up, "Up"},
    {NodeState::Down, "Down"},
    {NodeState::Paused, "Paused"},
    {NodeState::Joining, "Joining"},
}};

} // namespace

bool ClusterNode::operator==(const ClusterNode&) const = default;
bool Service::operator==(const Service&) const = default;

OpenEnum<NodeState> nodeState(std::string text) { return fromWord(nodeWords, std::move(text)); }
const char* toString(NodeState state) noexcept { return toWord(nodeWords, state); }

} // namespace drydock::domain
