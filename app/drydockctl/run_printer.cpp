#include "app/drydockctl/run_printer.h"

#include "app/drydockctl/console.h"

#include <nlohmann/json.hpp>

namespace drydock::ctl {
namespace {

using Json = nlohmann::ordered_json;
using namespace maintenance;

void printJson(const Json& json)
{
    printLine(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

// cli.md knows four words for the outcome of a run.
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
    default:
        break;
    }
    const bool unknown = run.current < run.steps.size() && run.steps[run.current].status == StepStatus::Unknown;
    return unknown ? "unknown" : "failed";
}

std::string commandsOf(const Step& step)
{
    std::string text;
    for (const Command& command : step.commands)
        text += (text.empty() ? "" : "; ") + command.toPowerShell();
    return text;
}

std::int64_t elapsed(const StepState& step, domain::Time now)
{
    return step.startedAt ? (step.finishedAt.value_or(now) - *step.startedAt).count() : 0;
}

bool isOver(StepStatus status)
{
    return status == StepStatus::Done || status == StepStatus::Skipped || status == StepStatus::Failed || status == StepStatus::Unknown
           || status == StepStatus::Undone;
}

// The states of cli.md; what a step does between two of them is not told.
const char* stateWord(StepStatus status)
{
    return status == StepStatus::Checking || status == StepStatus::Running ? "started" : toString(status);
}

} // namespace

void RunPrinter::show(const RunState& run)
{
    if (!m_before)
        begin(run);
    for (std::size_t n = 0; n < run.steps.size(); ++n)
        step(run, n);
    progress(run);
    m_before = run;
}

void RunPrinter::begin(const RunState& run)
{
    if (m_format == Format::JsonLines)
        printJson({{"event", "run"}, {"id", run.id}, {"kind", toString(run.plan.direction)}, {"server", run.plan.server.text()}});
    else
        printLine(std::string("run ") + run.id);
    m_before = run;
    for (StepState& state : m_before->steps)
        state = {};
}

void RunPrinter::step(const RunState& run, std::size_t n)
{
    const StepState& now = run.steps[n];
    const StepState before = n < m_before->steps.size() ? m_before->steps[n] : StepState();
    const bool same = std::string_view(stateWord(now.status)) == stateWord(before.status)
                      && (now.status != StepStatus::Waiting || now.waitingFor == before.waitingFor);
    if (same || now.status == StepStatus::ToDo)
        return;
    if (m_format == Format::JsonLines)
        stepObject(run, n);
    else
        stepLine(run, n);
}

void RunPrinter::stepObject(const RunState& run, std::size_t n)
{
    const StepState& state = run.steps[n];
    Json line{{"event", "step"}, {"n", n + 1}, {"of", run.steps.size()}, {"title", run.plan.steps[n].title.english()},
              {"kind", toString(run.plan.steps[n].kind)}, {"state", stateWord(state.status)}, {"command", commandsOf(run.plan.steps[n])},
              {"waitingFor", state.waitingFor.english()}, {"elapsedMs", elapsed(state, m_clock.now())}};
    if (state.error)
        line["error"] = {{"kind", domain::toString(state.error->kind)}, {"text", state.error->summary()}};
    printJson(line);
}

void RunPrinter::stepLine(const RunState& run, std::size_t n)
{
    const StepState& state = run.steps[n];
    std::string line = "[" + std::to_string(n + 1) + "/" + std::to_string(run.steps.size()) + "] " + run.plan.steps[n].title.english() + ": "
                       + stateWord(state.status);
    if (state.status == StepStatus::Waiting && !state.waitingFor.empty())
        line += ", " + state.waitingFor.english();
    if (isOver(state.status) && state.startedAt)
        line += " (" + std::to_string(elapsed(state, m_clock.now()) / 1000) + " s)";
    printLine(printable(line));
    if (state.error)
        printLine("      " + printable(state.error->summary()));
}

void RunPrinter::progress(const RunState& run)
{
    const std::size_t left = run.databasesLeft();
    if (left == m_before->databasesLeft() && run.queued == m_before->queued)
        return;
    if (m_format == Format::JsonLines)
        printJson({{"event", "progress"}, {"databasesLeft", left}, {"queued", run.queued ? Json(*run.queued) : Json(nullptr)}});
    else
        printLine("      databases left: " + std::to_string(left) + (run.queued ? ", queued: " + std::to_string(*run.queued) : ""));
}

void RunPrinter::end(const RunState& run, int exitCode)
{
    if (m_format == Format::JsonLines)
        return printJson({{"event", "end"}, {"outcome", outcomeWord(run)}, {"exit", exitCode}});
    for (const domain::Message& warning : run.warnings)
        printLine("warning: " + printable(warning.english()));
    printLine(std::string("run ") + run.id + ": " + outcomeWord(run));
}

} // namespace drydock::ctl
