// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Paints one line of the server tree: icon, name and, muted at the right, the state.
#pragma once

#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace drydock::ui {

class TreeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum ItemRole { StateRole = Qt::UserRole + 200, NameRole };
    // A dynamic property of the view; true when its data are outdated.
    static constexpr const char* staleProperty = "drydockStale";

    explicit TreeDelegate(const Theme& theme, QObject* parent = nullptr) : QStyledItemDelegate(parent), m_theme(theme)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace drydock::ui
