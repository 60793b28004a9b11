// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/restore_choice.h"

#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>

#include <algorithm>

namespace drydock::ui {

RestoreChoice::RestoreChoice(const Theme& theme, const domain::Server& now, const maintenance::ReinstateOptions& before,
                             QWidget* parent)
    : QWidget(parent), m_policy(new QComboBox), m_moveNow(new QComboBox)
{
    using domain::AutoActivationPolicy;
    setObjectName(QStringLiteral("restoreChoice"));
    m_policy->setObjectName(QStringLiteral("restoredPolicy"));
    m_policy->setAccessibleName(tr("Activation policy to restore"));
    for (const auto policy :
         {AutoActivationPolicy::Unrestricted, AutoActivationPolicy::IntrasiteOnly, AutoActivationPolicy::Blocked})
        m_policy->addItem(QString::fromLatin1(toString(policy)), int(policy));
    m_moveNow->setObjectName(QStringLiteral("restoredMoveNow"));
    m_moveNow->setAccessibleName(tr("MoveNow to restore"));
    m_moveNow->addItem(tr("Off: databases may be active on the server"), false);
    m_moveNow->addItem(tr("On: databases keep moving away from the server"), true);
    const auto policy = before.policy.value_or(now.autoActivationPolicy.value);
    m_policy->setCurrentIndex(std::max(m_policy->findData(int(policy)), 0));
    // What was not read is not preselected.
    const bool known = before.moveNow || now.moveNowRead;
    m_moveNow->setCurrentIndex(known ? m_moveNow->findData(before.moveNow.value_or(now.activationDisabledAndMoveNow))
                                     : -1);

    auto* restore = new QPushButton(tr("Restore these"));
    restore->setObjectName(QStringLiteral("restoreThese"));
    restore->setAutoDefault(false);
    restore->setEnabled(known);
    connect(m_moveNow, &QComboBox::currentIndexChanged, restore,
            [restore](int index) { restore->setEnabled(index >= 0); });
    connect(restore, &QPushButton::clicked, this, [this] { emit chosen(options()); });
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(size::betweenControls);
    grid->setVerticalSpacing(size::inControl);
    grid->setColumnStretch(2, 1);
    const auto addRow = [&](int row, const QString& text, QComboBox* field) {
        auto* label = new TextLabel(theme, Type::Body, Role::Text, text);
        label->setBuddy(field);
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1, Qt::AlignLeft);
    };
    addRow(0, tr("Activation &policy"), m_policy);
    addRow(1, tr("&MoveNow"), m_moveNow);
    grid->addWidget(restore, 2, 1, Qt::AlignLeft);
}

maintenance::ReinstateOptions RestoreChoice::options() const
{
    return {domain::AutoActivationPolicy(m_policy->currentData().toInt()), m_moveNow->currentData().toBool()};
}

} // namespace drydock::ui
