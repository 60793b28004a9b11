#include "app/drydockctl/subcommand.h"

#include "app/drydockctl/check_subcommand.h"
#include "app/drydockctl/console.h"
#include "app/drydockctl/inspect_subcommand.h"
#include "app/drydockctl/lab_subcommand.h"
#include "app/drydockctl/report_subcommand.h"
#include "app/drydockctl/resume_subcommand.h"
#include "app/drydockctl/run_subcommand.h"
#include "app/drydockctl/runs_subcommand.h"
#include "app/drydockctl/status_subcommand.h"
#include "app/logging.h"

#include <utility>

namespace drydock::ctl {

void Subcommand::fail(const domain::Error& error)
{
    app::logError("drydockctl", error);
    tell(error);
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
    connect(m_interrupt.get(), &Interrupt::requested, this, &Subcommand::interrupted);
}

void Subcommand::interrupted()
{
    tell("drydockctl: stopped on request");
    end(ExitCode::Stopped);
}

void Subcommand::usage(const QString& text)
{
    tell("drydockctl " + name().toStdString() + ": " + text.toStdString());
    tell("usage: drydockctl " + name().toStdString() + " " + synopsis().toStdString());
    end(ExitCode::Usage);
}

std::vector<std::unique_ptr<Subcommand>> allVerbs()
{
    std::vector<std::unique_ptr<Subcommand>> verbs;
    verbs.push_back(std::make_unique<StatusSubcommand>(StatusSubcommand::Mode::Once));
    verbs.push_back(std::make_unique<StatusSubcommand>(StatusSubcommand::Mode::Watch));
    verbs.push_back(std::make_unique<CheckSubcommand>(CheckSubcommand::Mode::Check));
    verbs.push_back(std::make_unique<CheckSubcommand>(CheckSubcommand::Mode::Plan));
    verbs.push_back(std::make_unique<RunSubcommand>());
    verbs.push_back(std::make_unique<RunsSubcommand>());
    verbs.push_back(std::make_unique<ResumeSubcommand>());
    verbs.push_back(std::make_unique<ReportSubcommand>());
    verbs.push_back(std::make_unique<LabSubcommand>());
    verbs.push_back(std::make_unique<InspectSubcommand>());
    return verbs;
}

} // namespace drydock::ctl
