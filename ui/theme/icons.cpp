// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/theme/icons.h"

#include <QIconEngine>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <array>
#include <utility>

namespace drydock::ui {
namespace {

// The sizes that the build renders, in device pixels. Any other is scaled down from the next larger one.
constexpr std::array sharpSizes{12, 14, 16, 18, 20, 24, 28, 32, 40, 48, 64, 96, 256};

QImage image(const QString& name, QSize device)
{
    const auto* const found =
        std::lower_bound(sharpSizes.begin(), sharpSizes.end(), std::max(device.width(), device.height()));
    const int size = found == sharpSizes.end() ? sharpSizes.back() : *found;
    const QImage rendered(QStringLiteral(":/icons/%1-%2.png").arg(name).arg(size));
    return rendered.convertToFormat(QImage::Format_ARGB32_Premultiplied)
        .scaled(device, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QPixmap draw(const QString& name, const QColor& color, QSize device)
{
    QImage drawn = image(name, device);
    if (color.isValid()) {
        QPainter painter(&drawn);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(drawn.rect(), color);
    }
    return QPixmap::fromImage(drawn);
}

// Draws an icon at the requested size. With an invalid `color` it keeps its own colours.
class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(QString name, const QColor& color) : m_name(std::move(name)), m_color(color) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const auto ratio = painter->device()->devicePixelRatioF();
        auto drawn = pixmap(rect.size() * ratio, mode, state);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), drawn);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        auto color = m_color;
        if (mode == QIcon::Disabled && color.isValid()) color.setAlphaF(0.5F);
        return draw(m_name, color, size.expandedTo(QSize(1, 1)));
    }
    QIconEngine* clone() const override { return new TintedEngine(*this); }

private:
    QString m_name;
    QColor m_color;
};

QString nameOf(tables::Shape shape) { return QLatin1String(Icons::fileOf(shape)); }

} // namespace

const char* Icons::fileOf(tables::Shape shape) noexcept
{
    using tables::Shape;
    switch (shape) {
    case Shape::None:
        return "";
    case Shape::Dash:
        return "dash";
    case Shape::CopyMounted:
    case Shape::ServerServing:
        return "disc";
    case Shape::CopyHealthy:
        return "ring";
    case Shape::CopyBehind:
        return "ring-half";
    case Shape::CopyLagged:
        return "ring-clock";
    case Shape::CopyMoving:
        return "arrow";
    case Shape::CopyFailed:
    case Shape::StepFailed:
        return "diamond-cross";
    case Shape::CopySuspended:
        return "square-bars-outline";
    case Shape::CopySeeding:
    case Shape::ServerEntering:
        return "ring-down";
    case Shape::CopyUnknown:
        return "ring-dotted";
    case Shape::ServerBlocked:
        return "disc-half";
    case Shape::ServerLeaving:
        return "ring-up";
    case Shape::ServerInMaintenance:
        return "square-bars";
    case Shape::ServerInconsistent:
    case Shape::CheckWarn:
        return "triangle";
    case Shape::ServerUnreachable:
        return "ring-dotted-cross";
    case Shape::StepDone:
    case Shape::CheckPass:
        return "ring-tick";
    case Shape::StepRunning:
        return "ring-broken";
    case Shape::StepToDo:
        return "ring-thin";
    case Shape::StepSkipped:
        return "ring-dash";
    case Shape::StepUnknown:
        return "ring-question";
    case Shape::CheckBlock:
        return "octagon";
    }
    return "";
}

QPixmap Icons::pixmap(tables::Shape shape, const QColor& color, int size, qreal ratio) const
{
    if (shape == tables::Shape::None || size <= 0) return {};
    const auto device = qRound(size * ratio);
    const auto key = QStringLiteral("%1 %2 %3").arg(QLatin1String(fileOf(shape))).arg(color.rgba(), 0, 16).arg(device);
    auto found = m_cache.constFind(key);
    if (found == m_cache.constEnd()) found = m_cache.insert(key, draw(nameOf(shape), color, {device, device}));
    auto result = *found;
    result.setDevicePixelRatio(ratio);
    return result;
}

void Icons::paint(QPainter& painter, const QRect& rect, tables::Shape shape, const QColor& color, int size) const
{
    if (shape == tables::Shape::None) return;
    const auto drawn = pixmap(shape, color, size, painter.device()->devicePixelRatioF());
    painter.drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, drawn);
}

void Icons::paintTurned(QPainter& painter, const QRect& rect, tables::Shape shape, const QColor& color,
                        qreal degrees) const
{
    painter.save();
    if (degrees > 0) {
        const QPointF middle = QRectF(rect).center();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(middle);
        painter.rotate(degrees);
        painter.translate(-middle);
    }
    paint(painter, rect, shape, color);
    painter.restore();
}

QIcon Icons::icon(tables::Shape shape, const QColor& color) const
{
    if (shape == tables::Shape::None) return {};
    return QIcon(new TintedEngine(nameOf(shape), color));
}

QIcon applicationIcon() { return QIcon(new TintedEngine(QStringLiteral("drydock"), {})); }

} // namespace drydock::ui
