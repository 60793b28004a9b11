// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/decision_text.h"

#include "model/domain/error_traits.h"
#include "model/tables/text.h"
#include "ui/widgets/error_text.h"

#include <QCoreApplication>

namespace drydock::ui {
namespace {

struct DecisionWords {
    Q_DECLARE_TR_FUNCTIONS(drydock::ui::DecisionText)
};

bool unknown(const maintenance::StepState& step)
{
    return step.status == maintenance::StepStatus::Unknown ||
           (step.error && domain::traitsOf(step.error->kind).advice == domain::Advice::LookAgain);
}

bool timedOut(const maintenance::StepState& step)
{
    return step.error && domain::traitsOf(step.error->kind).advice == domain::Advice::WaitLonger;
}

// Returns what the server said, with the name of the command: the innermost error that has words.
QString wordsOf(const domain::Error& error)
{
    const domain::Error* said = nullptr;
    for (const auto* e = &error; e; e = e->cause.get())
        if (!e->detail.empty()) said = e;
    if (!said) return {};
    const QString words = tables::plainText(said->detail);
    return said->what.empty()
               ? words
               : DecisionWords::tr("%1: %2", "command, words of the server").arg(tables::plainText(said->what), words);
}

QString headingOf(const maintenance::StepState& step, const QString& number, const QString& title)
{
    if (unknown(step)) return DecisionWords::tr("It is not known whether step %1 took effect: %2").arg(number, title);
    if (timedOut(step)) return DecisionWords::tr("Step %1 is not done in time: %2").arg(number, title);
    return DecisionWords::tr("Step %1 failed: %2").arg(number, title);
}

} // namespace

const maintenance::StepState* currentStep(const maintenance::RunState& run)
{
    return run.current < run.steps.size() ? &run.steps[run.current] : nullptr;
}

QString decisionWords(const maintenance::RunState& run)
{
    const auto* step = currentStep(run);
    if (!step || !step->error) return {};
    const QString words = wordsOf(*step->error);
    return words.isEmpty() ? errorText(*step->error).meaning : words;
}

ErrorText decisionText(const maintenance::RunState& run)
{
    const auto* step = currentStep(run);
    if (!step) return {};
    const QString server = tables::plainText(run.plan.server.text());
    ErrorText texts;
    texts.heading =
        headingOf(*step, QString::number(run.current + 1), tables::translated(run.plan.steps[run.current].title));
    QStringList details;
    if (step->error) {
        texts.meaning = decisionWords(run);
        details << errorText(*step->error).details;
    }
    if (!step->waitingFor.empty()) {
        const QString waited = tables::translated(step->waitingFor);
        if (timedOut(*step) && step->error->detail == step->waitingFor.english())
            texts.meaning = DecisionWords::tr("Still waited for: %1.").arg(waited);
        details << DecisionWords::tr("Waited for: %1").arg(waited);
    }
    for (const auto& line : step->evidence)
        details << tables::plainText(line);
    const QString holds =
        DecisionWords::tr("What was done so far stays as it is, and nothing more is sent to %1 until you decide.")
            .arg(server);
    texts.meaning = texts.meaning.isEmpty() ? holds : texts.meaning + u'\n' + holds;
    texts.advice =
        step->sendable
            ? DecisionWords::tr("Readings show that the command had no effect. Looking again reads and waits; sending "
                                "it again is a choice of its own.")
        : unknown(*step) ? DecisionWords::tr("Looking again reads the state; the command is not sent again.")
        : timedOut(*step)
            ? DecisionWords::tr("Wait longer if it is still moving; else undo, or leave it and decide later.")
            : DecisionWords::tr("Put right what the details say and try again; or undo; or leave it and decide later.");
    texts.details = details.join(u'\n');
    return texts;
}

ErrorText goOnWithoutText(const maintenance::RunState& run)
{
    const auto* step = currentStep(run);
    if (!step) return {};
    ErrorText text;
    text.heading = DecisionWords::tr("The step waits; the run may go on without");
    text.meaning = tables::translated(step->waitingFor);
    text.advice = tables::translated(run.plan.steps[run.current].goOnWithoutMeaning);
    return text;
}

tables::Shape decisionShape(const maintenance::RunState& run)
{
    const auto* step = currentStep(run);
    return step && unknown(*step) ? tables::Shape::StepUnknown : tables::Shape::StepFailed;
}

QString continueText(const maintenance::RunState& run)
{
    const auto* step = currentStep(run);
    if (step && unknown(*step)) return DecisionWords::tr("&Look again");
    if (step && timedOut(*step)) return DecisionWords::tr("&Wait longer");
    return DecisionWords::tr("&Try again");
}

} // namespace drydock::ui
