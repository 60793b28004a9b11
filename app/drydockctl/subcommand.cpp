// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/subcommand.h"

#include "app/drydockctl/check_subcommand.h"
#include "app/drydockctl/completion_subcommand.h"
#include "app/drydockctl/console.h"
#include "app/drydockctl/inspect_subcommand.h"
#include "app/drydockctl/lab_subcommand.h"
#include "app/drydockctl/notify_subcommand.h"
#include "app/drydockctl/report_subcommand.h"
#include "app/drydockctl/resume_subcommand.h"
#include "app/drydockctl/run_subcommand.h"
#include "app/drydockctl/runs_subcommand.h"
#include "app/drydockctl/status_subcommand.h"
#include "app/drydockctl/test_subcommand.h"
#include "app/end_deadline.h"
#include "app/logging.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace drydock::ctl {

void Subcommand::fail(const domain::Error& error)
{
    app::logError("drydockctl", error);
    printError(error);
    end(exitCodeOf(error));
}

void Subcommand::end(ExitCode code)
{
    if (!std::exchange(m_ended, true)) emit finished(code);
}

void Subcommand::catchInterrupts()
{
    if (m_interrupt) return;
    m_interrupt = std::make_unique<Interrupt>();
    connect(m_interrupt.get(), &Interrupt::requested, this, [this](std::chrono::steady_clock::time_point at) {
        m_interruptedAt = at;
        interrupted();
    });
}

// A run that was asked to stop may end much later than the signal came, and then has its time too.
std::chrono::milliseconds Subcommand::timeToEnd() const
{
    if (!m_interruptedAt) return app::ending;
    const auto since = std::chrono::steady_clock::now() - *m_interruptedAt;
    const auto left = app::endingOnRequest - std::chrono::duration_cast<std::chrono::milliseconds>(since);
    return left.count() > 0 ? left : app::endingOnRequest;
}

void Subcommand::interrupted()
{
    printMessage("drydockctl: stopped on request");
    end(ExitCode::Stopped);
}

void Subcommand::usage(const std::string& text)
{
    printMessage("drydockctl " + name() + ": " + text);
    printMessage("See drydockctl " + name() + " --help");
    end(ExitCode::Usage);
}

std::vector<std::unique_ptr<Subcommand>> allSubcommands()
{
    std::vector<std::unique_ptr<Subcommand>> all;
    all.push_back(std::make_unique<StatusSubcommand>(StatusSubcommand::Mode::Once));
    all.push_back(std::make_unique<StatusSubcommand>(StatusSubcommand::Mode::Watch));
    all.push_back(std::make_unique<TestSubcommand>());
    all.push_back(std::make_unique<CheckSubcommand>(CheckSubcommand::Mode::Check));
    all.push_back(std::make_unique<CheckSubcommand>(CheckSubcommand::Mode::Plan));
    all.push_back(std::make_unique<RunSubcommand>());
    all.push_back(std::make_unique<RunsSubcommand>());
    all.push_back(std::make_unique<ResumeSubcommand>());
    all.push_back(std::make_unique<ReportSubcommand>());
    all.push_back(std::make_unique<NotifySubcommand>());
    all.push_back(std::make_unique<LabSubcommand>());
    all.push_back(std::make_unique<InspectSubcommand>());
    all.push_back(std::make_unique<CompletionSubcommand>());
    return all;
}

void addFormat(CLI::App& command, std::string& format, const std::vector<std::string>& values)
{
    format = values.front();
    command.add_option("--format", format, "How results are printed. Default: " + format)
        ->check(CLI::IsMember(values))
        ->option_text(CLI::detail::join(values, "|"))
        ->take_last();
}

} // namespace drydock::ctl
