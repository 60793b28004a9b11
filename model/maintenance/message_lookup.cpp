// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/message_lookup.h"

#include "model/domain/messages.h"
#include "model/maintenance/messages.h"

#include <string_view>
#include <unordered_map>

namespace drydock::maintenance {
namespace {

using Index = std::unordered_map<std::string_view, const domain::Message*>;

template <class Key> Index indexBy(Key key)
{
    Index index;
    for (const auto* message : allMessages())
        index.emplace(key(*message), message);
    return index;
}

const domain::Message* find(const Index& index, std::string_view key)
{
    const auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
}

} // namespace

std::vector<const domain::Message*> allMessages()
{
    std::vector<const domain::Message*> all;
    for (const auto& message : domain::domainMessages)
        all.push_back(&message);
    for (const auto& message : maintenanceMessages)
        all.push_back(&message);
    return all;
}

const domain::Message* messageWithId(std::string_view id)
{
    static const auto index = indexBy([](const domain::Message& message) { return std::string_view(message.id); });
    return find(index, id);
}

const domain::Message* messageWithEnglish(std::string_view english)
{
    static const auto index = indexBy([](const domain::Message& message) { return std::string_view(message.english); });
    return find(index, english);
}

} // namespace drydock::maintenance
