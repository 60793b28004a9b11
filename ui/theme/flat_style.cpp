// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/theme/flat_style.h"

#include "ui/theme/flat_primitives.h"
#include "ui/theme/sizes.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStyleOption>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

namespace drydock::ui {

using namespace flat;

namespace {

constexpr const char* primaryProperty = "drydockPrimary";
constexpr int scrollHandle = 28;
constexpr int sortMarkWidth = 7; // px, fits into the margin of a column that is as wide as its title
constexpr int sortMarkHeight = 4;

// The text of a primary button has the base colour: white in the light theme, dark in the dark theme.
template <class Option> Option withPrimaryText(const Option& option, const QWidget* widget)
{
    Option copy(option);
    if (isPrimary(widget) && option.state & QStyle::State_Enabled)
        copy.palette.setColor(QPalette::ButtonText, option.palette.color(QPalette::Base));
    return copy;
}

bool vertical(const QWidget* widget)
{
    const auto* header = qobject_cast<const QHeaderView*>(widget);
    return header && header->orientation() == Qt::Vertical;
}

// The mark stands beside the title on its inner side, so that the title stays aligned with its column.
QRect sortMarkRect(const QStyleOptionHeader& header)
{
    const auto text = header.fontMetrics.horizontalAdvance(header.text);
    const bool right = header.textAlignment & Qt::AlignRight;
    const auto x =
        right ? std::max(header.rect.right() - size::betweenControls - text - 2 - sortMarkWidth, header.rect.left())
              : std::min(header.rect.left() + size::betweenControls + text + size::inControl,
                         header.rect.right() - sortMarkWidth);
    return {x, header.rect.center().y() - sortMarkHeight / 2 + 1, sortMarkWidth, sortMarkHeight};
}

// Returns whether the bar belongs to a scroll area without a background of its own.
bool onPage(const QWidget* bar)
{
    const auto* container = bar ? bar->parentWidget() : nullptr;
    const auto* area = container ? qobject_cast<const QScrollArea*>(container->parentWidget()) : nullptr;
    return area && !area->viewport()->autoFillBackground();
}

bool inToolBar(const QWidget* widget) { return widget && qobject_cast<const QToolBar*>(widget->parentWidget()); }

} // namespace

void setPrimary(QWidget& button, bool primary)
{
    button.setProperty(primaryProperty, primary);
    button.update();
}

bool isPrimary(const QWidget* button) { return button && button->property(primaryProperty).toBool(); }

FlatStyle::FlatStyle() : QProxyStyle(QStringLiteral("fusion")) {}

void FlatStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QTabBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        buttonPanel(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            linePanel(*painter, *option);
        else
            painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_Frame:
        roundedPanel(*painter, option->rect, Qt::transparent, line(option->palette), lineWidth, size::controlRadius);
        return;
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(option->rect, line(option->palette));
        return;
    case PE_IndicatorCheckBox:
        checkBox(*painter, *option);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView*>(widget)) return; // an item view shows its focus by the selected row
        focusFrame(*painter, *option);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) sortMark(*painter, *header);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    const auto bottomLine = [&](const QColor& fill) {
        painter->fillRect(option->rect, fill);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), lineWidth),
                          line(option->palette));
    };
    switch (element) {
    case CE_PushButtonBevel:
        if (isLink(option)) return;
        break;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            if (isLink(option)) return linkLabel(*button, *painter, *proxy());
            const auto copy = withPrimaryText(*button, widget);
            QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        return;
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) drawTabShape(*tab, *painter);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) drawTabLabel(*tab, *painter, widget);
        return;
    case CE_Header:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option); header && !vertical(widget))
            return drawHeader(*header, *painter, widget);
        break;
    case CE_HeaderEmptyArea:
    case CE_HeaderSection:
        if (vertical(widget)) return painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        bottomLine(option->palette.color(QPalette::Base));
        return;
    case CE_ToolBar:
        bottomLine(option->palette.color(QPalette::Base));
        return;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) drawMenuBarItem(*item, *painter);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, line(option->palette));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                   const QWidget* widget) const
{
    if (control == CC_ToolButton && (inToolBar(widget) || isPrimary(widget))) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            return drawToolButton(*button, *painter, widget);
    }
    if (control == CC_ComboBox) {
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return drawComboBox(*box, *painter, widget);
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return drawScrollBar(*bar, *painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void FlatStyle::drawToolButton(const QStyleOptionToolButton& button, QPainter& painter, const QWidget* widget) const
{
    buttonPanel(painter, button, widget);
    auto label = withPrimaryText(button, widget);
    label.rect = proxy()->subControlRect(CC_ToolButton, &button, SC_ToolButton, widget);
    label.state &= ~State_Sunken;
    proxy()->drawControl(CE_ToolButtonLabel, &label, &painter, widget);
    if (!(button.features & QStyleOptionToolButton::MenuButtonPopup)) return;
    auto arrow = button;
    arrow.rect = proxy()->subControlRect(CC_ToolButton, &button, SC_ToolButtonMenu, widget);
    painter.fillRect(QRect(arrow.rect.left(), arrow.rect.top() + size::inControl, lineWidth,
                           arrow.rect.height() - 2 * size::inControl),
                     line(button.palette));
    const auto side = size::betweenControls;
    arrow.rect = QRect(arrow.rect.center().x() - side / 2 + 1, arrow.rect.center().y() - side / 2 + 1, side, side);
    proxy()->drawPrimitive(PE_IndicatorArrowDown, &arrow, &painter, widget);
}

void FlatStyle::drawComboBox(const QStyleOptionComboBox& box, QPainter& painter, const QWidget* widget) const
{
    if (box.editable)
        linePanel(painter, box);
    else
        buttonPanel(painter, box, widget);
    auto arrow = box;
    const auto room = proxy()->subControlRect(CC_ComboBox, &box, SC_ComboBoxArrow, widget);
    const auto side = size::betweenControls;
    arrow.rect = QRect(room.center().x() - side / 2, room.center().y() - side / 2 + 1, side, side);
    proxy()->drawPrimitive(PE_IndicatorArrowDown, &arrow, &painter, widget);
}

void FlatStyle::drawMenuBarItem(const QStyleOptionMenuItem& item, QPainter& painter) const
{
    const bool chosen = item.state & State_Selected;
    painter.fillRect(item.rect, item.palette.color(chosen ? QPalette::Highlight : QPalette::Base));
    proxy()->drawItemText(
        &painter, item.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine,
        item.palette, item.state & State_Enabled, item.text, chosen ? QPalette::HighlightedText : QPalette::WindowText);
}

// A scroll bar is a thin handle without arrow buttons.
void FlatStyle::drawScrollBar(const QStyleOptionSlider& bar, QPainter& painter, const QWidget* widget) const
{
    painter.fillRect(bar.rect, bar.palette.color(onPage(widget) ? QPalette::Window : QPalette::Base));
    const auto handle = proxy()->subControlRect(CC_ScrollBar, &bar, SC_ScrollBarSlider, widget);
    const bool strong = bar.state & State_MouseOver || bar.state & State_Sunken;
    const auto colour = mixed(line(bar.palette), bar.palette.color(QPalette::PlaceholderText), strong ? 0.8F : 0.35F);
    roundedPanel(painter, handle.adjusted(3, 3, -3, -3), colour, colour, lineWidth, 3);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar) return QProxyStyle::subControlRect(control, option, part, widget);
    if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine) return {};
    const bool across = bar->orientation == Qt::Horizontal;
    const auto length = across ? bar->rect.width() : bar->rect.height();
    const auto range = qint64(bar->maximum) - bar->minimum;
    const auto handle =
        range > 0 ? std::max(int(qint64(length) * bar->pageStep / (range + bar->pageStep)), scrollHandle) : length;
    const auto start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        return across ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                      : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return piece(start, handle);
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + handle, length - start - handle);
    default:
        return bar->rect;
    }
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    auto rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) rect.adjust(size::inControl, 0, -size::inControl, 0);
    // The tab bar gets the whole width, so that the line below the tabs spans it.
    if (element == SE_TabWidgetTabBar)
        rect = QRect(option->rect.left(), rect.top(), option->rect.width(), rect.height());
    return rect;
}

