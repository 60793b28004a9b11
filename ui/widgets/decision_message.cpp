// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/decision_message.h"

#include "ui/theme/flat_style.h"

#include <QPushButton>

namespace drydock::ui {

DecisionMessage::DecisionMessage(const Theme& theme, Place place, QWidget* parent)
    : InlineMessage(theme, place, parent), m_continue(addDecision(tr("Try again"), "tryAgain", Decision::Continue)),
      m_sendAgain(addDecision(tr("&Send the command again"), "sendAgain", Decision::SendAgain)),
      m_goOnWithout(addDecision(tr("&Go on without…"), "goOnWithout", Decision::GoOnWithout)),
      m_undo(addDecision(tr("Undo back to here…"), "askUndo", Decision::Undo)),
      m_abandon(addDecision(tr("Leave as it is…"), "abandon", Decision::Abandon))
{
    setPrimary(*m_continue);
    m_sendAgain->setToolTip(
        tr("Two readings showed that it had no effect. It is sent once more after two that still say so."));
}

QPushButton* DecisionMessage::addDecision(const QString& text, const char* objectName, Decision decision)
{
    auto* button = addChoice(text, QLatin1String(objectName));
    connect(button, &QPushButton::clicked, this, [this, decision] { emit chosen(decision); });
    return button;
}

void DecisionMessage::leaveOut(Decision decision) { m_leftOut.insert(decision); }

void DecisionMessage::showRun(const maintenance::RunState& run)
{
    using maintenance::RunPhase;
    const auto* step = currentStep(run);
    const bool asks = run.phase == RunPhase::Asking;
    const bool offersGoOnWithout = step && step->mayGoOnWithout && run.phase == RunPhase::Running;
    setVisible(asks || offersGoOnWithout);
    if (!asks && !offersGoOnWithout) return;
    auto text = asks ? decisionText(run) : goOnWithoutText(run);
    if (place() == Place::Column) text = {text.heading, decisionWords(run), {}, {}}; // the Run page has the rest
    setText(text, asks ? decisionShape(run) : tables::Shape::StepRunning);
    const auto offer = [this](QPushButton* choice, Decision decision, bool possible) {
        choice->setVisible(possible && !m_leftOut.contains(decision));
    };
    offer(m_continue, Decision::Continue, asks);
    offer(m_sendAgain, Decision::SendAgain, asks && step && step->sendable);
    offer(m_goOnWithout, Decision::GoOnWithout, step && step->mayGoOnWithout);
    offer(m_undo, Decision::Undo, asks && run.undoable());
    offer(m_abandon, Decision::Abandon, asks);
    m_continue->setText(continueText(run));
    m_undo->setEnabled(run.settledSteps() > 0 || run.current > 0);
}

} // namespace drydock::ui
