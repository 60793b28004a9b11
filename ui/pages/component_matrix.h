// The component states as a matrix, a row a component, a column a server: a second look at the rows of ComponentsModel.
#pragma once

#include "model/tables/components_model.h"

#include <QAbstractTableModel>

#include <vector>

namespace drydock::ui {

class ComponentMatrix final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ComponentMatrix(tables::ComponentsModel& source, QObject* parent = nullptr);

    void setServers(const QStringList& servers); // empty: all
    void setFilter(const QString& text);         // of component names

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void collect(); // which components and servers there are; a reset only when that has changed
    [[nodiscard]] int sourceRow(const QModelIndex& index) const;
    [[nodiscard]] QString cellText(int row) const;

    tables::ComponentsModel& m_source;
    std::vector<QString> m_components;
    std::vector<QString> m_names; // servers
    QStringList m_wanted;
    QString m_filter;
};

} // namespace drydock::ui
