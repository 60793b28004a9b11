// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Paints one cell of the overview grid: the icon and the state of a copy. Only unhealthy states are coloured.
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
