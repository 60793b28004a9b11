// A page that is a table: severity chips, the age of what is shown, the table, and a sentence where there are no rows.
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
    // Everything of the row the cursor is on; nothing where there is none.
    virtual void showDetails();
    // Right of the chips, for the page's own controls.
    void addTool(QWidget* tool);
    // Another view of the same rows in the table's place; nullptr: the table again.
    void setAlternative(QWidget* view);

    void setFilter(const QString& text);
    void setServers(const QStringList& servers); // empty: all
    // The one server the rows are of, as a chip that can be taken away; empty: all of the group.
    void setScopeName(const QString& server);
    // Said when there are no rows and no filter hides any; with a button where something can be done.
    void setWhyEmpty(const QString& sentence, const QString& button = {});
    // Of what is shown: "20:41:07 from mail2"; old ones are marked.
    void setAge(const QString& text, bool stale);

signals:
    void scopeCleared();
    void emptyButtonClicked();
    void filterCleared();

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
    QPushButton* m_scope;
    QHBoxLayout* m_head;
    QStackedLayout* m_stack;
    QWidget* m_alternative = nullptr;
    QString m_filter;
    QString m_scopeName;
    QString m_whyEmpty;
    QString m_emptyButton;
};

} // namespace drydock::ui
