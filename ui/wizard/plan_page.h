// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The Plan page: every step with its exact commands, to be read, copied or saved as a script before anything is sent.
#pragma once

#include "ui/wizard/wizard_context.h"
#include "ui/wizard/wizard_page.h"

class QPushButton;

namespace drydock::ui {

class InlineMessage;

class PlanPage : public WizardPage
{
    Q_OBJECT

public:
    explicit PlanPage(const WizardContext& context, QWidget* parent = nullptr);

    void initializePage() override;
    // Shows why the run could not be started. The message stays until clearFailure().
    void showFailure(const domain::Error& error);
    void clearFailure();
    // Says that what was read meanwhile has changed the plan, which is to be looked at again before it is started.
    void showChanged();

private:
    void rebuild();
    void copyScript();
    void askWhereToSave();
    void showStatus(const QString& text);

    const WizardContext& m_context;
    InlineMessage* m_error = nullptr;
    QLabel* m_status = nullptr;
    QVBoxLayout* m_list = nullptr;
};

} // namespace drydock::ui
