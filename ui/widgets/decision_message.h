// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What a run asks and the choices, in a message: on the Run page, and on top of what needs attention in the main
// window.
#pragma once

#include "model/maintenance/run_state.h"
#include "ui/widgets/decision_text.h"
#include "ui/widgets/inline_message.h"

#include <set>

namespace drydock::ui {

class DecisionMessage : public InlineMessage
{
    Q_OBJECT

public:
    DecisionMessage(const Theme& theme, Place place, QWidget* parent = nullptr);

    // Shows the question of a run that waits for a decision, or of a step that may go on without what it waits for, and
    // hides itself if there is none.
    void showRun(const maintenance::RunState& run);
    // Never offers this choice, which is made elsewhere.
    void leaveOut(Decision decision);

signals:
    void chosen(drydock::ui::Decision decision);

private:
    QPushButton* addDecision(const QString& text, const char* objectName, Decision decision);

    std::set<Decision> m_leftOut;
    QPushButton* m_continue;
    QPushButton* m_sendAgain;
    QPushButton* m_goOnWithout;
    QPushButton* m_undo;
    QPushButton* m_abandon;
};

} // namespace drydock::ui
