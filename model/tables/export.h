// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Writes the rows of a view as TSV, CSV, JSON or HTML, with raw values, ISO times, and no formulas for spreadsheets.
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

// Returns the whole document. CSV has a header line, CRLF line ends and quotes if needed; a text that begins with = + -
// @ or a control character gets an apostrophe before it, and numbers stay numbers. JSON is an array of objects whose
// keys are the columns' ids. HTML is one self-contained page in which all text is escaped.
[[nodiscard]] QString exportTable(const QAbstractItemModel& model, ExportFormat format,
                                  const ExportSelection& selection = {}, const QString& title = {});

} // namespace drydock::tables
