// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/command_label.h"

#include "model/tables/text.h"

#include <QResizeEvent>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int fewestCharacters = 24;

// Splits a command into its cmdlet and its parameters; each parameter keeps its value.
QStringList partsOf(const QString& command)
{
    QStringList parts;
    qsizetype start = 0;
    for (auto at = command.indexOf(QStringLiteral(" -")); at >= 0; at = command.indexOf(QStringLiteral(" -"), at + 1)) {
        // A dash inside a quoted value does not start a parameter.
        if (command.left(at).count(u'\'') % 2 != 0) continue;
        parts << command.mid(start, at - start);
        start = at + 1;
    }
    return parts << command.mid(start);
}

} // namespace

CommandLabel::CommandLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFont(ui::font(Type::Command));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CommandLabel::setCommands(const QStringList& commands)
{
    if (commands == m_commands) return;
    m_commands = commands;
    setAccessibleDescription(commands.join(u'\n'));
    setText(broken(width()).join(u'\n'));
    updateGeometry();
}

int CommandLabel::heightForWidth(int width) const
{
    return int(broken(width).size()) * fontMetrics().lineSpacing() + 2;
}

QSize CommandLabel::sizeHint() const
{
    int widest = 0;
    for (const auto& command : m_commands)
        widest = std::max(widest, fontMetrics().horizontalAdvance(command));
    return {widest + 2, int(m_commands.size()) * fontMetrics().lineSpacing() + 2};
}

QSize CommandLabel::minimumSizeHint() const
{
    return {textWidth(*this, fewestCharacters), fontMetrics().lineSpacing() + 2};
}

void CommandLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    const QString shown = broken(width()).join(u'\n');
    if (shown != text()) setText(shown);
}

QStringList CommandLabel::broken(int width) const
{
    static const QString goesOn = QStringLiteral(" `");
    static const QString indent = QStringLiteral("    ");
    QStringList lines;
    for (const auto& command : m_commands) {
        QString line;
        for (const auto& part : partsOf(command)) {
            const QString longer = line.isEmpty() ? part : line + u' ' + part;
            if (!line.isEmpty() && fontMetrics().horizontalAdvance(longer + goesOn) > width) {
                lines << line + goesOn;
                line = indent + part;
            } else {
                line = longer;
            }
        }
        lines << line;
    }
    return lines;
}

} // namespace drydock::ui
