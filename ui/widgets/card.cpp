// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/card.h"

#include <QPainter>

namespace drydock::ui {

Card::Card(const Theme& theme, const QString& title, QWidget* parent) : QFrame(parent), m_theme(theme)
{
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(size::inCard, size::inCard, size::inCard, size::inCard);
    m_body->setSpacing(size::betweenControls);
    if (title.isEmpty()) return;
    setAccessibleName(title);
    m_head = new QHBoxLayout;
    auto* label = new TextLabel(theme, Type::BodyBold, Role::Text, title, this);
    // The title row is as tall as a control in it would be, so that the titles of adjacent cards are aligned.
    label->setMinimumHeight(label->fontMetrics().height() + size::betweenControls);
    m_head->addWidget(label);
    m_head->addStretch(1);
    m_trailing = new TextLabel(theme, Type::Body, Role::Muted, {}, this);
    m_trailing->hide();
    m_head->addWidget(m_trailing);
    m_body->addLayout(m_head);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::setTrailing(const QString& text)
{
    if (!m_trailing) return;
    m_trailing->setText(text);
    m_trailing->setVisible(!text.isEmpty());
}

void Card::addToHead(QWidget* widget)
{
    if (m_head) m_head->addWidget(widget);
}

QWidget* makeRule()
{
    auto* rule = new QFrame;
    rule->setFixedHeight(1);
    rule->setBackgroundRole(QPalette::Mid);
    rule->setAutoFillBackground(true);
    return rule;
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Role::Line));
    painter.setBrush(m_theme.color(Role::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), size::cardRadius, size::cardRadius);
}

} // namespace drydock::ui
