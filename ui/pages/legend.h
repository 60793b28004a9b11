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
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace drydock::ui
