// Colours by role, light and dark, and the application's palette: the only file with colour values is theme.cpp.
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
    // The words of a mode, in the settings and on the command line: system, light, dark.
    [[nodiscard]] static QString wordOf(Mode mode);
    [[nodiscard]] static std::optional<Mode> modeOf(const QString& word);

    explicit Theme(Mode mode = Mode::System, QObject* parent = nullptr);

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const noexcept { return m_mode; }
    [[nodiscard]] bool dark() const noexcept { return m_dark; }
    // The system's own palette has the utmost contrast: then it wins over every colour of ours.
    [[nodiscard]] bool highContrast() const noexcept { return m_highContrast; }
    [[nodiscard]] QColor color(Role role) const;
    [[nodiscard]] QColor color(domain::Severity severity) const { return color(roleOf(severity)); }
    [[nodiscard]] static Role roleOf(domain::Severity severity) noexcept;
    // The role a shape is drawn in where nothing else is asked for.
    [[nodiscard]] static Role roleOf(tables::Shape shape) noexcept;
    // The colour of text, on a selected row too ("selection keeps the text's colour"; not in high contrast).
    [[nodiscard]] QColor textOn(Role role, bool selected) const;

    [[nodiscard]] const Icons& icons() const noexcept { return m_icons; }
    [[nodiscard]] QIcon icon(tables::Shape shape) const { return m_icons.icon(shape, color(roleOf(shape))); }
    [[nodiscard]] QPalette palette() const;

    // Reads the system's palette, and gives the application ours and the flat style; again when the system's changes.
    void apply();

signals:
    void changed();

private:
    void readSystem();

    Icons m_icons;
    QPalette m_system;
    Mode m_mode;
    bool m_dark = false;
    bool m_highContrast = false;
};

// WCAG 2 contrast of two colours, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace drydock::ui
