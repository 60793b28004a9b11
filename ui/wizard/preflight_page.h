// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The Pre-flight page: runs the checks, lists them with the worst first, and holds the wizard until each block is
// solved or overridden.
#pragma once

#include "ui/wizard/target_page.h"

#include <set>

class QPushButton;

namespace drydock::ui {

class CheckItem;
class InlineMessage;

class PreflightPage : public WizardPage
{
    Q_OBJECT

public:
    PreflightPage(const WizardContext& context, const TargetPage& target, QWidget* parent = nullptr);

    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;
    // Returns the request of the Target page with the settings to restore that were chosen here.
    [[nodiscard]] controllers::MaintenanceController::Request request() const;
    // Returns the ids of the blocking checks that the user has overridden.
    [[nodiscard]] std::set<std::string> overrides() const;
    // Returns why the wizard cannot go on; empty if it can.
    [[nodiscard]] QString waitingFor() const;

signals:
    void waitingForChanged();

private:
    enum class Stage { Reading, Read, Failed };
    void recheck();
    void recheckOne(const std::string& id);
    void onPrepared();
    void onFailed(const domain::Error& error);
    void rebuild();
    void addRestoreChoice(CheckItem& item);
    void summarize();
    void setStage(Stage stage);
    [[nodiscard]] QString consequence(const maintenance::Check& check) const;

    const WizardContext& m_context;
    const TargetPage& m_target;
    Stage m_stage = Stage::Reading;
    QPushButton* m_recheck = nullptr;
    InlineMessage* m_error = nullptr;
    QLabel* m_waiting = nullptr;
    QVBoxLayout* m_list = nullptr;
    QWidget* m_card = nullptr;
    std::vector<CheckItem*> m_items;
    maintenance::ReinstateOptions m_restored;
    domain::ServerName m_restoredOf; // the server for which they were chosen
    std::string m_recheckedId;       // the check whose row asked to read again; empty after Recheck all
};

} // namespace drydock::ui
