// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A small curve of the values of the last half hour; the newest point is marked.
#pragma once

#include "model/domain/time.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <deque>

namespace drydock::ui {

class Sparkline : public QWidget
{
    Q_OBJECT

public:
    explicit Sparkline(const Theme& theme, QWidget* parent = nullptr);

    // Adds a point and drops points that are more than half an hour older.
    void add(domain::Time at, double value);
    void clear();
    // Returns the direction over the last few minutes: 1 rising, -1 falling, 0 steady or unknown.
    [[nodiscard]] int trend() const;
    [[nodiscard]] std::size_t size() const noexcept { return m_points.size(); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Point {
        domain::Time at;
        double value = 0;
    };

    const Theme& m_theme;
    std::deque<Point> m_points;
};

} // namespace drydock::ui
