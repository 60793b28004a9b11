// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/undo_question.h"

#include "model/tables/text.h"
#include "ui/wizard/wizard_buttons.h"

#include <QCoreApplication>
#include <QStringList>

namespace drydock::ui {
namespace {

struct UndoWords {
    Q_DECLARE_TR_FUNCTIONS(drydock::ui::UndoQuestion)
};

// The steps are listed in the order in which they are undone: the last one first.
QStringList stepsToUndo(const maintenance::RunState& run, std::size_t step, bool& moved)
{
    QStringList steps;
    for (auto i = run.steps.size(); i-- > step;) {
        if (!hasUndoableChanges(run, i)) continue;
        steps += tables::translated(run.plan.steps[i].title);
        moved = moved || run.plan.steps[i].kind == maintenance::StepKind::MoveDatabases;
    }
    return steps;
}

} // namespace

Question undoQuestion(const maintenance::RunState& run, std::size_t step)
{
    const auto server = tables::plainText(run.plan.server.text());
    bool moved = false;
    const auto steps = stepsToUndo(run, step, moved);
    Question question;
    question.accept = UndoWords::tr("Undo");
    question.reject = UndoWords::tr("Do not undo");
    if (step == 0) {
        question.title = UndoWords::tr("Undo the run");
        question.text = UndoWords::tr("Undo everything this run changed on %1?").arg(server);
    } else {
        question.title = UndoWords::tr("Undo back to step %1").arg(step + 1);
        question.text = UndoWords::tr("Undo back to step %1, %2?")
                            .arg(QString::number(step + 1), tables::translated(run.plan.steps[step].title));
    }
    question.detail =
        UndoWords::tr("Undone one by one, last first, each verified by reading back:\n%1").arg(steps.join(u'\n'));
    if (moved) question.detail += u'\n' + UndoWords::tr("Databases that have moved stay where they are now.");
    return question;
}

Question goOnWithoutQuestion(const maintenance::RunState& run)
{
    Question question;
    question.title = UndoWords::tr("Go on without");
    question.accept = UndoWords::tr("Go on without");
    question.reject = UndoWords::tr("Wait");
    if (run.current >= run.steps.size()) return question;
    question.text =
        UndoWords::tr("Go on although this is not met?\n%1").arg(tables::translated(run.steps[run.current].waitingFor));
    question.detail = tables::translated(run.plan.steps[run.current].goOnWithoutMeaning);
    return question;
}

Question abandonQuestion(const maintenance::RunState& run)
{
    const auto server = tables::plainText(run.plan.server.text());
    return {UndoWords::tr("Leave it as it is"), UndoWords::tr("End this run and leave %1 as it is?").arg(server),
            UndoWords::tr("What the run changed stays changed, and the run is not offered again."),
            UndoWords::tr("Leave as it is"), UndoWords::tr("Do not end it")};
}

} // namespace drydock::ui
