// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The Result page: the outcome, the facts before and after, warnings, what is still to do, and the report.
#pragma once

#include "ui/wizard/server_facts.h"
#include "ui/wizard/wizard_context.h"
#include "ui/wizard/wizard_page.h"

class QGridLayout;
class QPushButton;

namespace drydock::ui {

class InlineMessage;
class Panel;
class RebalanceCard;

class ResultPage : public WizardPage
{
    Q_OBJECT

public:
    explicit ResultPage(const WizardContext& context, QWidget* parent = nullptr);

    void setBefore(const ServerFacts& facts) { m_before = facts; }
    void setAfter(const ServerFacts& facts) { m_after = facts; }
    void showRun(const maintenance::RunState& run);
    void showFailure(const domain::Error& error); // shows why the chosen action failed

signals:
    void reinstateChosen();
    void rebalanceChosen();
    void continueChosen();
    void undoChosen();

private:
    void buildActions();
    void showFacts();
    void showNotes();
    void showHealth();
    [[nodiscard]] QList<std::pair<tables::Shape, QString>> stillOpen() const;
    [[nodiscard]] QStringList databasesAway() const;
    void askWhereToSave();

    maintenance::RunState m_run;
    ServerFacts m_before;
    ServerFacts m_after;
    InlineMessage* m_error = nullptr;
    QLabel* m_status = nullptr;
    Panel* m_outcome = nullptr;
    Panel* m_warnings = nullptr;
    Panel* m_health = nullptr;
    Panel* m_open = nullptr;
    RebalanceCard* m_places = nullptr;
    QWidget* m_table = nullptr;
    QGridLayout* m_facts = nullptr;
    QPushButton* m_continue = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_reinstate = nullptr;
    QPushButton* m_rebalance = nullptr;
};

} // namespace drydock::ui
