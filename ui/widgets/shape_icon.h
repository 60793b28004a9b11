// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The icon of a state, to be placed beside a label.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

namespace drydock::ui {

class SpinnerAnimation;

class ShapeIcon : public QWidget
{
    Q_OBJECT

public:
    explicit ShapeIcon(const Theme& theme, QWidget* parent = nullptr);

    // `word` is the accessible name. Without `role` the icon has the colour of its shape.
    void setShape(tables::Shape shape, const QString& word, std::optional<Role> role = {});
    // Rotates the icon while it is visible, for something in progress. See SpinnerAnimation.
    void setTurning(bool turning);
    [[nodiscard]] bool turning() const;
    [[nodiscard]] tables::Shape shape() const noexcept { return m_shape; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    const Theme& m_theme;
    tables::Shape m_shape = tables::Shape::None;
    std::optional<Role> m_role;
    SpinnerAnimation* m_spinner;
    bool m_wanted = false;
};

} // namespace drydock::ui
