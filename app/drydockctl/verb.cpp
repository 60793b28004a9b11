#include "app/drydockctl/verb.h"

#include "app/drydockctl/check_verb.h"
#include "app/drydockctl/console.h"
#include "app/drydockctl/inspect_verb.h"
#include "app/drydockctl/lab_verb.h"
#include "app/drydockctl/report_verb.h"
#include "app/drydockctl/resume_verb.h"
#include "app/drydockctl/run_verb.h"
#include "app/drydockctl/runs_verb.h"
#include "app/drydockctl/status_verb.h"
#include "app/logging.h"

#include <utility>

namespace drydock::ctl {

void Verb::fail(const domain::Error& error)
{
    app::logError("drydockctl", error);
    tell(error);
    end(exitCodeOf(error));
}

void Verb::end(ExitCode code)
{
    if (!std::exchange(m_ended, true)) emit finished(code);
}

void Verb::catchInterrupts()
{
    if (m_interrupt) return;
    m_interrupt = std::make_unique<Interrupt>();
    connect(m_interrupt.get(), &Interrupt::requested, this, &Verb::interrupted);
}

void Verb::interrupted()
{
    tell("drydockctl: stopped on request");
    end(ExitCode::Stopped);
}

void Verb::usage(const QString& text)
{
    tell("drydockctl " + name().toStdString() + ": " + text.toStdString());
    tell("usage: drydockctl " + name().toStdString() + " " + synopsis().toStdString());
    end(ExitCode::Usage);
}

std::vector<std::unique_ptr<Verb>> allVerbs()
{
    std::vector<std::unique_ptr<Verb>> verbs;
    verbs.push_back(std::make_unique<StatusVerb>(StatusVerb::Mode::Once));
    verbs.push_back(std::make_unique<StatusVerb>(StatusVerb::Mode::Watch));
    verbs.push_back(std::make_unique<CheckVerb>(CheckVerb::Mode::Check));
    verbs.push_back(std::make_unique<CheckVerb>(CheckVerb::Mode::Plan));
    verbs.push_back(std::make_unique<RunVerb>());
    verbs.push_back(std::make_unique<RunsVerb>());
    verbs.push_back(std::make_unique<ResumeVerb>());
    verbs.push_back(std::make_unique<ReportVerb>());
    verbs.push_back(std::make_unique<LabVerb>());
    verbs.push_back(std::make_unique<InspectVerb>());
    return verbs;
}

} // namespace drydock::ctl
