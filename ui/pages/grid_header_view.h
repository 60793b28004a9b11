// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The fixed headers of the overview grid: servers with icon, name and a second line at the top, database names at the
// left.
#pragma once

#include "ui/theme/theme.h"

#include <QHeaderView>

namespace drydock::ui {

class GridHeaderView final : public QHeaderView
{
    Q_OBJECT

public:
    GridHeaderView(const Theme& theme, Qt::Orientation orientation, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    void paintServer(QPainter& painter, const QRect& rect, int section) const;
    void paintDatabase(QPainter& painter, const QRect& rect, int section) const;

    const Theme& m_theme;
};

} // namespace drydock::ui
