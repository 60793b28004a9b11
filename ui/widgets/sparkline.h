// A small curve of the last half hour, its newest point marked.
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

    void add(domain::Time at, double value); // what is older than half an hour falls out
    void clear();
    // Of the last few minutes: > 0 rising, < 0 falling, 0 steady or not known.
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