// Draws title and sort mark here, because QCommonStyle ignores the sub-element rectangles of a proxy for them.
void FlatStyle::drawHeader(const QStyleOptionHeader& header, QPainter& painter, const QWidget* widget) const
{
    proxy()->drawControl(CE_HeaderSection, &header, &painter, widget);
    QStyleOptionHeader part(header);
    part.rect = header.rect.adjusted(size::betweenControls, 0, -size::betweenControls, 0);
    proxy()->drawControl(CE_HeaderLabel, &part, &painter, widget);
    if (header.sortIndicator == QStyleOptionHeader::None) return;
    part.rect = sortMarkRect(header);
    proxy()->drawPrimitive(PE_IndicatorHeaderArrow, &part, &painter, widget);
}

void FlatStyle::drawTabShape(const QStyleOptionTab& tab, QPainter& painter) const
{
    const auto& r = tab.rect;
    painter.fillRect(QRect(r.left(), r.bottom(), r.width(), lineWidth), line(tab.palette));
    if (!(tab.state & State_Selected)) return;
    const auto inset = size::betweenControls;
    painter.fillRect(QRect(r.left() + inset, r.bottom() - focusWidth, r.width() - 2 * inset, focusWidth + 1),
                     accent(tab.palette));
}

void FlatStyle::drawTabLabel(const QStyleOptionTab& tab, QPainter& painter, const QWidget* widget) const
{
    painter.save();
    const bool selected = tab.state & State_Selected;
    auto f = painter.font();
    f.setBold(selected);
    painter.setFont(f);
    const bool strong = selected || tab.state & State_MouseOver;
    proxy()->drawItemText(&painter, tab.rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab.palette,
                          tab.state & State_Enabled, tab.text,
                          strong ? QPalette::WindowText : QPalette::PlaceholderText);
    if (keyboardFocus(tab)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(tab);
        focus.rect = tab.rect.adjusted(size::inControl, size::inControl, -size::inControl, -size::inControl);
        proxy()->drawPrimitive(PE_FrameFocusRect, &focus, &painter, widget);
    }
    painter.restore();
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ToolBarItemSpacing:
    case PM_ToolBarItemMargin:
        return size::betweenControls;
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_DefaultFrameWidth:
        return lineWidth;
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_ButtonIconSize:
        return size::icon;
    case PM_TabBarTabHSpace:
        return size::pageEdge;
    case PM_TabBarTabVSpace:
        return size::betweenGroups;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseHeight:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_TabBarBaseOverlap:
    case PM_SplitterWidth:
        return lineWidth;
    case PM_HeaderMargin:
        return vertical(widget) ? size::inControl : size::betweenControls;
    case PM_ScrollBarExtent:
        return size::inCard;
    case PM_ScrollBarSliderMin:
        return scrollHandle;
    case PM_MenuButtonIndicator:
        if (inToolBar(widget)) return size::betweenGroups + size::inControl;
        [[fallthrough]];
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollView_FrameOnlyAroundContents:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const
{
    const auto height = (option ? option->fontMetrics.height() : size.height()) + 3 * size::inControl;
    switch (type) {
    case CT_PushButton: {
        if (isLink(option)) return linkSize(*qstyleoption_cast<const QStyleOptionButton*>(option), widget);
        const auto base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {std::max(base.width(), size.width() + 2 * size::inCard + 2), std::max(height, size.height())};
    }
    case CT_ToolButton: {
        if (!inToolBar(widget)) break;
        return {size.width() + 2 * size::betweenControls, std::max(height, size.height())};
    }
    case CT_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option); header && !vertical(widget)) {
            const auto text = header->fontMetrics.horizontalAdvance(header->text);
            return {text + 2 * size::betweenControls + 1, header->fontMetrics.height() + size::betweenControls};
        }
        break;
    case CT_ComboBox:
    case CT_LineEdit: {
        auto base = QProxyStyle::sizeFromContents(type, option, size, widget);
        base.setHeight(std::max(height, base.height()));
        return base;
    }
    case CT_SpinBox: // Qt reckons with the text alone, not with the margins of the line edit in it
        return QProxyStyle::sizeFromContents(type, option, size, widget) + QSize(size::betweenControls, 0);
    case CT_TabBarTab: {
        auto base = QProxyStyle::sizeFromContents(type, option, size, widget);
        // The width fits the bold text of a selected tab, so that no tab moves when another one is selected.
        return base + QSize(base.width() / 12, 0);
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

} // namespace drydock::ui
