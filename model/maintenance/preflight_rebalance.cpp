// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/preflight_rebalance.h"

#include "model/domain/messages.h"
#include "model/maintenance/messages.h"

namespace drydock::maintenance::checks {

using namespace domain;

// Without a database that can go home there is nothing to run, so that block cannot be overridden.
Check databasesAway(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    const auto* member = snapshot.server(input.server);
    const auto places = input.plan ? input.plan->places : placesIn(snapshot, member ? member->dag : DagName());
    Check check;
    check.title = sentence<"check-databases-away">();
    check.expected = sentence<"check-databases-away-expected">();
    check.why = sentence<"check-databases-away-why">();
    int going = 0;
    int staying = 0;
    for (const auto& place : places) {
        if (place.atHome()) continue;
        ++(place.goesHome() ? going : staying);
        const auto way = place.database.text() + " " + place.activeOn.text() + " -> " + place.preferred.text();
        check.evidence.push_back(place.goesHome() ? way : domain::sentence<"detail-of">(way, place.refusal).english());
    }
    check.overridable = going > 0;
    check.result = going == 0 ? CheckResult::Block : staying > 0 ? CheckResult::Warn : CheckResult::Pass;
    const auto goingText = std::to_string(going);
    const auto stayingText = std::to_string(staying);
    if (going == 0)
        check.found = staying == 0 ? sentence<"all-are-at-home">() : sentence<"none-can-go-home">(stayingText);
    else
        check.found = staying == 0 ? sentence<"all-can-go-home">(goingText)
                                   : sentence<"some-can-go-home">(goingText, stayingText);
    return check;
}

} // namespace drydock::maintenance::checks
