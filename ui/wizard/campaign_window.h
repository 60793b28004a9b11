// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The window of a rolling maintenance: first its choices, then servers × stages with the run under way beneath.
#pragma once

#include "model/controllers/campaign_controller.h"
#include "ui/widgets/decision_text.h"
#include "ui/wizard/wizard_context.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTableWidget;

namespace drydock::ui {

class RunPage;
class TextLabel;

class CampaignWindow : public QDialog
{
    Q_OBJECT

public:
    // The window owns both controllers; `campaign` uses `runs`. Deleting the window leaves a campaign as it is; it can
    // be resumed. `theme` and `clock` outlive the window.
    CampaignWindow(std::unique_ptr<controllers::MaintenanceController> runs,
                   std::unique_ptr<controllers::CampaignController> campaign, const Theme& theme,
                   const ports::Clock& clock, QWidget* parent = nullptr);
    ~CampaignWindow() override;

    // Offers the servers of this group, all of them chosen, in the suggested order.
    void choose(const domain::DagSnapshot& snapshot, const domain::DagName& group);
    // Shows a campaign of the journals at rest, with the choice to continue. Returns the error of
    // CampaignController::open().
    [[nodiscard]] domain::Result<> openCampaign(const std::string& id);
    [[nodiscard]] controllers::MaintenanceController& runs() { return *m_runs; }
    [[nodiscard]] controllers::CampaignController& campaign() { return *m_campaign; }

    void reject() override; // Esc and the close button: stops after the step while a campaign is under way

private:
    [[nodiscard]] QWidget* makeChoices();
    [[nodiscard]] QWidget* makeProgress();
    [[nodiscard]] maintenance::CampaignPlan chosenPlan() const;
    void start();
    void showCampaign(const maintenance::CampaignState& campaign);
    void showHeading();
    void updateButtons();
    void fail(const domain::Error& error);
    void continueCampaign(maintenance::CampaignDecision decision);
    void decide(Decision decision);
    void askAbandon();
    void saveReport();

    std::unique_ptr<controllers::MaintenanceController> m_runs;
    std::unique_ptr<controllers::CampaignController> m_campaign;
    WizardContext m_context;
    QTimer m_clock;
    QStackedWidget* m_pages = nullptr;
    QListWidget* m_servers = nullptr;
    QComboBox* m_between = nullptr;
    QLineEdit* m_program = nullptr;
    QSpinBox* m_steady = nullptr;
    QComboBox* m_onFailure = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_change = nullptr;
    TextLabel* m_heading = nullptr;
    TextLabel* m_about = nullptr;
    TextLabel* m_problem = nullptr;
    QTableWidget* m_table = nullptr;
    RunPage* m_run = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_continue = nullptr;
    QPushButton* m_without = nullptr;
    QPushButton* m_again = nullptr;
    QPushButton* m_abandon = nullptr;
    QPushButton* m_report = nullptr;
};

} // namespace drydock::ui
