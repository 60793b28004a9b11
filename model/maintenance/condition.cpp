// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/condition.h"

namespace drydock::maintenance {

ConditionResult evaluate(const Condition& condition, const domain::DagSnapshot& snapshot)
{
    return std::visit([&](const auto& c) { return c.evaluate(snapshot); }, condition);
}

domain::LocalizableText describe(const Condition& condition)
{
    return std::visit([](const auto& c) { return c.describe(); }, condition);
}

Needs needs(const Condition& condition)
{
    return std::visit([](const auto& c) { return c.needs(); }, condition);
}

bool isAbout(const Condition& condition, const Command& command)
{
    return std::visit([&](const auto& c) { return c.isAbout(command); }, condition);
}

} // namespace drydock::maintenance
