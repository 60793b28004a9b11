#include "ui/wizard/labels.h"

#include "model/tables/text.h"

#include <QFrame>
#include <QResizeEvent>

namespace drydock::ui {

QLabel* makeLabel(const QString& text, Type type)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setFont(font(type));
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

QLabel* makeMuted(const QString& text, Type type)
{
    auto* label = makeLabel(text, type);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel* makeCommand(const QString& text)
{
    auto* label = makeLabel(text, Type::Command);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QWidget* makeRule()
{
    auto* rule = new QFrame;
    rule->setFixedHeight(1);
    rule->setBackgroundRole(QPalette::Mid);
    rule->setAutoFillBackground(true);
    return rule;
}

ShapeLabel::ShapeLabel(const Theme& theme, QWidget* parent) : QLabel(parent), m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setFixedSize(measure::icon, measure::icon);
    connect(&theme, &Theme::changed, this, &ShapeLabel::redraw);
}

void ShapeLabel::setShape(tables::Shape shape, const QString& word)
{
    m_shape = shape;
    setAccessibleName(word);
    setToolTip(tables::toolTipText(word));
    redraw();
}

void ShapeLabel::redraw()
{
    setPixmap(m_theme.icons().pixmap(m_shape, m_theme.color(Theme::roleOf(m_shape)), measure::icon, devicePixelRatioF()));
}

RoleLabel::RoleLabel(const Theme& theme, Role role, Type type, QWidget* parent)
    : QLabel(parent), m_theme(theme), m_role(role)
{
    setTextFormat(Qt::PlainText);
    setFont(font(type));
    connect(&theme, &Theme::changed, this, &RoleLabel::recolour);
    recolour();
}

void RoleLabel::setRole(Role role)
{
    m_role = role;
    recolour();
}

void RoleLabel::recolour()
{
    QPalette colours;
    colours.setColor(QPalette::WindowText, m_theme.color(m_role));
    setPalette(colours);
}

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, QWidget* parent) : QLabel(parent), m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString& text)
{
    if (m_full == text) return;
    m_full = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

QSize ElidedLabel::sizeHint() const { return {fontMetrics().horizontalAdvance(m_full) + 2, fontMetrics().height()}; }

QSize ElidedLabel::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 6, fontMetrics().height()}; }

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_full, m_mode, width());
    setText(shown);
    setToolTip(shown == m_full ? QString() : tables::toolTipText(m_full));
}

} // namespace drydock::ui
