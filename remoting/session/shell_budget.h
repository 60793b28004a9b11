// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Bounds how many shells this process has at one endpoint for one user, since Exchange grants a user 18. What goes
// beyond waits in order, and a shell that nobody uses makes room.
#pragma once

#include "remoting/session/shell_ledger.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace drydock::session {

// Used on the network thread only. A claim keeps its budget alive.
class ShellBudget : public std::enable_shared_from_this<ShellBudget>
{
public:
    static constexpr int usual = 3;

    // The right to one shell, held or waited for, until it is destroyed.
    class Claim
    {
    public:
        ~Claim();
        Claim(const Claim&) = delete;
        Claim& operator=(const Claim&) = delete;

        [[nodiscard]] bool isGranted() const noexcept { return m_granted; }
        // Returns whether somebody waits for whom nobody makes room yet. A shell between two commands then yields.
        [[nodiscard]] bool isWanted() const;
        // The shell is being deleted, and the claim ends soon.
        void yield() noexcept { m_yields = true; }

    private:
        friend class ShellBudget;
        Claim() = default;

        std::shared_ptr<ShellBudget> m_budget;
        ShellPlace m_place;
        QPointer<QObject> m_owner;
        std::function<void()> m_onGranted, m_onWanted;
        bool m_granted = false;
        bool m_yields = false;
    };

    explicit ShellBudget(int shells = usual) : m_shells(shells) {}

    // Unless the claim is granted at once, `granted` is called later. `wanted` is called when isWanted() may have
    // become true. Both are called from the event loop, and only while `owner` exists.
    [[nodiscard]] std::unique_ptr<Claim> claim(ShellPlace place, QObject* owner, std::function<void()> granted,
                                               std::function<void()> wanted);

private:
    struct Place {
        std::vector<Claim*> held;
        std::deque<Claim*> waiting;
    };

    void end(Claim& claim);
    void grant(Place& place, Claim& claim) const;

    const int m_shells;
    std::map<ShellPlace, Place> m_places;
};

} // namespace drydock::session
