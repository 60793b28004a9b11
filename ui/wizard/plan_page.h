// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The Plan page: every step with its exact commands, to be read, copied or saved as a script before anything is sent.
#pragma once

#include "ui/wizard/wizard_context.h"
#include "ui/wizard/wizard_page.h"

#include <QTime>

#include <optional>

class QCheckBox;
class QPushButton;
class QTimeEdit;

namespace drydock::ui {

class InlineMessage;
class RebalanceCard;

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
    // By this computer's clock; empty: no limit.
    [[nodiscard]] std::optional<QTime> stopBefore() const;

signals:
    void runLaterRequested();

private:
    void addStopBefore();
    void applyStopBefore();
    void rebuild();
    void copyScript();
    void askWhereToSave();
    void showStatus(const QString& text);

    const WizardContext& m_context;
    InlineMessage* m_error = nullptr;
    QLabel* m_status = nullptr;
    RebalanceCard* m_rebalance = nullptr;
    QVBoxLayout* m_list = nullptr;
    QCheckBox* m_limited = nullptr;
    QTimeEdit* m_stopBefore = nullptr;
};

} // namespace drydock::ui
