// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A page with a table: severity buttons, the age of the data, the table, and a placeholder when there are no rows.
#pragma once

#include "ui/pages/page_context.h"
#include "ui/widgets/table_view.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QStackedLayout;

namespace drydock::ui {

class EmptyPage;
class SeverityChips;
class ShapeIcon;
class TextLabel;

class TablePage : public QWidget
{
    Q_OBJECT

public:
    TablePage(const PageContext& context, const QString& id, const QString& title, tables::TableModel& model,
              QWidget* parent = nullptr);

    [[nodiscard]] TableView& view() const { return *m_view; }
    [[nodiscard]] QString title() const { return m_title; }
    // Opens a dialog with the whole current row. Does nothing without one.
    virtual void showDetails();
    // Adds a control at the right of the severity buttons. The page takes ownership.
    void addTool(QWidget* tool);
    // Shows another view of the same rows in place of the table; nullptr shows the table again.
    void setAlternative(QWidget* view);

    void setFilter(const QString& text);
    void setServers(const QStringList& servers); // limits the rows; empty shows all servers
    // Names the only server that is shown, on a button that ends the limit; an empty name hides the button.
    void setOnlyServer(const QString& server);
    // Sets the text and the button that are shown when the model has no rows at all.
    void setWhyEmpty(const QString& sentence, const QString& button = {});
    // Shows when and from where the rows were read. `stale` marks them as outdated.
    void setAge(const QString& text, bool stale);

signals:
    void onlyServerCleared();  // the button of setOnlyServer() was pressed
    void emptyButtonClicked(); // the button of setWhyEmpty() was pressed
    void filterCleared();      // the user asked to clear the filter

private:
    void buildHead();
    void updateBody();
    void updateChips();

    const PageContext m_context;
    QString m_title;
    TableView* m_view;
    SeverityChips* m_chips;
    ShapeIcon* m_ageIcon;
    TextLabel* m_age;
    EmptyPage* m_empty;
    QPushButton* m_onlyServerButton;
    QHBoxLayout* m_head;
    QStackedLayout* m_stack;
    QWidget* m_alternative = nullptr;
    QString m_filter;
    QString m_onlyServer;
    QString m_whyEmpty;
    QString m_emptyButton;
};

} // namespace drydock::ui
