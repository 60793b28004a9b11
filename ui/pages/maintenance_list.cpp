// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/maintenance_list.h"

#include "ui/pages/maintenance_row.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/text_label.h"

#include <QVBoxLayout>

namespace drydock::ui {

MaintenanceList::MaintenanceList(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_column(new QVBoxLayout(this)),
      m_none(new TextLabel(context.theme, Type::Body, Role::Muted, tr("No server is in maintenance."), this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(size::inCard);
    m_column->addWidget(m_none);
    m_column->addStretch(1);
    setAccessibleName(tr("In maintenance"));
}

// A server keeps its row widget as long as it is in the list.
void MaintenanceList::setItems(const std::vector<MaintenanceItem>& items)
{
    std::map<domain::ServerName, MaintenanceRow*> rows;
    rows.swap(m_rows);
    int position = 0;
    for (const auto& item : items) {
        const auto known = rows.find(item.server);
        auto* row = known == rows.end() ? makeRow() : known->second;
        if (known != rows.end()) rows.erase(known);
        if (m_column->indexOf(row) != position) m_column->insertWidget(position, row);
        row->setItem(item);
        m_rows.emplace(item.server, row);
        ++position;
    }
    for (const auto& [server, row] : rows)
        delete row;
    m_none->setVisible(items.empty());
}

MaintenanceRow* MaintenanceList::makeRow()
{
    auto* row = new MaintenanceRow(m_context, this);
    row->setReinstate(m_allowed, m_why);
    connect(row, &MaintenanceRow::showRunRequested, this, &MaintenanceList::showRunRequested);
    connect(row, &MaintenanceRow::reinstateRequested, this, &MaintenanceList::reinstateRequested);
    return row;
}

void MaintenanceList::setReinstate(bool allowed, const QString& why)
{
    m_allowed = allowed;
    m_why = why;
    for (const auto& [server, row] : m_rows)
        row->setReinstate(allowed, why);
}

void MaintenanceList::updateTimes()
{
    for (const auto& [server, row] : m_rows)
        row->updateTime();
}

} // namespace drydock::ui
