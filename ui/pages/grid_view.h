// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The overview grid of databases and servers. Wide grids show the icons of the copies without text.
#pragma once

#include "model/tables/overview_grid_model.h"
#include "ui/theme/theme.h"

#include <QSortFilterProxyModel>
#include <QTableView>

namespace drydock::ui {

// Sorts the databases by name or by severity, and filters them by name.
class GridOrder final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit GridOrder(QObject* parent = nullptr);
    void setWorstFirst(bool on);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool m_worstFirst = false;
};

class GridView : public QTableView
{
    Q_OBJECT

public:
    GridView(const Theme& theme, tables::OverviewGridModel& model, QWidget* parent = nullptr);

    void setWorstFirst(bool on) { m_order->setWorstFirst(on); }
    void setFilter(const QString& text);         // shows databases whose name contains `text`
    [[nodiscard]] bool wordsShown() const;       // false when only icons are shown
    [[nodiscard]] QString currentServer() const; // server of the selected cell; empty without one

signals:
    void copyActivated(const QString& key); // by double click or Return

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void setUpHeaders();
    void spreadColumns();
    void activateCurrent();

    const Theme& m_theme;
    GridOrder* m_order;
};

} // namespace drydock::ui
