// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/run_printer.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/json_output.h"
#include "model/domain/server_state.h"

#include <algorithm>

namespace drydock::ctl {
namespace {

using namespace maintenance;

// Returns the outcome as cli.md names it.
const char* outcomeWord(const RunState& run)
{
    switch (run.outcome) {
    case Outcome::Succeeded:
    case Outcome::SucceededWithWarnings:
        return "succeeded";
    case Outcome::Stopped:
    case Outcome::Abandoned:
        return "stopped";
    case Outcome::Unknown:
        return "unknown";
    case Outcome::Undone:
        return "undone";
    default:
        break;
    }
    const bool unknown = run.current < run.steps.size() && run.steps[run.current].status == StepStatus::Unknown;
    return unknown ? "unknown" : "failed";
}

std::string commandsOf(const std::vector<Command>& commands)
{
    std::string text;
    for (const Command& command : commands)
        text += (text.empty() ? "" : "; ") + command.toPowerShell();
    return text;
}

bool isOver(StepStatus status)
{
    return status == StepStatus::Done || status == StepStatus::Skipped || status == StepStatus::Failed ||
           status == StepStatus::Unknown || status == StepStatus::Undone;
}

bool isUndone(StepStatus status) { return status == StepStatus::Undoing || status == StepStatus::Undone; }

// Returns the state of a step as the text format prints it. Checking and running are one state there.
const char* lineWord(StepStatus status)
{
    return status == StepStatus::Checking || status == StepStatus::Running ? "started" : toString(status);
}

// Returns the state of a step as cli.md names it. A step that is being undone counts as started.
const char* stateWord(StepStatus status) { return status == StepStatus::Undoing ? "started" : lineWord(status); }

// A step that waits is printed again after this time, although nothing has changed.
constexpr std::chrono::seconds longestSilence{30};

} // namespace

void RunPrinter::show(const RunState& run)
{
    if (!m_begun) begin(run);
    // Several steps may have changed. They are printed in the order in which they happened.
    const std::size_t count = run.steps.size();
    const bool undoing =
        std::any_of(run.steps.begin(), run.steps.end(), [](const StepState& one) { return isUndone(one.status); });
    for (std::size_t n = 0; n < count; ++n)
        step(run, undoing ? count - 1 - n : n);
    progress(run);
    for (std::size_t n = m_before->notes.size(); n < run.notes.size(); ++n)
        printLine(m_format == Format::JsonLines ? noteEvent(run.notes[n]) : "note: " + printable(run.notes[n]));
    m_before = run;
}

void RunPrinter::begin(const RunState& run)
{
    if (m_format == Format::JsonLines)
        printLine(runEvent(run));
    else
        printLine(std::string("run ") + run.id);
    m_begun = true;
    if (m_before && m_before->steps.size() == run.steps.size()) return;
    m_before = run;
    for (StepState& state : m_before->steps)
        state = {};
}

void RunPrinter::step(const RunState& run, std::size_t n)
{
    const StepState& now = run.steps[n];
    const StepState before = n < m_before->steps.size() ? m_before->steps[n] : StepState();
    commandErrors(run, n, before);
    const bool same = std::string_view(lineWord(now.status)) == lineWord(before.status) &&
                      (now.status != StepStatus::Waiting || now.waitingFor == before.waitingFor);
    const bool waits =
        now.status == StepStatus::Waiting || now.status == StepStatus::Unknown || now.status == StepStatus::Running;
    const bool due = n == run.current && waits && m_clock.uptime() - m_printedAt >= longestSilence;
    const bool saysNothing = now.status == StepStatus::Waiting && now.waitingFor.empty() && before.status == now.status;
    if ((same && !due) || saysNothing || now.status == StepStatus::ToDo) return;
    m_printedAt = m_clock.uptime();
    if (m_format == Format::JsonLines)
        stepObject(run, n);
    else
        stepLine(run, n);
}

// An error of a command is printed when it comes, whatever becomes of the step.
void RunPrinter::commandErrors(const RunState& run, std::size_t n, const StepState& before)
{
    const StepState& now = run.steps[n];
    for (std::size_t i = 0; i < now.sent.size(); ++i) {
        const auto& sent = now.sent[i];
        const bool known = i < before.sent.size() && before.sent[i].error;
        if (!sent.error || known) continue;
        const auto& commands = sent.undo ? run.plan.steps[n].undo : run.plan.steps[n].commands;
        const auto command = sent.command < commands.size() ? commands[sent.command].toPowerShell() : std::string();
        if (m_format == Format::JsonLines)
            printLine(commandErrorEvent(n, command, *sent.error));
        else
            printLine("      " + printable(command) + ": " + printable(sent.error->summary()));
    }
}

void RunPrinter::stepObject(const RunState& run, std::size_t n)
{
    const StepState& state = run.steps[n];
    const Step& step = run.plan.steps[n];
    printLine(stepEvent(run, n,
                        {.state = stateWord(state.status),
                         .command = commandsOf(isUndone(state.status) ? step.undo : step.commands),
                         .elapsedMs = state.elapsed(m_clock.now()).value_or(domain::Duration::zero()).count()}));
}

void RunPrinter::stepLine(const RunState& run, std::size_t n)
{
    const StepState& state = run.steps[n];
    std::string line = "[" + std::to_string(n + 1) + "/" + std::to_string(run.steps.size()) + "] " +
                       run.plan.steps[n].title.english() + ": " + lineWord(state.status);
    if (state.status == StepStatus::Waiting && !state.waitingFor.empty()) line += ", " + state.waitingFor.english();
    if (isOver(state.status) && state.startedAt)
        line += " (" + std::to_string(state.elapsed(m_clock.now()).value_or(domain::Duration::zero()).count() / 1000) +
                " s)";
    printLine(printable(line));
    if (state.error) printLine("      " + printable(state.error->summary()));
}

void RunPrinter::progress(const RunState& run)
{
    const std::size_t left = run.databasesLeft();
    if (left == m_before->databasesLeft() && run.queued == m_before->queued) return;
    if (m_format == Format::JsonLines)
        printLine(progressEvent(run));
    else
        printLine("      databases left: " + std::to_string(left) +
                  (run.queued ? ", queued: " + std::to_string(*run.queued) : ""));
}

void RunPrinter::end(const RunState& run, int exitCode)
{
    if (m_format == Format::JsonLines) return printLine(endEvent(outcomeWord(run), exitCode));
    for (const domain::LocalizableText& warning : run.warnings)
        printLine("warning: " + printable(warning.english()));
    printLine(std::string("run ") + run.id + ": " +
              (run.outcome == Outcome::Abandoned ? toString(run.outcome) : outcomeWord(run)));
}

} // namespace drydock::ctl
