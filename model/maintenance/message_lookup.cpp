// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/message_lookup.h"

#include "model/domain/messages.h"
#include "model/maintenance/messages.h"

#include <algorithm>

namespace drydock::maintenance {
namespace {

template <class Matches> const domain::Message* findMessage(Matches matches)
{
    const auto all = allMessages();
    const auto found = std::find_if(all.begin(), all.end(), matches);
    return found == all.end() ? nullptr : *found;
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
    return findMessage([id](const domain::Message* message) { return id == message->id; });
}

const domain::Message* messageWithEnglish(std::string_view english)
{
    return findMessage([english](const domain::Message* message) { return english == message->english; });
}

} // namespace drydock::maintenance
