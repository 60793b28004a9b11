#include "ui/wizard/decision_text.h"

#include "model/tables/text.h"
#include "ui/widgets/error_text.h"

#include <QCoreApplication>

namespace drydock::ui {
namespace {

struct AskingWords {
    Q_DECLARE_TR_FUNCTIONS(drydock::ui::AskingParts)
};

bool unknown(const maintenance::StepState& step)
{
    return step.status == maintenance::StepStatus::Unknown ||
           (step.error && step.error->kind == domain::ErrorKind::OutcomeUnknown);
}

bool timedOut(const maintenance::StepState& step)
{
    return step.error &&
           (step.error->kind == domain::ErrorKind::TimedOut || step.error->kind == domain::ErrorKind::NotReached);
}

QString headingOf(const maintenance::StepState& step, const QString& number, const QString& title)
{
    if (unknown(step)) return AskingWords::tr("It is not known whether step %1 took effect: %2").arg(number, title);
    if (timedOut(step)) return AskingWords::tr("Step %1 is not done in time: %2").arg(number, title);
    return AskingWords::tr("Step %1 failed: %2").arg(number, title);
}

} // namespace

const maintenance::StepState* currentStep(const maintenance::RunState& run)
{
    return run.current < run.steps.size() ? &run.steps[run.current] : nullptr;
}

Notice::Texts decisionText(const maintenance::RunState& run)
{
    const auto* step = currentStep(run);
    if (!step) return {};
    const QString server = tables::plainText(run.plan.server.text());
    Notice::Texts texts;
    texts.shape = unknown(*step) ? tables::Shape::StepUnknown : tables::Shape::StepFailed;
    texts.heading =
        headingOf(*step, QString::number(run.current + 1), tables::translated(run.plan.steps[run.current].title));
    QStringList details;
    if (step->error) {
        const auto text = errorText(*step->error);
        texts.meaning = text.meaning;
        details << text.details;
    }
    if (!step->waitingFor.empty()) {
        const QString waited = tables::translated(step->waitingFor);
        if (timedOut(*step)) texts.meaning = AskingWords::tr("Still waited for: %1.").arg(waited);
        details << AskingWords::tr("Waited for: %1").arg(waited);
    }
    for (const auto& line : step->evidence)
        details << tables::plainText(line);
    const QString holds =
        AskingWords::tr("What was done so far stays as it is, and nothing more is sent to %1 until you decide.")
            .arg(server);
    texts.meaning = texts.meaning.isEmpty() ? holds : texts.meaning + u' ' + holds;
    texts.advice =
        step->sendable
            ? AskingWords::tr("Readings show that the command had no effect. Looking again reads and waits; sending "
                              "it again is a choice of its own.")
        : unknown(*step) ? AskingWords::tr("Looking again reads the state; the command is not sent again.")
        : timedOut(*step)
            ? AskingWords::tr("Wait longer if it is still moving; else undo, or leave it and decide later.")
            : AskingWords::tr("Put right what the details say and try again; or undo; or leave it and decide later.");
    texts.details = details.join(u'\n');
    return texts;
}

QString continueText(const maintenance::RunState& run)
{
    const auto* step = currentStep(run);
    if (step && unknown(*step)) return AskingWords::tr("&Look again");
    if (step && timedOut(*step)) return AskingWords::tr("&Wait longer");
    return AskingWords::tr("&Try again");
}

} // namespace drydock::ui
