#include "ui/message_area.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/message_bar.h"

#include <QVBoxLayout>

namespace drydock::ui {
namespace {

constexpr auto aboutProperty = "drydockAbout";

} // namespace

MessageArea::MessageArea(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("messages"));
    setAccessibleName(tr("Messages"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::betweenGroups, size::inCard, size::betweenGroups, 0);
    column->setSpacing(size::betweenControls);
    hide();
}

int MessageArea::count() const { return int(findChildren<MessageBar*>(QString(), Qt::FindDirectChildrenOnly).size()); }

void MessageArea::add(const ErrorText& text, domain::Time now, About about)
{
    for (auto* bar : findChildren<MessageBar*>(QString(), Qt::FindDirectChildrenOnly))
        if (bar->repeats(text)) return bar->repeat(text, now);
    auto* bar = new MessageBar(m_theme, text, now, this);
    bar->setProperty(aboutProperty, int(about));
    layout()->addWidget(bar);
    connect(bar, &MessageBar::dismissed, this, [this, bar] { remove(*bar); });
    show();
}

void MessageArea::over(About about)
{
    for (auto* bar : findChildren<MessageBar*>(QString(), Qt::FindDirectChildrenOnly))
        if (bar->property(aboutProperty).toInt() == int(about)) remove(*bar);
}

void MessageArea::remove(QWidget& bar)
{
    bar.setParent(nullptr);
    bar.deleteLater();
    setVisible(count() > 0);
}

} // namespace drydock::ui
