#include "ui/widgets/shape_icon.h"

#include "ui/theme/measures.h"
#include "ui/widgets/ring_turn.h"

#include <QPainter>

namespace drydock::ui {

ShapeIcon::ShapeIcon(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_turn(new RingTurn(*this))
{
    setFixedSize(sizeHint());
    connect(m_turn, &RingTurn::turned, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ShapeIcon::setShape(tables::Shape shape, const QString& word, std::optional<Role> role)
{
    m_shape = shape;
    m_role = role;
    setAccessibleName(word);
    update();
}

void ShapeIcon::setTurning(bool turning)
{
    m_wanted = turning;
    m_turn->setWanted(turning);
}

bool ShapeIcon::turning() const { return m_turn->turning(); }

QSize ShapeIcon::sizeHint() const { return {measure::icon, measure::icon + 2}; }

void ShapeIcon::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_theme.icons().paintTurned(painter, rect(), m_shape, m_theme.color(m_role.value_or(Theme::roleOf(m_shape))),
                                m_turn->angle());
}

void ShapeIcon::showEvent(QShowEvent*) { m_turn->setWanted(m_wanted); }

void ShapeIcon::hideEvent(QHideEvent*) { m_turn->setWanted(false); }

} // namespace drydock::ui
