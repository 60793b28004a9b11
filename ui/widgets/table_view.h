// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A table that sorts by its header, lets the user choose columns, remembers its layout and copies rows as TSV.
#pragma once

#include "model/tables/export.h"
#include "model/tables/table_model.h"
#include "model/tables/table_proxy.h"
#include "ui/theme/theme.h"

#include <QTableView>

namespace drydock::services {
class Settings;
}

namespace drydock::ui {

class StatusDelegate;

class TableView : public QTableView
{
    Q_OBJECT

public:
    // `id` is the name under which the layout is stored in `settings`; it must not change between versions. The layout
    // is stored when the view is deleted. `settings` and `model` outlive the view.
    TableView(const Theme& theme, services::Settings& settings, const QString& id, tables::TableModel& model,
              QWidget* parent = nullptr);
    ~TableView() override;

    [[nodiscard]] tables::TableProxy& proxy() { return *m_proxy; }
    [[nodiscard]] QString currentKey() const; // key of the current row, empty without one
    void selectKey(const QString& key);       // does nothing when no visible row has this key
    // Returns the visible columns in their order and the rows as filtered and sorted, or the selected rows only.
    // Returns an empty text when `selectedOnly` is set and no row is selected.
    [[nodiscard]] QString exported(tables::ExportFormat format, bool selectedOnly, const QString& title = {}) const;

    // Fits the column widths to their contents the first time it is called with rows. Later calls do nothing, so that
    // the widths the user has set are kept.
    void sizeToContents() { sizeOnce(); }
    // While rows are still arriving, the column widths are fitted again for each of them.
    void setFilling(bool filling) { m_filling = filling; }

public slots:
    void copySelected() const;

signals:
    void rowActivated(const QString& key); // by Return or double click
    void columnsChanged();                 // another set of columns is visible

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    [[nodiscard]] int sizeHintForRow(int row) const override;

private:
    void setUpHeader();
    void showColumnMenu(const QPoint& at);
    void restoreLayout();
    void saveLayout() const;
    void sizeOnce();
    void updateVisibleColumns();
    [[nodiscard]] QList<int> visibleColumns() const;

    const Theme& m_theme;
    services::Settings& m_settings;
    QString m_id;
    tables::TableModel& m_model;
    tables::TableProxy* m_proxy;
    StatusDelegate* m_delegate;
    bool m_sized = false;
    bool m_filling = false;
};

} // namespace drydock::ui
