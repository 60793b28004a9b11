// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/row_dialog.h"

#include "ui/theme/sizes.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace drydock::ui {
namespace {

constexpr QSize rowDialogSize{640, 480};

// Returns the text of a cell and, below it, what the tool tip adds to it.
QString wholeText(const QModelIndex& cell)
{
    const auto shown = cell.data().toString();
    auto more = cell.data(Qt::ToolTipRole).toString();
    if (Qt::mightBeRichText(more) || more == shown) more.clear();
    if (more.startsWith(shown)) return more;
    return more.isEmpty() ? shown : shown + QLatin1Char('\n') + more;
}

} // namespace

RowDialog::RowDialog(const Theme& theme, const QString& title, const QModelIndex& row, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("rowDialog"));
    const auto name = row.siblingAtColumn(0).data().toString();
    setWindowTitle(tr("%1 – %2", "row and page").arg(name, title));
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(makeTable(row));
    scroll->setAccessibleName(windowTitle());
    auto* buttons = new QDialogButtonBox(this);
    auto* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    auto* close = buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole);
    copy->setObjectName(QStringLiteral("copyRow"));
    copy->setAutoDefault(false);
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::betweenGroups, size::betweenGroups, size::betweenGroups, size::betweenGroups);
    column->setSpacing(size::inCard);
    column->addWidget(new TextLabel(theme, Type::Heading, Role::Text, name, this));
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    close->setFocus();
    resize(rowDialogSize);
}

QWidget* RowDialog::makeTable(const QModelIndex& row)
{
    auto* table = new QWidget(this);
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(size::betweenGroups);
    grid->setVerticalSpacing(size::betweenControls);
    grid->setColumnStretch(1, 1);
    const auto label = [](const QString& text) {
        auto* made = new QLabel;
        made->setTextFormat(Qt::PlainText);
        made->setText(text);
        made->setWordWrap(true);
        return made;
    };
    for (int column = 0; column < row.model()->columnCount(); ++column) {
        const auto value = wholeText(row.siblingAtColumn(column));
        if (value.isEmpty()) continue;
        const auto title = row.model()->headerData(column, Qt::Horizontal).toString();
        m_lines += title + QStringLiteral(": ") + value;
        auto* left = label(title);
        left->setWordWrap(false);
        left->setForegroundRole(QPalette::PlaceholderText);
        auto* right = label(value);
        right->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(left, grid->rowCount(), 0, Qt::AlignTop);
        grid->addWidget(right, grid->rowCount() - 1, 1);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    return table;
}

} // namespace drydock::ui
