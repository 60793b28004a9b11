// A maintenance as data: the review page prints it, the dry run evaluates it, the runner executes it, the report quotes
// it.
#pragma once

#include "model/domain/localizable_text.h"
#include "model/domain/time.h"
#include "model/maintenance/command.h"
#include "model/maintenance/condition.h"
#include "model/maintenance/original_settings.h"
#include "model/maintenance/step_kind.h"
#include "model/maintenance/step_timeouts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::maintenance {

enum class Direction { Enter, Reinstate };
[[nodiscard]] const char* toString(Direction direction) noexcept; // "enter", "leave"
[[nodiscard]] std::optional<Direction> directionNamed(std::string_view name) noexcept;

// What the runner does when time is up: stop and ask, or note a warning and go on.
enum class OnTimeout { Fail, Warn };

struct Step {
    StepKind kind = StepKind::RecordSettings;
    domain::LocalizableText title;        // "Block activation on %1"
    domain::LocalizableText why;          // one sentence for the review page
    std::vector<Command> commands;        // in order; empty: only waits and verifies
    std::vector<Condition> preconditions; // must hold before a command goes
    std::vector<Condition> verification;  // all must hold for the step to be done; already so = skipped
    std::vector<Command> undo;            // in order; empty: nothing to undo
    std::vector<Condition> undoVerification;
    domain::Duration timeout = usualStepTimes.timeout;
    domain::Duration poll = usualStepTimes.poll;
    domain::Duration noProgressAfter = usualStepTimes.noProgressAfter;
    OnTimeout onTimeout = OnTimeout::Fail;
    bool mustHoldTwice = false;            // verification in two consecutive readings
    std::vector<Condition> waivable;       // of the verification: what the operator may go on without
    domain::LocalizableText waiverMeaning; // what going on without it means

    bool operator==(const Step&) const;
};

struct Plan {
    Direction direction = Direction::Enter;
    domain::ServerName server;
    std::string serverFqdn;
    std::string redirectTarget; // FQDN; empty: no redirect
    OriginalSettings original;
    std::string inheritedFrom; // id of the unfinished run that `original` is from where this server was touched by it
    std::vector<Step> steps;
    std::vector<domain::DatabaseName> singleCopyDatabases; // go down with the server
    bool operator==(const Plan&) const;

    [[nodiscard]] const Step* step(StepKind kind) const;
    // The whole plan as a script that runs by hand as it stands, with comments.
    [[nodiscard]] std::string toPowerShell() const;
};

} // namespace drydock::maintenance
