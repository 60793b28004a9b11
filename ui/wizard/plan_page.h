// Plan: every step as it will be sent, to be read, copied or saved as a script; nothing runs before the button is
// pressed.
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
    // The run could not be started: stays until the next try.
    void showFailure(const domain::Error& error);
    void clearFailure();

private:
    void rebuild();
    void copyScript();
    void askWhereToSave();
    void say(const QString& text);

    const WizardContext& m_context;
    InlineMessage* m_error = nullptr;
    QLabel* m_said = nullptr;
    QVBoxLayout* m_list = nullptr;
};

} // namespace drydock::ui
