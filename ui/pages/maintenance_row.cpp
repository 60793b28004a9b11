// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/maintenance_row.h"

#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/time_text.h"

#include <QPushButton>

namespace drydock::ui {

MaintenanceRow::MaintenanceRow(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_icon(new ShapeIcon(context.theme, this)),
      m_name(new TextLabel(context.theme, Type::BodyBold, Role::Text, {}, this)),
      m_right(new TextLabel(context.theme, Type::Secondary, Role::Muted, {}, this)),
      m_line(new TextLabel(context.theme, Type::Secondary, Role::Muted, {}, this)),
      m_bar(new MeterBar(context.theme, this)), m_button(new QPushButton(this))
{
    m_name->setElide(Qt::ElideMiddle);
    m_line->setElide(Qt::ElideRight);
    m_button->setFlat(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(size::betweenControls);
    head->addWidget(m_icon);
    head->addWidget(m_name, 1);
    head->addWidget(m_right);
    auto* rest = new QVBoxLayout;
    rest->setContentsMargins(size::icon + size::betweenControls, 0, 0, 0);
    rest->setSpacing(size::inControl);
    rest->addWidget(m_line);
    rest->addWidget(m_bar);
    rest->addWidget(m_button, 0, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::inControl);
    column->addLayout(head);
    column->addLayout(rest);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_item.running)
            emit showRunRequested();
        else
            emit reinstateRequested(m_item.server);
    });
}

void MaintenanceRow::setItem(const MaintenanceItem& item)
{
    m_item = item;
    const auto name = tables::plainText(item.server.text());
    const auto state = tables::wordOf(item.state);
    setAccessibleName(tr("%1, %2", "server and state").arg(name, state));
    m_icon->setShape(tables::shapeOf(item.state), state);
    m_icon->setToolTip(state);
    m_name->setText(name);
    m_line->setText(item.running ? item.waitingFor : item.why.isEmpty() ? state : item.why);
    m_line->setRole(item.asks ? Role::Critical : Role::Muted);
    m_bar->setShare(item.share, item.asks ? Role::Critical : Role::Maintenance, item.step);
    m_bar->setVisible(item.running);
    showButton();
    updateTime();
}

void MaintenanceRow::setReinstate(bool allowed, const QString& why)
{
    m_allowed = allowed;
    m_why = why;
    showButton();
}

void MaintenanceRow::showButton()
{
    const auto name = tables::plainText(m_item.server.text());
    m_button->setVisible(!m_item.elsewhere); // the run ends where it was begun
    m_button->setText(m_item.running ? tr("Show run") : tr("Reinstate…"));
    m_button->setAccessibleName(m_item.running ? tr("Show the run on %1").arg(name) : tr("Reinstate %1").arg(name));
    m_button->setEnabled(m_item.running || m_allowed);
    m_button->setToolTip(m_item.running ? QString() : m_why);
}

void MaintenanceRow::updateTime()
{
    const bool timed = !m_item.running && m_item.since;
    m_line->setToolTip(m_item.elsewhere ? m_item.why : QString());
    m_right->setText(timed ? spanText(m_context.clock.now() - *m_item.since) : m_item.step);
    m_right->setToolTip(timed ? tables::timeToolTip(*m_item.since) : QString());
}

} // namespace drydock::ui
