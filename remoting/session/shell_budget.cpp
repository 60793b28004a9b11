// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/shell_budget.h"

#include <algorithm>

namespace drydock::session {
namespace {

void callLater(QObject* owner, const std::function<void()>& function)
{
    if (owner != nullptr) QMetaObject::invokeMethod(owner, function, Qt::QueuedConnection);
}

} // namespace

ShellBudget::Claim::~Claim() { m_budget->end(*this); }

bool ShellBudget::Claim::isWanted() const
{
    const auto& place = m_budget->m_places.at(m_place);
    const auto yielding = std::ranges::count_if(place.held, [](const Claim* claim) { return claim->m_yields; });
    return static_cast<std::ptrdiff_t>(place.waiting.size()) > yielding;
}

std::unique_ptr<ShellBudget::Claim> ShellBudget::claim(ShellPlace where, QObject* owner, std::function<void()> granted,
                                                       std::function<void()> wanted)
{
    std::unique_ptr<Claim> claim(new Claim);
    claim->m_budget = shared_from_this();
    claim->m_place = std::move(where);
    claim->m_owner = owner;
    claim->m_onGranted = std::move(granted);
    claim->m_onWanted = std::move(wanted);
    auto& place = m_places[claim->m_place];
    if (static_cast<int>(place.held.size()) < m_shells && place.waiting.empty()) {
        grant(place, *claim);
        return claim;
    }
    place.waiting.push_back(claim.get());
    for (const Claim* holder : place.held)
        callLater(holder->m_owner, holder->m_onWanted);
    return claim;
}

void ShellBudget::grant(Place& place, Claim& claim) const
{
    claim.m_granted = true;
    place.held.push_back(&claim);
}

void ShellBudget::end(Claim& claim)
{
    auto& place = m_places.at(claim.m_place);
    std::erase(place.held, &claim);
    std::erase(place.waiting, &claim);
    while (static_cast<int>(place.held.size()) < m_shells && !place.waiting.empty()) {
        Claim& next = *place.waiting.front();
        place.waiting.pop_front();
        grant(place, next);
        callLater(next.m_owner, next.m_onGranted);
    }
    if (place.held.empty() && place.waiting.empty()) m_places.erase(claim.m_place);
}

} // namespace drydock::session
