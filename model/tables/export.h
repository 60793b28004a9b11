// Writes what a view shows as TSV, CSV, JSON or HTML: raw values, ISO times, and nothing a spreadsheet would run.
#pragma once

#include <QAbstractItemModel>
#include <QList>
#include <QString>

namespace drydock::tables {

enum class ExportFormat { Tsv, Csv, Json, Html };

struct ExportSelection {
    QList<int> columns; // in this order; empty: all
    QList<int> rows;    // in this order; empty: all
};

// The whole document. CSV with a header line, CRLF and quotes where needed; a text that begins with
// = + - @ or a control character gets an apostrophe before it; numbers stay numbers.
// JSON: an array of objects, keys are the columns' ids, numbers are numbers. HTML: one self-contained page, all text
// escaped.
[[nodiscard]] QString exportTable(const QAbstractItemModel& model, ExportFormat format,
                                  const ExportSelection& selection = {}, const QString& title = {});

} // namespace drydock::tables
