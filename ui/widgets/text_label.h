// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A plain-text label with a font of the type scale and the colour of a role. An elided text is shown whole in the tool
// tip.
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
    // With ElideNone the label is as wide as its text. Otherwise it can shrink to a few characters.
    void setElide(Qt::TextElideMode mode);

    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] bool elided() const; // a part of the text is hidden

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

// Return new labels with word wrap. The layout they are added to takes ownership.
[[nodiscard]] TextLabel* makeParagraph(const Theme& theme, const QString& text = {}, Type type = Type::Body);
[[nodiscard]] TextLabel* makeMutedParagraph(const Theme& theme, const QString& text = {}, Type type = Type::Secondary);

} // namespace drydock::ui
