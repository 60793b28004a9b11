// Labels as the wizard uses them: always plain text, sized by the type scale, coloured by role, able to shrink.
#pragma once

#include "ui/theme/measures.h"
#include "ui/theme/theme.h"

#include <QLabel>

namespace drydock::ui {

// Plain text in that type; wraps.
[[nodiscard]] QLabel* makeLabel(const QString& text, Type type = Type::Body);
// The same, muted.
[[nodiscard]] QLabel* makeMuted(const QString& text, Type type = Type::Secondary);
// A line of commands or raw values in the fixed font; can be selected and copied.
[[nodiscard]] QLabel* makeCommand(const QString& text);

// A thin line between two things in a card.
[[nodiscard]] QWidget* makeRule();

// The icon of a state; what it says aloud is the word given with it.
class ShapeLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ShapeLabel(const Theme& theme, QWidget* parent = nullptr);
    void setShape(tables::Shape shape, const QString& word);
    [[nodiscard]] tables::Shape shape() const noexcept { return m_shape; }

private:
    void redraw();

    const Theme& m_theme;
    tables::Shape m_shape = tables::Shape::None;
};

// A word in the colour of a role, which follows the theme.
class RoleLabel : public QLabel
{
    Q_OBJECT

public:
    RoleLabel(const Theme& theme, Role role, Type type = Type::Body, QWidget* parent = nullptr);
    void setRole(Role role);

private:
    void recolour();

    const Theme& m_theme;
    Role m_role;
};

// One line that gives way: cut with an ellipsis when there is no room, the whole in the tool tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(Qt::TextElideMode mode = Qt::ElideRight, QWidget* parent = nullptr);
    void setFullText(const QString& text);
    [[nodiscard]] QString fullText() const { return m_full; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();

    Qt::TextElideMode m_mode;
    QString m_full;
};

} // namespace drydock::ui
