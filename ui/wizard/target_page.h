// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The Target page: the server, the member that takes its queued mail, and the reason of the maintenance.
#pragma once

#include "ui/wizard/wizard_context.h"
#include "ui/wizard/wizard_page.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;

namespace drydock::ui {

class TargetPage : public WizardPage
{
    Q_OBJECT

public:
    explicit TargetPage(const WizardContext& context, QWidget* parent = nullptr);

    // Sets the servers to choose from. The current choices are kept.
    void setSnapshot(const domain::SnapshotPtr& snapshot);
    void choose(const domain::ServerName& server);
    [[nodiscard]] domain::ServerName server() const;
    [[nodiscard]] controllers::MaintenanceController::Request request() const; // what the fields say

    [[nodiscard]] bool isComplete() const override;

signals:
    void serverChanged();

private:
    void buildForm();
    void buildFacts();
    struct Choice {
        QString text;
        QString data;
        tables::Shape shape = tables::Shape::None;
    };
    using Choices = QList<Choice>;
    void fillServers(const domain::ServerName& keep);
    void fill(QComboBox& box, const Choices& choices) const;
    void fillTargets();
    void showFacts();
    void onServerChanged();

    const WizardContext& m_context;
    domain::SnapshotPtr m_snapshot;
    domain::ServerName m_targetsOf; // the server for which the targets are listed
    QComboBox* m_server = nullptr;
    QComboBox* m_target = nullptr;
    QCheckBox* m_restart = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_change = nullptr;
    QLabel* m_targetHint = nullptr;
    QLabel* m_factsTitle = nullptr;
    QGridLayout* m_facts = nullptr;
};

} // namespace drydock::ui
