// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/rebalance_print.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/text_table.h"

namespace drydock::ctl {

using namespace domain;

namespace {

std::string lengthText(const std::optional<std::int64_t>& length) { return length ? std::to_string(*length) : "?"; }

std::string outlookText(const DatabasePlace& place)
{
    if (place.atHome()) return "is at home";
    return place.goesHome() ? "goes home" : "stays: " + place.refusal.english();
}

} // namespace

std::string rebalanceAsText(const maintenance::Plan& plan, const DagSnapshot& basis)
{
    TextTable databases({"Database", "Server", "Preferred", "CopyQueue", "ReplayQueue", "Outlook"});
    for (const auto& place : plan.places)
        databases.add({place.database.text(), place.activeOn.text(), place.preferred.text(),
                       lengthText(place.copyQueueLength), lengthText(place.replayQueueLength), outlookText(place)});
    TextTable servers({"Server", "Active", "Planned", "Preferred"});
    for (const auto& share : sharesOf(plan.places))
        servers.add({share.server.text(), std::to_string(share.before), std::to_string(share.planned),
                     std::to_string(share.preferred)});
    std::string result = databases.text() + "\n" + servers.text() + "\n";
    if (const auto* group = basis.group(DagName(plan.group)))
        result += printableLines(homeForecast(*group, basis.takenAt).english()) + "\n\n";
    return result;
}

} // namespace drydock::ctl
