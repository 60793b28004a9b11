// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/sparkline.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr auto shownFor = std::chrono::minutes(30);
constexpr auto trendOver = std::chrono::minutes(5);
constexpr double lineWidth = 1.5;
constexpr double dot = 2.5;

} // namespace

Sparkline::Sparkline(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Sparkline::add(domain::Time at, double value)
{
    if (!m_points.empty() && m_points.back().at == at) m_points.pop_back();
    m_points.push_back({at, value});
    while (m_points.front().at < at - shownFor)
        m_points.pop_front();
    update();
}

void Sparkline::clear()
{
    m_points.clear();
    update();
}

int Sparkline::trend() const
{
    if (m_points.size() < 2) return 0;
    const auto since = m_points.back().at - trendOver;
    const auto first = std::find_if(m_points.begin(), m_points.end(), [&](const Point& p) { return p.at >= since; });
    const auto change = m_points.back().value - first->value;
    return change > 0 ? 1 : change < 0 ? -1 : 0;
}

QSize Sparkline::sizeHint() const { return {108, 32}; }

void Sparkline::paintEvent(QPaintEvent*)
{
    if (m_points.size() < 2) return;
    const auto [low, high] = std::minmax_element(m_points.begin(), m_points.end(),
                                                 [](const Point& a, const Point& b) { return a.value < b.value; });
    const auto start = m_points.front().at;
    const auto span = std::max<double>(1, double((m_points.back().at - start).count()));
    const auto range = std::max(1.0, high->value - low->value);
    const QRectF area = QRectF(rect()).adjusted(dot, dot + 1, -dot - 1, -dot - 1);
    QPainterPath path;
    QPointF last;
    for (const auto& point : m_points) {
        last = {area.left() + area.width() * double((point.at - start).count()) / span,
                area.bottom() - area.height() * (point.value - low->value) / range};
        if (path.elementCount() == 0)
            path.moveTo(last);
        else
            path.lineTo(last);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Role::Info), lineWidth));
    painter.drawPath(path);
    painter.setBrush(m_theme.color(Role::Info));
    painter.drawEllipse(last, dot, dot);
}

} // namespace drydock::ui
