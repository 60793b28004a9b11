// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/shape_icon.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/spinner_animation.h"

#include <QPainter>

namespace drydock::ui {

ShapeIcon::ShapeIcon(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_spinner(new SpinnerAnimation(*this))
{
    setFixedSize(sizeHint());
    connect(m_spinner, &SpinnerAnimation::turned, this, qOverload<>(&QWidget::update));
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
    m_spinner->setWanted(turning);
}

bool ShapeIcon::turning() const { return m_spinner->turning(); }

QSize ShapeIcon::sizeHint() const { return {size::icon, size::icon + 2}; }

void ShapeIcon::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    m_theme.icons().paintTurned(painter, rect(), m_shape, m_theme.color(m_role.value_or(Theme::roleOf(m_shape))),
                                m_spinner->angle());
}

void ShapeIcon::showEvent(QShowEvent*) { m_spinner->setWanted(m_wanted); }

void ShapeIcon::hideEvent(QHideEvent*) { m_spinner->setWanted(false); }

} // namespace drydock::ui
