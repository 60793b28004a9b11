// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A thin horizontal bar that shows a share of a whole.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace drydock::ui {

class MeterBar : public QWidget
{
    Q_OBJECT

public:
    explicit MeterBar(const Theme& theme, QWidget* parent = nullptr);

    // `share` is from 0 to 1. `words` is the accessible text.
    void setShare(double share, Role role, const QString& words);
    [[nodiscard]] double share() const noexcept { return m_share; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    double m_share = 0;
    Role m_role = Role::Info;
};

} // namespace drydock::ui
