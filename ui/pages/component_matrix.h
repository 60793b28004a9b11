// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The rows of ComponentsModel as a matrix: one row per component, one column per server.
#pragma once

#include "model/tables/components_model.h"

#include <QAbstractTableModel>

#include <vector>

namespace drydock::ui {

class ComponentMatrix final : public QAbstractTableModel
{
    Q_OBJECT

public:
    // `source` outlives this model.
    explicit ComponentMatrix(tables::ComponentsModel& source, QObject* parent = nullptr);

    void setServers(const QStringList& servers); // the columns to show; empty shows all servers
    void setFilter(const QString& text);         // shows components whose name contains `text`

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    // Determines the components and servers to show, and resets the model only when they have changed.
    void collect();
    [[nodiscard]] int sourceRow(const QModelIndex& index) const;
    [[nodiscard]] QString cellText(int row) const;

    tables::ComponentsModel& m_source;
    std::vector<QString> m_components;
    std::vector<QString> m_servers;
    QStringList m_shownServers; // empty: all
    QString m_filter;
};

} // namespace drydock::ui
