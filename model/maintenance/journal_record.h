// What the journal holds: one record a line, written before the world is touched; and the state they add up to.
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/run_state.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace drydock::maintenance {

namespace record {
struct RunCreated {
    RunState state;
}; // plan, original settings, reason, overrides; no progress
struct StepStarted {
    std::size_t step = 0;
}; // it is not so already; before its first command
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
    std::vector<DatabaseMove> moves; // what the cmdlet reported of single databases
};
struct StepFinished {
    std::size_t step = 0;
    StepStatus status{};
    std::vector<std::string> evidence;
    std::optional<domain::Error> error;
    bool sendable = false; // StepState::sendable
};
struct StepHeld {
    std::size_t step = 0;
    StepStatus status{};
    bool sendable = false;
}; // stopped in the middle, while it only waited: what was sent stays sent
struct Continued {
    bool byOperator = false;
    bool sendAgain = false; // the operator's word that what had no effect is sent again
};
struct UndoRequested {
    std::size_t downTo = 0;
}; // from here on it goes back, until UndoFinished or RunFinished
struct UndoFinished {
}; // back to where it was asked for; the steps before it stay done
struct StepsReopened {
    std::vector<std::size_t> steps;
}; // a reading shows that they are no longer so
struct StepWaived {
    std::size_t step = 0;
    domain::LocalizableText left; // what was not met, as it was last found
};                                // the operator goes on without it
struct Note {
    std::string text;
}; // operator decisions, warnings
struct RunFinished {
    Outcome outcome{};
};
} // namespace record

using RecordBody =
    std::variant<record::RunCreated, record::StepStarted, record::CommandSending, record::CommandReturned,
                 record::StepFinished, record::StepHeld, record::Continued, record::UndoRequested, record::UndoFinished,
                 record::StepsReopened, record::StepWaived, record::Note, record::RunFinished>;

struct JournalRecord {
    std::uint64_t sequence = 0; // from 0, without gaps
    domain::Time at{};
    RecordBody body;
};

// JSON without line breaks. No secret is ever part of a record.
[[nodiscard]] std::string toJsonLine(const JournalRecord& record);
[[nodiscard]] domain::Result<JournalRecord> fromJsonLine(std::string_view line);

} // namespace drydock::maintenance
