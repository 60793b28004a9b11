// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/meter_bar.h"

#include <QPainter>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int thickness = 6;

} // namespace

MeterBar::MeterBar(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MeterBar::setShare(double share, Role role, const QString& words)
{
    m_share = std::clamp(share, 0.0, 1.0);
    m_role = role;
    setAccessibleName(words);
    update();
}

QSize MeterBar::sizeHint() const { return {80, thickness}; }

void MeterBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.highContrast() ? QPen(m_theme.color(Role::Line)) : QPen(Qt::NoPen));
    const QRectF whole(0, (height() - thickness) / 2.0, width(), thickness);
    painter.setBrush(m_theme.color(Role::Track));
    painter.drawRoundedRect(whole, thickness / 2.0, thickness / 2.0);
    if (m_share <= 0) return;
    auto filled = whole;
    filled.setWidth(std::max(whole.width() * m_share, double(thickness)));
    painter.setBrush(m_theme.color(m_role));
    painter.drawRoundedRect(filled, thickness / 2.0, thickness / 2.0);
}

} // namespace drydock::ui
