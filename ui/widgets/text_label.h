// A label of the type scale in a role's colour: always plain text, and where asked for, elided with the whole in its
// tool tip.
#pragma once

#include "ui/theme/sizes.h"
#include "ui/theme/theme.h"

#include <QLabel>

namespace drydock::ui {

class TextLabel : public QLabel
{
    Q_OBJECT

public:
    TextLabel(const Theme& theme, Type type, Role role = Role::Text, const QString& text = {},
              QWidget* parent = nullptr);

    void setType(Type type);
    void setRole(Role role);
    // ElideNone: as wide as the text. Otherwise gives way, down to a few characters.
    void setElide(Qt::TextElideMode mode);

    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] bool cut() const; // not all of the text is to be seen

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    const Theme& m_theme;
    Type m_type;
    Role m_role;
    Qt::TextElideMode m_elide = Qt::ElideNone;
    bool m_restyling = false;
};

// Labels that wrap.
[[nodiscard]] TextLabel* makeParagraph(const Theme& theme, const QString& text = {}, Type type = Type::Body);
[[nodiscard]] TextLabel* makeMutedParagraph(const Theme& theme, const QString& text = {}, Type type = Type::Secondary);

} // namespace drydock::ui
