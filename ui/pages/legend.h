// What the grid's shapes mean: shape and word, in a row.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace drydock::ui {

class Legend : public QWidget
{
    Q_OBJECT

public:
    explicit Legend(const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] bool fits() const; // there is room to draw it
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    void fitsChanged(bool fits); // whether there is room to draw it

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace drydock::ui
