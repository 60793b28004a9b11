// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Shows one table row completely: the text and the tool tip of every column, to read and to copy.
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>
#include <QModelIndex>

namespace drydock::ui {

class RowDialog : public QDialog
{
    Q_OBJECT

public:
    // `row` is any cell of the row. The dialog copies its texts and does not follow the model. Columns without a text
    // are left out.
    RowDialog(const Theme& theme, const QString& title, const QModelIndex& row, QWidget* parent = nullptr);

    // Returns one line per column, such as "Name: DB01\\MAIL".
    [[nodiscard]] QString text() const { return m_lines.join(QLatin1Char('\n')); }

private:
    [[nodiscard]] QWidget* makeTable(const QModelIndex& row);

    QStringList m_lines;
};

} // namespace drydock::ui
