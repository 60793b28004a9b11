// The picture of a state beside a label; what it says aloud is the word given with it.
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

    void setShape(tables::Shape shape, const QString& word, std::optional<Role> role = {});
    void setTurning(bool turning); // of what runs; still otherwise
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
