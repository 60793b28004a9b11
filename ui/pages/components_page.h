// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The page of component states: a table that names the requesters holding components down, or a matrix by servers.
#pragma once

#include "ui/pages/component_matrix.h"
#include "ui/pages/table_page.h"

class QComboBox;

namespace drydock::ui {

class ComponentsPage : public TablePage
{
    Q_OBJECT

public:
    ComponentsPage(const PageContext& context, tables::ComponentsModel& model, QWidget* parent = nullptr);

    void filterMatrix(const QString& text) { m_matrix->setFilter(text); }
    void showServers(const QStringList& servers); // limits table and matrix; empty shows all servers

private:
    QTableView* makeMatrix(const PageContext& context);

    ComponentMatrix* m_matrix;
    QTableView* m_matrixView;
    QComboBox* m_viewChoice;
};

} // namespace drydock::ui
