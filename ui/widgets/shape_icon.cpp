#include "ui/widgets/shape_icon.h"

#include "ui/theme/measures.h"

#include <QPainter>

namespace drydock::ui {

ShapeIcon::ShapeIcon(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFixedSize(sizeHint());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ShapeIcon::setShape(tables::Shape shape, const QString& word, std::optional<Role> role)
{
    m_shape = shape;
    m_role = role;
    setAccessibleName(word);
    update();
}

QSize ShapeIcon::sizeHint() const { return {measure::icon, measure::icon + 2}; }

void ShapeIcon::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_theme.icons().paint(painter, rect(), m_shape, m_theme.color(m_role.value_or(Theme::roleOf(m_shape))));
}

} // namespace drydock::ui
