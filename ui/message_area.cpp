// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/message_area.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/inline_message.h"

#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {

MessageArea::MessageArea(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("messages"));
    setAccessibleName(tr("Messages"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::betweenGroups, size::inCard, size::betweenGroups, 0);
    column->setSpacing(size::betweenControls);
    hide();
}

void MessageArea::add(const ErrorText& text, domain::Time now, About about)
{
    const auto same = [&text](const Shown& shown) {
        const auto& known = shown.message->text();
        return known.heading == text.heading && known.meaning == text.meaning && known.advice == text.advice;
    };
    auto shown = std::find_if(m_shown.begin(), m_shown.end(), same);
    if (shown != m_shown.end()) {
        ++shown->times;
    } else {
        auto* message = new InlineMessage(m_theme, InlineMessage::Place::Bar, this);
        layout()->addWidget(message);
        connect(message, &InlineMessage::dismissed, this, [this, message] { remove(message); });
        shown = m_shown.insert(m_shown.end(), {message, about});
    }
    shown->message->setText(text); // the details may differ
    shown->message->setTime(now, shown->times);
    show();
}

void MessageArea::remove(About about)
{
    const auto shown = m_shown; // a copy, because remove() changes m_shown
    for (const auto& one : shown)
        if (one.about == about) remove(one.message);
}

void MessageArea::remove(const InlineMessage* message)
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                    [message](const Shown& shown) { return shown.message == message; });
    if (found == m_shown.end()) return;
    found->message->setParent(nullptr);
    found->message->deleteLater();
    m_shown.erase(found);
    setVisible(!m_shown.empty());
}

} // namespace drydock::ui
