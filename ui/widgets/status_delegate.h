// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Paints a table cell: the icon of its shape and its text in the colour of its severity. The background stays
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
    void setBoldColumn(int column) { m_bold = column; } // -1: no bold column

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
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
