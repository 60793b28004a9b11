// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/wizard_page.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace drydock::ui {

WizardPage::WizardPage(const Theme& theme, QWidget* parent) : QWizardPage(parent), m_theme(theme)
{
    // QWizard would give its pages a white background.
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    m_heading = makeParagraph(theme, {}, Type::Heading);
    m_heading->setObjectName(QStringLiteral("heading"));
    // The heading is as tall as a button beside it, so that it has the same place on every page.
    m_heading->setMinimumHeight(fontMetrics().height() + 3 * size::inControl);
    m_about = makeMutedParagraph(theme, {}, Type::Body);
    m_about->setObjectName(QStringLiteral("about"));

    m_headingRow = new QHBoxLayout;
    m_headingRow->setSpacing(size::betweenControls);
    m_headingRow->addWidget(m_heading, 1);

    auto* content = new QWidget;
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(size::inCard);
    auto* scroll = m_scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("scroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    // The scroll area shows the background of the page.
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    m_fixed = new QVBoxLayout;
    m_fixed->setSpacing(size::betweenControls);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(size::pageEdge, size::betweenGroups, size::pageEdge, size::inCard);
    all->setSpacing(size::betweenControls);
    all->addLayout(m_headingRow);
    all->addWidget(m_about);
    all->addLayout(m_fixed);
    all->addWidget(scroll, 1);
}

void WizardPage::focusBody()
{
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setAccessibleName(heading());
    m_scroll->setFocus(Qt::OtherFocusReason);
}

QString WizardPage::heading() const { return m_heading->text(); }

void WizardPage::setHeading(const QString& heading, const QString& about)
{
    m_heading->setText(heading);
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
    setAccessibleName(heading);
    setAccessibleDescription(about);
}

} // namespace drydock::ui
