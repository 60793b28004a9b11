// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The records of a journal and their JSON. Each record is on disk before the action that follows it begins.
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/run_state.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace drydock::maintenance {

namespace record {
// The first record. The state holds plan, original settings, reason and overrides, and no progress.
struct RunCreated {
    RunState state;
};
// The verification is not met yet, so the step begins. Written before its first command.
struct StepStarted {
    std::size_t step = 0;
};
// Written before the command is sent.
struct CommandSending {
    std::size_t step = 0;
    std::size_t command = 0;
    bool undo = false;
};
struct CommandReturned {
    std::size_t step = 0;
    std::size_t command = 0;
    bool undo = false;
    std::optional<domain::Error> error;
    std::vector<std::string> warnings;
    std::vector<DatabaseMove> moves;       // what the cmdlet reported of single databases
    std::vector<std::string> remarks = {}; // CommandReport::remarks
};
struct StepFinished {
    std::size_t step = 0;
    StepStatus status{};
    std::vector<std::string> evidence;
    std::optional<domain::Error> error;
    bool sendable = false; // StepState::sendable
};
// The run stops or pauses while the step only waits. The commands that were sent stay sent.
struct StepHeld {
    std::size_t step = 0;
    StepStatus status{};
    bool sendable = false; // StepState::sendable
};
struct Continued {
    bool byOperator = false;
    bool sendAgain = false; // the operator decided that commands without effect are sent again
};
// The steps from here down to `downTo` are undone, until UndoFinished or RunFinished.
struct UndoRequested {
    std::size_t downTo = 0;
};
// The requested steps are undone. The steps before them stay done.
struct UndoFinished {
};
// Readings show that these steps are not done any more.
struct StepsReopened {
    std::vector<std::size_t> steps;
};
// The operator continues although conditions of Step::goOnWithout are not met.
struct GoneOnWithout {
    std::size_t step = 0;
    domain::LocalizableText left; // the unmet condition as it was last found
};
// A decision of the operator, or a warning.
struct Note {
    std::string text;
    std::string domainController = {}; // the run uses this one from now on; empty: no change
    bool domainControllerLost = false; // Exchange chooses one for each cmdlet from now on
};
struct RunFinished {
    Outcome outcome{};
};
} // namespace record

using RecordBody =
    std::variant<record::RunCreated, record::StepStarted, record::CommandSending, record::CommandReturned,
                 record::StepFinished, record::StepHeld, record::Continued, record::UndoRequested, record::UndoFinished,
                 record::StepsReopened, record::GoneOnWithout, record::Note, record::RunFinished>;

struct JournalRecord {
    std::uint64_t sequence = 0; // from 0, without gaps
    domain::Time at{};
    RecordBody body;
};

// Returns the record as JSON without line breaks. No record holds a secret.
[[nodiscard]] std::string toJsonLine(const JournalRecord& record);
// Reads one record. Corrupt if it is not valid, Usage if a newer journal format is declared.
[[nodiscard]] domain::Result<JournalRecord> fromJsonLine(std::string_view line);

} // namespace drydock::maintenance
