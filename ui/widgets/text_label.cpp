// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/text_label.h"

#include "model/tables/text.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int fewestCharacters = 4;

} // namespace

TextLabel::TextLabel(const Theme& theme, Type type, Role role, const QString& text, QWidget* parent)
    : QLabel(text, parent), m_theme(theme), m_type(type), m_role(role)
{
    setTextFormat(Qt::PlainText);
    connect(&m_theme, &Theme::changed, this, &TextLabel::restyle);
    restyle();
}

void TextLabel::setType(Type type)
{
    if (m_type == type) return;
    m_type = type;
    restyle();
}

void TextLabel::setRole(Role role)
{
    if (m_role == role) return;
    m_role = role;
    restyle();
}

void TextLabel::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    auto policy = sizePolicy();
    policy.setHorizontalPolicy(mode == Qt::ElideNone ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    setSizePolicy(policy);
    updateGeometry();
}

QSize TextLabel::minimumSizeHint() const
{
    const auto hint = QLabel::minimumSizeHint();
    if (m_elide == Qt::ElideNone) return hint;
    return {std::min(hint.width(), textWidth(*this, fewestCharacters)), hint.height()};
}

void TextLabel::restyle()
{
    m_restyling = true;
    setFont(ui::font(m_type));
    auto p = palette();
    p.setColor(QPalette::WindowText, m_theme.color(m_role));
    setPalette(p);
    m_restyling = false;
}

void TextLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange && !m_restyling) restyle();
}

void TextLabel::paintEvent(QPaintEvent* event)
{
    if (m_elide == Qt::ElideNone || wordWrap()) return QLabel::paintEvent(event);
    QPainter painter(this);
    const auto shown = fontMetrics().elidedText(text(), m_elide, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(),
                          int(QStyle::visualAlignment(layoutDirection(), alignment()).toInt()), palette(), true, shown,
                          QPalette::WindowText);
}

bool TextLabel::elided() const
{
    return m_elide != Qt::ElideNone && !wordWrap() && fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

// The tool tip shows the whole text above the tool tip that was set.
bool TextLabel::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !elided()) return QLabel::event(event);
    auto tip = tables::toolTipText(text());
    if (!toolTip().isEmpty()) tip += QLatin1Char('\n') + toolTip();
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), tip, this);
    return true;
}

TextLabel* makeParagraph(const Theme& theme, const QString& text, Type type)
{
    auto* label = new TextLabel(theme, type, Role::Text, text);
    label->setWordWrap(true);
    return label;
}

TextLabel* makeMutedParagraph(const Theme& theme, const QString& text, Type type)
{
    auto* label = makeParagraph(theme, text, type);
    label->setRole(Role::Muted);
    return label;
}

} // namespace drydock::ui
