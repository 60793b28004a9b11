// The databases × servers picture: fixed heads, one delegate over the model, shapes with words or, when it is wide,
// shapes alone.
#pragma once

#include "model/tables/overview_grid_model.h"
#include "ui/theme/theme.h"

#include <QSortFilterProxyModel>
#include <QTableView>

namespace drydock::ui {

// Rows by name, or the worst first.
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
    void setFilter(const QString& text); // of database names
    void selectCopy(const QString& key);
    [[nodiscard]] bool wordsShown() const;
    [[nodiscard]] QString currentServer() const; // of the selected cell; empty: none is

signals:
    void copyChosen(const QString& key);    // one click
    void copyActivated(const QString& key); // double click or Return

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void setUpHeads();
    void spread();
    void activateCurrent();

    const Theme& m_theme;
    GridOrder* m_order;
};

} // namespace drydock::ui
