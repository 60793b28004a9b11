// Paints one cell of the grid: a copy's shape and word; healthy words muted, only what is not well in colour.
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace drydock::ui {

class GridDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit GridDelegate(const Theme& theme, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace drydock::ui
