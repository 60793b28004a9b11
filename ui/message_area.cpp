#include "ui/message_area.h"

#include "ui/widgets/message_bar.h"

namespace drydock::ui {

MessageArea::MessageArea(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("messages"));
    setAccessibleName(tr("Messages"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(measure::betweenGroups, measure::inCard, measure::betweenGroups, 0);
    column->setSpacing(measure::betweenControls);
    hide();
}

int MessageArea::count() const { return int(findChildren<MessageBar*>(QString(), Qt::FindDirectChildrenOnly).size()); }

void MessageArea::add(const ErrorText& text)
{
    for (const auto* bar : findChildren<MessageBar*>(QString(), Qt::FindDirectChildrenOnly))
        if (bar->text() == text) return;
    auto* bar = new MessageBar(m_theme, text, this);
    layout()->addWidget(bar);
    connect(bar, &MessageBar::dismissed, this, [this, bar] {
        bar->setParent(nullptr);
        bar->deleteLater();
        setVisible(count() > 0);
    });
    show();
}

} // namespace drydock::ui
