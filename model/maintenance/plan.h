// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The plan of a maintenance as data. The review page prints it, the dry run evaluates it, the runner executes it.
#pragma once

#include "model/domain/localizable_text.h"
#include "model/domain/preferred_server.h"
#include "model/domain/time.h"
#include "model/maintenance/command.h"
#include "model/maintenance/condition.h"
#include "model/maintenance/original_settings.h"
#include "model/maintenance/step_kind.h"
#include "model/maintenance/step_timeouts.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::maintenance {

// What a run does: it takes a server into maintenance or back, brings the databases of a group home, or restarts the
// computer of a server in maintenance.
enum class RunKind { Enter, Reinstate, Rebalance, Reboot };
[[nodiscard]] const char* toString(RunKind runKind) noexcept; // "enter", "leave", "rebalance", "reboot"
[[nodiscard]] std::optional<RunKind> runKindNamed(std::string_view name) noexcept;

// What the runner does at a step's time-out: ask the operator, or add a warning and continue.
enum class OnTimeout { Fail, Warn };

struct Step {
    StepKind kind = StepKind::RecordSettings;
    domain::LocalizableText title;        // "Block activation on %1"
    domain::LocalizableText why;          // one sentence for the review page
    std::vector<Command> commands;        // in order; empty: the step only waits and verifies
    std::vector<Condition> preconditions; // must be met before a command is sent
    std::vector<Condition> verification;  // the step is done when all are met, and skipped if they are met before
    std::vector<Command> undo;            // in order; empty: the step has no undo
    std::vector<Condition> undoVerification;
    domain::Duration timeout = usualStepTimes.timeout;
    domain::Duration poll = usualStepTimes.poll;
    domain::Duration noProgressAfter = usualStepTimes.noProgressAfter;
    OnTimeout onTimeout = OnTimeout::Fail;
    bool mustHoldTwice = false;                 // the verification must be met in two consecutive readings
    std::vector<Condition> goOnWithout;         // conditions of the verification that the operator may go on without
    domain::LocalizableText goOnWithoutMeaning; // what it means to go on without them
    // The account may not use the server's own endpoint: the operator runs the commands there, and the step waits for
    // their effect. None is sent. The operator may go on without those of `goOnWithout` only while they cannot be read.
    bool byHand = false;

    bool operator==(const Step&) const;
};

struct Plan {
    RunKind runKind = RunKind::Enter;
    domain::ServerName server; // a rebalance: the member by which the operator named the group
    std::string serverFqdn;
    std::string group;          // the DAG; empty: none
    std::string redirectTarget; // FQDN; empty: no redirect
    OriginalSettings original;
    std::string closes;        // a reinstate: id of the maintenance whose record `original` is; empty: there is none
    std::string inheritedFrom; // id of the unfinished run from which `original` takes the settings that it changed
    // FQDN of the domain controller that the run reads from and writes to (domain_controller.h); empty: Exchange
    // chooses.
    std::string domainController;
    std::vector<Step> steps;
    std::vector<domain::DatabaseName> singleCopyDatabases; // unavailable while the server is down
    std::vector<domain::DatabasePlace> places; // a rebalance: the databases of the group when it was planned
    bool shared = false; // the run is also written into the organisation's record (organisation_record.h)
    bool operator==(const Plan&) const;

    // Returns the name within which one run is allowed at a time: the DAG, or the server if it is in none.
    [[nodiscard]] const std::string& exclusiveName() const { return group.empty() ? server.text() : group; }
    [[nodiscard]] const Step* step(StepKind kind) const;
    // Sets the time-outs of the steps of these kinds, as the operator chose them for this run.
    void setTimeouts(const std::map<StepKind, domain::Duration>& timeouts);
    // Returns the whole plan as a script that an operator can run by hand. It waits until each step is done.
    [[nodiscard]] std::string toPowerShell() const;
};

// Returns what a run of the plan is about, in English: "MAIL into maintenance".
[[nodiscard]] std::string headingOf(const Plan& plan);

} // namespace drydock::maintenance
