// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The application's colours by role, for the light and the dark theme, and its palette. Only theme.cpp holds colour
// values of the windows.
#pragma once

#include "model/domain/health_rules.h"
#include "ui/theme/icons.h"

#include <QColor>
#include <QObject>
#include <QPalette>

#include <optional>

namespace drydock::ui {

enum class Role {
    Text,
    Muted,
    Ok,
    Info,
    Warning,
    Critical,
    Maintenance,
    Window,
    Base,
    Alternate,
    Selection,
    Line,
    Track,
    Primary,
    PrimaryText,
    Count
};

class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    // A mode as it is written in the settings and on the command line: system, light or dark. modeOf() returns nothing
    // for another word.
    [[nodiscard]] static QString wordOf(Mode mode);
    [[nodiscard]] static std::optional<Mode> modeOf(const QString& word);

    explicit Theme(Mode mode = Mode::System, QObject* parent = nullptr);

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const noexcept { return m_mode; }
    [[nodiscard]] bool dark() const noexcept { return m_dark; }
    // True when the mode is System and the system's palette is a high-contrast one. All colours then come from it.
    [[nodiscard]] bool highContrast() const noexcept { return m_highContrast; }
    [[nodiscard]] QColor color(Role role) const;
    [[nodiscard]] QColor color(domain::Severity severity) const { return color(roleOf(severity)); }
    [[nodiscard]] static Role roleOf(domain::Severity severity) noexcept;
    // Returns the role whose colour a shape has by default.
    [[nodiscard]] static Role roleOf(tables::Shape shape) noexcept;
    // Returns the colour of a text. A selected row keeps it, except in high contrast.
    [[nodiscard]] QColor textOn(Role role, bool selected) const;

    [[nodiscard]] const Icons& icons() const noexcept { return m_icons; }
    [[nodiscard]] QIcon icon(tables::Shape shape) const { return m_icons.icon(shape, color(roleOf(shape))); }
    [[nodiscard]] QPalette palette() const;

    // Sets the application's palette and style. Call it again when the system's palette changes.
    void apply();

signals:
    void changed(); // colours, palette or style were set anew: repaint

private:
    void readSystem();

    Icons m_icons;
    QPalette m_system;
    Mode m_mode;
    bool m_dark = false;
    bool m_highContrast = false;
};

// Returns the WCAG 2 contrast ratio of two colours, from 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace drydock::ui
