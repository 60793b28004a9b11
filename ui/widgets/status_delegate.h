// Paints a cell: its shape, its word in the colour of the cell's severity, elided as its column asks; rows stay
// uncoloured.
#pragma once

#include "ui/theme/theme.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace drydock::ui {

class StatusDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StatusDelegate(const Theme& theme, QObject* parent = nullptr);

    void setElide(int column, Qt::TextElideMode mode) { m_elide[column] = mode; }
    void setBoldColumn(int column) { m_bold = column; } // the name; -1: none

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    // What of a cell is drawn, and in which colours.
    struct CellStyle {
        tables::Shape shape = tables::Shape::None;
        Role icon = Role::Muted;
        Role text = Role::Text;
    };
    [[nodiscard]] CellStyle styleOf(const QModelIndex& index) const;

    const Theme& m_theme;
    QHash<int, Qt::TextElideMode> m_elide;
    int m_bold = 0;
};

} // namespace drydock::ui
