// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/choice_card.h"

#include "ui/theme/sizes.h"

#include <QPainter>
#include <QStyle>

namespace drydock::ui {
namespace {

constexpr int cardWidth = 320;
constexpr int lines = 4;

} // namespace

ChoiceCard::ChoiceCard(const Theme& theme, const QString& heading, const QString& sentence, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_sentence(sentence)
{
    setText(heading);
    setAccessibleName(QString(heading).remove(QLatin1Char('&')));
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ChoiceCard::sizeHint() const
{
    return {cardWidth, QFontMetrics(ui::font(Type::Heading)).height() +
                           lines * QFontMetrics(ui::font(Type::Body)).lineSpacing() + 2 * size::pageEdge};
}

void ChoiceCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = hasFocus() || underMouse();
    painter.setPen(QPen(m_theme.color(strong ? Role::Info : Role::Line), hasFocus() ? 2 : 1));
    painter.setBrush(m_theme.color(isDown() ? Role::Selection : Role::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), size::cardRadius, size::cardRadius);
    auto area = rect().adjusted(size::pageEdge, size::pageEdge, -size::pageEdge, -size::pageEdge);
    painter.setFont(ui::font(Type::Heading));
    painter.setPen(m_theme.color(Role::Info));
    QRect used;
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextShowMnemonic, text(), &used);
    area.setTop(used.bottom() + size::inCard);
    painter.setFont(ui::font(Type::Body));
    painter.setPen(m_theme.color(Role::Muted));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_sentence);
}

} // namespace drydock::ui
