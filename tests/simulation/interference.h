// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Somebody else at work in the lab's organisation while a run is under way: at a shell of Exchange, at the console of a
// server, at its power switch. What is done is drawn from a seed.
#pragma once

#include "remoting/lab/organisation.h"

#include <random>
#include <string>
#include <vector>

namespace drydock::tests {

class Interference
{
public:
    // `server` is the one under maintenance; some of what is done concerns another member.
    Interference(lab::Organisation& organisation, std::string server, std::uint64_t seed);

    // Does one thing. Returns false if the organisation refused it.
    bool act();
    // Takes back what keeps every run from its end, such as copies that are suspended on other members.
    void settle();
    // Returns whether the line of a digest's difference is about something that was done here. A run restores what it
    // reads itself, whoever changed it: that counts only if it may have been done `last`, after the run's last reading.
    [[nodiscard]] bool explains(const std::string& line, bool last) const;
    [[nodiscard]] std::string text() const; // what was done, a line each

private:
    bool invoke(const lab::Caller& caller, const std::string& cmdlet, std::vector<lab::Argument> arguments);
    bool setPolicy();
    bool setMoveNow();
    bool setComponent();
    bool pauseOrResumeNode();
    bool moveBack();
    bool restart();
    bool suspendCopy();
    [[nodiscard]] std::string otherMember();
    [[nodiscard]] int draw(int count) { return std::uniform_int_distribution<int>(0, count - 1)(m_random); }

    lab::Organisation& m_organisation;
    std::string m_server;
    std::mt19937_64 m_random;
    std::vector<std::string> m_done;
    std::vector<std::string> m_ofTheRun;    // what a digest's line contains that is about a change of such a fact
    std::vector<std::string> m_notOfTheRun; // the same for what a run leaves as it finds it, with a warning
    std::vector<std::string> m_suspended;
};

} // namespace drydock::tests
