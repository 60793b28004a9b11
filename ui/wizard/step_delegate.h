// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Paints one step of a run in two lines. The tool tip shows the second line completely.
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace drydock::tables {
struct StepRow;
}

namespace drydock::ui {

class StepList;

class StepDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // `list` becomes the parent.
    StepDelegate(const Theme& theme, StepList& list);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    void paintIcon(QPainter& painter, const QRect& rect, const tables::StepRow& row) const;
    struct Times {
        QString elapsed;
        QString readings;
    };
    void paintTexts(QPainter& painter, const QRect& rect, const tables::StepRow& row, const Times& times) const;

    const Theme& m_theme;
    StepList& m_list;
};

} // namespace drydock::ui
