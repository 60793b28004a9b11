// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/table_view.h"

#include "model/services/settings.h"
#include "ui/theme/sizes.h"
#include "ui/widgets/status_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int widestAtFirst = 320;

} // namespace

TableView::TableView(const Theme& theme, services::Settings& settings, const QString& id, tables::TableModel& model,
                     QWidget* parent)
    : QTableView(parent), m_theme(theme), m_settings(settings), m_id(id), m_model(model),
      m_proxy(new tables::TableProxy(this)), m_delegate(new StatusDelegate(theme, this))
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setItemDelegate(m_delegate);
    m_proxy->setSourceModel(&model);
    setModel(m_proxy);
    for (int i = 0; i < int(model.columns().size()); ++i)
        m_delegate->setElide(i, model.columns()[std::size_t(i)].elide);
    setUpHeader();
    restoreLayout();
    connect(this, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { emit rowActivated(index.data(tables::KeyRole).toString()); });
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &TableView::sizeOnce);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

TableView::~TableView() { saveLayout(); }

void TableView::setUpHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(ui::rowHeight(font()));
    verticalHeader()->setMinimumSectionSize(ui::rowHeight(font()));
    auto* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSortIndicatorShown(true);
    header->setSectionsClickable(true);
    header->setStretchLastSection(true);
    header->setMinimumHeight(ui::rowHeight(font()) + size::inControl);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setAccessibleName(tr("Columns"));
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    const auto restyle = [this, header] {
        header->setFont(ui::font(Type::BodyBold));
        auto p = header->palette();
        p.setColor(QPalette::ButtonText, m_theme.color(Role::Muted));
        p.setColor(QPalette::WindowText, m_theme.color(Role::Muted));
        header->setPalette(p);
    };
    restyle();
    connect(&m_theme, &Theme::changed, header, restyle);
    connect(header, &QWidget::customContextMenuRequested, this, &TableView::showColumnMenu);
    setSortingEnabled(true);
}

void TableView::showColumnMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("columnMenu"));
    const auto columns = m_model.columns();
    const auto visible = visibleColumns().size();
    for (int i = 0; i < int(columns.size()); ++i) {
        auto* action = menu->addAction(m_model.headerData(i, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(i));
        action->setEnabled(isColumnHidden(i) || visible > 1); // one column always stays visible
        connect(action, &QAction::toggled, this, [this, i](bool on) {
            setColumnHidden(i, !on);
            updateVisibleColumns();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Size columns to contents")), &QAction::triggered, this,
            &QTableView::resizeColumnsToContents);
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

void TableView::restoreLayout()
{
    const auto columns = m_model.columns();
    const auto state = m_settings.value(services::setting::tableLayout(m_id));
    if (!state.isEmpty() && horizontalHeader()->restoreState(state) &&
        horizontalHeader()->count() == int(columns.size())) {
        m_sized = true;
    } else {
        for (int i = 0; i < int(columns.size()); ++i)
            setColumnHidden(i, !columns[std::size_t(i)].shownAtFirst);
        sortByColumn(0, columns.front().firstSort);
    }
    horizontalHeader()->setStretchLastSection(true);
    updateVisibleColumns();
}

void TableView::saveLayout() const
{
    m_settings.set(services::setting::tableLayout(m_id), horizontalHeader()->saveState());
}

void TableView::sizeOnce()
{
    if (m_sized || m_proxy->rowCount() == 0) return;
    m_sized = !m_filling;
    resizeColumnsToContents();
    for (int i = 0; i < m_proxy->columnCount(); ++i)
        if (columnWidth(i) > widestAtFirst) setColumnWidth(i, widestAtFirst);
}

void TableView::updateVisibleColumns()
{
    m_proxy->setSearchedColumns(visibleColumns());
    emit columnsChanged();
}

QList<int> TableView::visibleColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const auto column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column)) columns += column;
    }
    return columns;
}

int TableView::sizeHintForRow(int) const { return ui::rowHeight(font()); }

QString TableView::currentKey() const { return currentIndex().data(tables::KeyRole).toString(); }

void TableView::selectKey(const QString& key)
{
    const auto index = m_proxy->indexOf(key, horizontalHeader()->logicalIndex(0));
    if (!index.isValid()) return;
    setCurrentIndex(index);
    scrollTo(index);
}

QString TableView::exported(tables::ExportFormat format, bool selectedOnly, const QString& title) const
{
    tables::ExportSelection selection{visibleColumns(), {}};
    if (selectedOnly) {
        for (const auto& index : selectionModel()->selectedRows())
            selection.rows += index.row();
        std::sort(selection.rows.begin(), selection.rows.end());
        if (selection.rows.isEmpty()) return {};
    } else {
        for (int i = 0; i < m_proxy->rowCount(); ++i)
            selection.rows += i;
    }
    return tables::exportTable(*m_proxy, format, selection, title);
}

void TableView::copySelected() const
{
    const auto text = exported(tables::ExportFormat::Tsv, true);
    if (!text.isEmpty()) QApplication::clipboard()->setText(text);
}

// When focus arrives by the keyboard, the current row is selected, so that the user sees which row the keys act on.
void TableView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason || event->reason() == Qt::PopupFocusReason ||
        selectionModel()->hasSelection())
        return;
    const auto index =
        currentIndex().isValid() ? currentIndex() : m_proxy->index(0, horizontalHeader()->logicalIndex(0));
    if (index.isValid()) setCurrentIndex(index);
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) return copySelected();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid()) emit rowActivated(currentKey());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace drydock::ui
