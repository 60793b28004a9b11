// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/first_start_page.h"

#include "ui/pages/choice_card.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>

namespace drydock::ui {

FirstStartPage::FirstStartPage(const Theme& theme, bool withLab, QWidget* parent)
    : QWidget(parent), m_sentence(new TextLabel(theme, Type::Body, Role::Muted, {}, this))
{
    setObjectName(QStringLiteral("firstStart"));
    setAccessibleName(tr("Start"));
    auto* heading =
        new TextLabel(theme, Type::Heading, Role::Text, tr("Put a server into maintenance, and reinstate it"), this);
    auto* about = new TextLabel(
        theme, Type::Body, Role::Muted,
        tr("Drydock moves its databases and mail away first, proves every step, and restores what was there before."),
        this);
    for (auto* label : {heading, about, m_sentence}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto* exchange = new ChoiceCard(
        theme, tr("&Connect to Exchange"),
        tr("Give the address of one member of a database availability group. Nothing is changed until you say so."),
        this);
    exchange->setObjectName(QStringLiteral("chooseConnect"));
    connect(exchange, &QAbstractButton::clicked, this, &FirstStartPage::connectRequested);
    m_choices += exchange;
    if (withLab) {
        auto* lab = new ChoiceCard(theme, tr("&Try it in the built-in lab"),
                                   tr("An organisation in memory, on this computer only. Rehearse a whole maintenance; "
                                      "break things on purpose."),
                                   this);
        lab->setObjectName(QStringLiteral("chooseLab"));
        connect(lab, &QAbstractButton::clicked, this, &FirstStartPage::labRequested);
        m_choices += lab;
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(size::betweenGroups);
    row->addStretch(1);
    for (auto* choice : m_choices)
        row->addWidget(choice, 4);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::pageEdge, size::pageEdge, size::pageEdge, size::pageEdge);
    column->setSpacing(size::betweenControls);
    column->addStretch(2);
    column->addWidget(heading);
    column->addWidget(about);
    column->addSpacing(size::pageEdge);
    column->addLayout(row);
    column->addSpacing(size::betweenGroups);
    column->addWidget(m_sentence);
    column->addStretch(3);
}

void FirstStartPage::setBusy(const QString& sentence)
{
    m_sentence->setText(sentence);
    for (auto* choice : m_choices)
        choice->setEnabled(sentence.isEmpty());
}

} // namespace drydock::ui
