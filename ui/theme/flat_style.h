// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A proxy of Qt's Fusion style with lines and flat surfaces instead of gradients. All colours come from the palette.
#pragma once

#include <QProxyStyle>

class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionToolButton;

namespace drydock::ui {

// Marks `button` as the primary one of its window, which is drawn filled. Works for push buttons and tool buttons.
void setPrimary(QWidget& button, bool primary = true);
[[nodiscard]] bool isPrimary(const QWidget* button);

class FlatStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    FlatStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;

private:
    void drawHeader(const QStyleOptionHeader& header, QPainter& painter, const QWidget* widget) const;
    void drawTabShape(const QStyleOptionTab& tab, QPainter& painter) const;
    void drawTabLabel(const QStyleOptionTab& tab, QPainter& painter, const QWidget* widget) const;
    void drawToolButton(const QStyleOptionToolButton& button, QPainter& painter, const QWidget* widget) const;
    void drawComboBox(const QStyleOptionComboBox& box, QPainter& painter, const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionSlider& bar, QPainter& painter, const QWidget* widget) const;
    void drawMenuBarItem(const QStyleOptionMenuItem& item, QPainter& painter) const;
};

} // namespace drydock::ui
