// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The side of the wizard: its pages, marked as done, current or to come.
#pragma once

#include "ui/theme/theme.h"

#include <QStringList>
#include <QWidget>

#include <vector>

namespace drydock::ui {

class PageList : public QWidget
{
    Q_OBJECT

public:
    PageList(const Theme& theme, const QStringList& names, QWidget* parent = nullptr);

    // `shape` is the icon of the current page.
    void setCurrent(int index, tables::Shape shape);
    [[nodiscard]] int current() const { return m_current; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Row;
    const Theme& m_theme;
    std::vector<Row*> m_rows;
    int m_current = 0;
};

} // namespace drydock::ui
