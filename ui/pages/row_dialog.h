// Everything a row knows, whole: each column with its text and what its tool tip adds, to read and to copy.
#pragma once

#include "ui/theme/theme.h"

#include <QDialog>
#include <QModelIndex>

namespace drydock::ui {

class RowDialog : public QDialog
{
    Q_OBJECT

public:
    // `row`: any cell of the row, of a model that answers Qt's own roles; columns without a text are left out.
    RowDialog(const Theme& theme, const QString& title, const QModelIndex& row, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const
    {
        return m_lines.join(QLatin1Char('\n'));
    } // "Name: DB01\\MAIL", a line a column

private:
    [[nodiscard]] QWidget* makeTable(const QModelIndex& row);

    QStringList m_lines;
};

} // namespace drydock::ui
