// A table as everyone expects it: sorted by its header, columns chosen in the header's menu and kept, rows copied as
// TSV.
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
    // `id`: stable, names the saved layout.
    TableView(const Theme& theme, services::Settings& settings, const QString& id, tables::TableModel& model,
              QWidget* parent = nullptr);
    ~TableView() override;

    [[nodiscard]] tables::TableProxy& proxy() { return *m_proxy; }
    [[nodiscard]] QString currentKey() const; // of the row the cursor is on; empty: none
    void selectKey(const QString& key);       // nothing when it is not shown
    // What is shown: visible columns in their order, rows as filtered and sorted; only the selected ones on request.
    [[nodiscard]] QString exported(tables::ExportFormat format, bool selectedOnly, const QString& title = {}) const;

    // Columns as wide as what is in them, once; afterwards they are the user's.
    void sizeToContents() { sizeOnce(); }
    // While the first rows still arrive, the columns follow them.
    void setFilling(bool filling) { m_filling = filling; }

public slots:
    void copySelected() const;

signals:
    void rowActivated(const QString& key); // Return or double click
    void columnsChanged();                 // which are visible

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
    void tellVisibleColumns();
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
