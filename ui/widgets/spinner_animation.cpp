// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/spinner_animation.h"

#include <QStyle>
#include <QWidget>

namespace drydock::ui {
namespace {

constexpr int oneTurn = 1200; // ms (visual.md, Motion)
constexpr int frame = 40;     // ms

bool reducedMotion(const QWidget& widget)
{
    return widget.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &widget) == 0;
}

} // namespace

SpinnerAnimation::SpinnerAnimation(QWidget& widget) : QObject(&widget), m_widget(widget)
{
    m_timer.setInterval(frame);
    connect(&m_timer, &QTimer::timeout, this, &SpinnerAnimation::turned);
}

void SpinnerAnimation::setWanted(bool wanted)
{
    const bool turns = wanted && m_widget.isVisible() && !reducedMotion(m_widget);
    if (turns == m_timer.isActive()) return;
    if (turns) {
        m_since.start();
        m_timer.start();
    } else {
        m_timer.stop();
    }
    emit turned();
}

qreal SpinnerAnimation::angle() const
{
    return m_timer.isActive() ? 360.0 * qreal(m_since.elapsed() % oneTurn) / oneTurn : 0;
}

} // namespace drydock::ui
