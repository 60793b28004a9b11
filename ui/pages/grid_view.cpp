// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/grid_view.h"

#include "model/tables/natural_order.h"
#include "ui/pages/grid_delegate.h"
#include "ui/pages/grid_header_view.h"
#include "ui/theme/sizes.h"

#include <QAction>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace drydock::ui {
namespace {

constexpr int mostWithWords = 8; // columns; wider grids show icons only (visual.md)
constexpr int leastWithWord = 92;
constexpr int shapeOnly = 44;

} // namespace

GridOrder::GridOrder(QObject* parent) : QSortFilterProxyModel(parent)
{
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
    sort(0);
}

void GridOrder::setWorstFirst(bool on)
{
    m_worstFirst = on;
    invalidate();
}

bool GridOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    if (m_worstFirst) {
        const auto l = left.data(tables::SeverityRole).toInt();
        const auto r = right.data(tables::SeverityRole).toInt();
        if (l != r) return l > r;
    }
    const auto name = [this](const QModelIndex& index) {
        return sourceModel()->headerData(index.row(), Qt::Vertical).toString();
    };
    return tables::naturalCompare(name(left), name(right)) < 0;
}

bool GridOrder::filterAcceptsRow(int row, const QModelIndex&) const
{
    return sourceModel()->headerData(row, Qt::Vertical).toString().contains(filterRegularExpression());
}

GridView::GridView(const Theme& theme, tables::OverviewGridModel& model, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_order(new GridOrder(this))
{
    setObjectName(QStringLiteral("overviewGrid"));
    setAccessibleName(tr("Databases by servers"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectItems);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setItemDelegate(new GridDelegate(theme, this));
    m_order->setSourceModel(&model);
    setModel(m_order);
    setUpHeaders();
    auto* show = new QAction(tr("Show this &copy"), this);
    show->setObjectName(QStringLiteral("actionShowCopy"));
    connect(show, &QAction::triggered, this, &GridView::activateCurrent);
    addAction(show);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& index) { emit copyActivated(index.data(tables::KeyRole).toString()); });
    connect(m_order, &QAbstractItemModel::columnsInserted, this, &GridView::spreadColumns);
    connect(m_order, &QAbstractItemModel::columnsRemoved, this, &GridView::spreadColumns);
    connect(m_order, &QAbstractItemModel::modelReset, this, &GridView::spreadColumns);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            &GridView::spreadColumns); // the scroll bar takes width from the columns
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void GridView::setUpHeaders()
{
    setHorizontalHeader(new GridHeaderView(m_theme, Qt::Horizontal, this));
    setVerticalHeader(new GridHeaderView(m_theme, Qt::Vertical, this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(shapeOnly);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(ui::rowHeight(font()) + 2);
    horizontalHeader()->setAccessibleName(tr("Servers"));
    verticalHeader()->setAccessibleName(tr("Databases"));
}

bool GridView::wordsShown() const { return m_order->columnCount() <= mostWithWords; }

void GridView::spreadColumns()
{
    const auto columns = m_order->columnCount();
    if (columns == 0) return;
    const auto width = std::max(viewport()->width() / columns, wordsShown() ? leastWithWord : shapeOnly);
    horizontalHeader()->setDefaultSectionSize(wordsShown() ? width : std::min(width, 2 * shapeOnly));
}

void GridView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    spreadColumns();
}

void GridView::setFilter(const QString& text) { m_order->setFilterFixedString(text); }

QString GridView::currentServer() const
{
    return selectionModel()->hasSelection() ? currentIndex().data(tables::ServerRole).toString() : QString();
}

// As in TableView: when focus arrives by the keyboard, the current cell is selected.
void GridView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason || event->reason() == Qt::PopupFocusReason ||
        selectionModel()->hasSelection())
        return;
    const auto index = currentIndex().isValid() ? currentIndex() : m_order->index(0, 0);
    if (index.isValid()) setCurrentIndex(index);
}

void GridView::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        return activateCurrent();
    QTableView::keyPressEvent(event);
}

void GridView::activateCurrent()
{
    if (currentIndex().isValid()) emit copyActivated(currentIndex().data(tables::KeyRole).toString());
}

} // namespace drydock::ui
