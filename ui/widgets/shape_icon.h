// The picture of a state beside a label; what it says aloud is the word given with it.
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

namespace drydock::ui {

class ShapeIcon : public QWidget
{
    Q_OBJECT

public:
    explicit ShapeIcon(const Theme& theme, QWidget* parent = nullptr);

    void setShape(tables::Shape shape, const QString& word, std::optional<Role> role = {});
    [[nodiscard]] tables::Shape shape() const noexcept { return m_shape; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    tables::Shape m_shape = tables::Shape::None;
    std::optional<Role> m_role;
};

} // namespace drydock::ui
