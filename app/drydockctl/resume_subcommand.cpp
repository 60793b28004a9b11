// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/resume_subcommand.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>

namespace drydock::ctl {

using maintenance::Outcome;
using ResumeAs = controllers::MaintenanceController::ResumeAs;
using maintenance::RunState;

std::string ResumeSubcommand::name() const { return "resume"; }

std::string ResumeSubcommand::summary() const { return "Continues a run that was stopped, failed or cut off."; }

void ResumeSubcommand::addOptions(CLI::App& command)
{
    command.add_option("RUN", m_run, "The id of the run, as `drydockctl runs` lists it.")->required()->option_text(" ");
    auto* again = command.add_flag(
        "--send-again", m_sendAgain,
        "Send again the command of the step at hand, once two readings show that it had no effect. Without this "
        "nothing is sent twice but what a server refused.");
    auto* undo = command.add_flag("--undo", m_undo, "Undo what the run has done.");
    auto* abandon = command.add_flag("--abandon", m_abandon, "Leave the server as it is, for good.");
    again->excludes(undo, abandon);
    undo->excludes(abandon);
    addRunOptions(command, m_format);
}

void ResumeSubcommand::start(const Context& context)
{
    if (context.options.profile.readOnly) return fail({domain::ErrorKind::ReadOnly, "resume " + m_run, {}, 0, nullptr});
    if (!prepareNotifier(context)) return;
    m_as = m_sendAgain ? ResumeAs::SendAgain
           : m_undo    ? ResumeAs::Undo
           : m_abandon ? ResumeAs::Abandon
                       : ResumeAs::Continue;
    for (const auto& listing : context.composition.campaigns().list())
        if (listing.state.id == m_run) return resumeCampaign(context, listing);
    const auto format = formatOf(m_format);
    auto before = findRun(context);
    if (!before) return fail(before.error());
    if (before->phase == maintenance::RunPhase::NotStarted) // its journal is empty
        return archive(context);
    if (m_as == ResumeAs::Abandon) // nothing is sent, so no session is needed
        return resumeFrom(context, format, *before);
    connectThen(context, [this, context, format, before = std::move(*before)](const ports::SessionInfo&) {
        resumeFrom(context, format, before);
    });
}

void ResumeSubcommand::resumeCampaign(const Context& context, const ports::CampaignListing& listing)
{
    using domain::ErrorKind;
    using maintenance::CampaignDecision;
    if (m_undo)
        return usage("a campaign is not undone, only its runs are: `drydockctl report " + m_run + "` names them");
    if (listing.error) return fail(*listing.error);
    if (listing.inUse)
        return fail({ErrorKind::Locked, "resume " + m_run, "another process carries it out", 0, nullptr});
    if (!listing.resumable()) return fail({ErrorKind::Usage, "resume " + m_run, "the campaign is over", 0, nullptr});
    const auto format = formatOf(m_format);
    if (m_abandon) { // nothing is sent, so no session is needed
        followCampaign(context, format, &listing.state);
        if (const auto done = campaign().abandon(m_run); !done) fail(done.error());
        return;
    }
    const bool without = goesOnWithout("between") || goesOnWithout("steady");
    const auto decision = m_sendAgain ? CampaignDecision::StartAgain
                          : without   ? CampaignDecision::GoOnWithout
                                      : CampaignDecision::GoOn;
    connectThen(context, [this, context, format, before = listing.state, decision](const ports::SessionInfo&) {
        followCampaign(context, format, &before);
        if (const auto resumed = campaign().resume(m_run, decision); !resumed) fail(resumed.error());
    });
}

// Finds a run that can be resumed, before the user is asked for a password. Errors: NotFound, Locked, Usage, and the
// error of an unreadable journal.
domain::Result<RunState> ResumeSubcommand::findRun(const Context& context)
{
    const auto runs = context.composition.journals().list();
    if (!runs) return domain::fail(runs.error());
    const auto run = std::find_if(runs->begin(), runs->end(),
                                  [this](const maintenance::RunListing& one) { return one.run.id == m_run; });
    if (run == runs->end())
        return domain::fail(domain::ErrorKind::NotFound, "run " + m_run, "`drydockctl runs` lists them");
    if (run->error) return domain::fail(*run->error);
    if (run->inUse) return domain::fail(domain::ErrorKind::Locked, "run " + m_run, "another process carries it out");
    if (run->notStarted && m_as != ResumeAs::Abandon)
        return domain::fail(domain::ErrorKind::Usage, "resume " + m_run,
                            "the run was never begun; --abandon puts it aside");
    if (!run->notStarted && !run->run.resumable())
        return domain::fail(domain::ErrorKind::Usage, "resume " + m_run, "the run is over");
    if (!run->supersededBy.empty() && m_as != ResumeAs::Abandon)
        return domain::fail(domain::ErrorKind::Usage, "resume " + m_run,
                            "the run " + run->supersededBy + " has changed the server since; --abandon ends this one");
    if (run->notStarted) return RunState(); // there is nothing to read
    auto whole = context.composition.journals().read(m_run);
    if (whole.error) return domain::fail(*whole.error);
    return std::move(whole.state);
}

void ResumeSubcommand::archive(const Context& context)
{
    if (const auto done = context.composition.journals().archive(m_run); !done) return fail(done.error());
    end(ExitCode::Done);
}

void ResumeSubcommand::resumeFrom(const Context& context, RunPrinter::Format format, const RunState& before)
{
    makeController(context);
    follow(context, format, &before);
    if (const auto resumed = controller().resume(before.id, m_as); !resumed) fail(resumed.error());
}

ExitCode ResumeSubcommand::exitCode(const RunState& run) const
{
    if ((m_as == ResumeAs::Undo && run.outcome == Outcome::Undone) ||
        (m_as == ResumeAs::Abandon && run.outcome == Outcome::Abandoned))
        return ExitCode::Done;
    return exitCodeOf(run);
}

} // namespace drydock::ctl
