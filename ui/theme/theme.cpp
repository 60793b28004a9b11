// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/theme/theme.h"

#include "ui/theme/flat_style.h"

#include <QApplication>
#include <QStyleFactory>

#include <array>
#include <cmath>

namespace drydock::ui {
namespace {

struct Pair {
    QRgb light;
    QRgb dark;
};

constexpr std::array<Pair, static_cast<std::size_t>(Role::Count)> values{{
    {0xff1b1f24, 0xffe6e9ed}, // Text
    {0xff57606a, 0xffa8b2bd}, // Muted
    {0xff1a7337, 0xff5bc27b}, // Ok
    {0xff0a5cad, 0xff6bb1f5}, // Info
    {0xff8a5a00, 0xffe3b341}, // Warning
    {0xffb3261e, 0xffff8a80}, // Critical
    {0xff5b3fa8, 0xffb9a3f5}, // Maintenance
    {0xfff5f7f9, 0xff1e2227}, // Window
    {0xffffffff, 0xff22272d}, // Base
    {0xfff5f7f9, 0xff272c33}, // Alternate
    {0xffdbe7f7, 0xff2c3f56}, // Selection
    {0xffd0d7de, 0xff3a424b}, // Line
    {0xffd0d7de, 0xff3a424b}, // Track
    {0xff0a5cad, 0xff6bb1f5}, // Primary
    {0xffffffff, 0xff1b1f24}, // PrimaryText
}};

// At this contrast a palette counts as a high-contrast one. Those of Fusion, Windows and GNOME stay below 19.
constexpr double utmostContrast = 20.0;

QColor fromSystem(const QPalette& system, Role role)
{
    switch (role) {
    case Role::Window:
        return system.color(QPalette::Window);
    case Role::Base:
    case Role::Alternate:
        return system.color(QPalette::Base);
    case Role::Selection:
    case Role::Primary:
        return system.color(QPalette::Highlight);
    case Role::PrimaryText:
        return system.color(QPalette::HighlightedText);
    case Role::Track:
        return system.color(QPalette::Window);
    default:
        return system.color(QPalette::WindowText);
    }
}

double luminance(const QColor& color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const auto la = luminance(a);
    const auto lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QString Theme::wordOf(Mode mode)
{
    switch (mode) {
    case Mode::System:
        return QStringLiteral("system");
    case Mode::Light:
        return QStringLiteral("light");
    case Mode::Dark:
        return QStringLiteral("dark");
    }
    return {};
}

std::optional<Theme::Mode> Theme::modeOf(const QString& word)
{
    for (const auto mode : {Mode::System, Mode::Light, Mode::Dark})
        if (wordOf(mode) == word) return mode;
    return {};
}

Theme::Theme(Mode mode, QObject* parent) : QObject(parent), m_mode(mode) { readSystem(); }

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    apply();
}

QColor Theme::color(Role role) const
{
    if (m_highContrast) return fromSystem(m_system, role);
    const auto& pair = values.at(static_cast<std::size_t>(role));
    return QColor::fromRgb(m_dark ? pair.dark : pair.light);
}

QColor Theme::textOn(Role role, bool selected) const
{
    return selected && m_highContrast ? m_system.color(QPalette::HighlightedText) : color(role);
}

Role Theme::roleOf(domain::Severity severity) noexcept
{
    switch (severity) {
    case domain::Severity::Ok:
        return Role::Ok;
    case domain::Severity::Info:
        return Role::Info;
    case domain::Severity::Maintenance:
        return Role::Maintenance;
    case domain::Severity::Unknown:
        return Role::Muted;
    case domain::Severity::Warning:
        return Role::Warning;
    case domain::Severity::Critical:
        return Role::Critical;
    }
    return Role::Muted;
}

Role Theme::roleOf(tables::Shape shape) noexcept
{
    using tables::Shape;
    switch (shape) {
    case Shape::CopyMounted:
    case Shape::CopyHealthy:
    case Shape::ServerServing:
    case Shape::StepDone:
    case Shape::CheckPass:
        return Role::Ok;
    case Shape::CopyLagged:
    case Shape::CopySeeding:
    case Shape::StepRunning:
        return Role::Info;
    case Shape::CopyBehind:
    case Shape::CopySuspended:
    case Shape::ServerInconsistent:
    case Shape::StepUnknown:
    case Shape::CheckWarn:
        return Role::Warning;
    case Shape::CopyFailed:
    case Shape::ServerUnreachable:
    case Shape::StepFailed:
    case Shape::CheckBlock:
        return Role::Critical;
    case Shape::CopyMoving:
    case Shape::ServerBlocked:
    case Shape::ServerEntering:
    case Shape::ServerLeaving:
    case Shape::ServerInMaintenance:
        return Role::Maintenance;
    case Shape::None:
    case Shape::Dash:
    case Shape::CopyUnknown:
    case Shape::StepToDo:
    case Shape::StepSkipped:
        return Role::Muted;
    }
    return Role::Muted;
}

QPalette Theme::palette() const
{
    if (m_highContrast) return m_system;
    QPalette p(color(Role::Base), color(Role::Window));
    const auto set = [&](QPalette::ColorRole to, Role role) { p.setColor(to, color(role)); };
    set(QPalette::Window, Role::Window);
    set(QPalette::Base, Role::Base);
    set(QPalette::AlternateBase, Role::Alternate);
    set(QPalette::Button, Role::Base);
    set(QPalette::ToolTipBase, Role::Base);
    set(QPalette::Highlight, Role::Selection);
    set(QPalette::Mid, Role::Line);
    set(QPalette::Midlight, Role::Line);
    set(QPalette::Link, Role::Info);
    set(QPalette::LinkVisited, Role::Info);
    set(QPalette::PlaceholderText, Role::Muted);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::HighlightedText, QPalette::BrightText}) {
        set(role, Role::Text);
        p.setColor(QPalette::Disabled, role, color(Role::Muted));
    }
    return p;
}

void Theme::readSystem()
{
    if (m_mode == Mode::System) {
        // Setting an empty palette makes QApplication::palette() return the palette of the system.
        QApplication::setPalette(QPalette());
    }
    m_system = m_mode == Mode::System ? QApplication::palette() : QPalette();
    m_highContrast = m_mode == Mode::System &&
                     contrast(m_system.color(QPalette::WindowText), m_system.color(QPalette::Window)) >= utmostContrast;
    m_dark = m_mode == Mode::Dark || (m_mode == Mode::System && m_system.color(QPalette::Window).lightness() < 128);
}

void Theme::apply()
{
    readSystem();
    const bool flat = qobject_cast<FlatStyle*>(QApplication::style());
    if (!flat && !m_highContrast) QApplication::setStyle(new FlatStyle);
    if (flat && m_highContrast) QApplication::setStyle(QStyleFactory::create(QStringLiteral("fusion")));
    QApplication::setPalette(palette());
    emit changed();
}

} // namespace drydock::ui
