// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Explains the icons of the overview grid in one row.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace drydock::ui {

class Legend : public QWidget
{
    Q_OBJECT

public:
    explicit Legend(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] bool fits() const; // the width is large enough to draw the row
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    void fitsChanged(bool fits); // emitted on each resize

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace drydock::ui
