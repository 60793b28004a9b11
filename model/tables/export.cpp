// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/export.h"

#include "model/domain/visible_text.h"
#include "model/tables/roles.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <numeric>

namespace drydock::tables {
namespace {

QList<int> orAll(const QList<int>& chosen, int count)
{
    if (!chosen.isEmpty()) return chosen;
    QList<int> every(count);
    std::iota(every.begin(), every.end(), 0);
    return every;
}

QString title(const QAbstractItemModel& model, int column)
{
    return model.headerData(column, Qt::Horizontal).toString();
}

QString id(const QAbstractItemModel& model, int column)
{
    const auto key = model.headerData(column, Qt::Horizontal, KeyRole).toString();
    return key.isEmpty() ? title(model, column) : key;
}

QString raw(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data(ExportRole).toString();
}

QString visible(const QString& text) { return QString::fromStdString(domain::visibleText(text.toStdString())); }
QString cell(const QString& text) { return QString::fromStdString(domain::cellText(text.toStdString())); }

QString csvField(const QString& text) { return QString::fromStdString(domain::csvField(text.toStdString())); }

template <class Field>
QString separated(const QAbstractItemModel& model, const ExportSelection& selection, QChar separator,
                  QLatin1String lineEnd, Field field)
{
    QString out;
    const auto line = [&](auto text) {
        for (qsizetype i = 0; i < selection.columns.size(); ++i) {
            if (i > 0) out += separator;
            out += field(text(selection.columns[i]));
        }
        out += lineEnd;
    };
    line([&](int column) { return title(model, column); });
    for (const int row : selection.rows)
        line([&](int column) { return raw(model, row, column); });
    return out;
}

QJsonValue jsonValue(const QModelIndex& index)
{
    const auto text = index.data(ExportRole).toString();
    const auto sort = index.data(SortRole);
    if (!sort.isValid()) return QJsonValue::Null;
    if (text == QStringLiteral("true") || text == QStringLiteral("false")) return text == QStringLiteral("true");
    bool isNumber = false;
    const auto number = text.toDouble(&isNumber);
    return isNumber && sort.metaType().id() != QMetaType::QString ? QJsonValue(number) : QJsonValue(text);
}

QString json(const QAbstractItemModel& model, const ExportSelection& selection)
{
    QJsonArray array;
    for (const int row : selection.rows) {
        QJsonObject object;
        for (const int column : selection.columns)
            object.insert(id(model, column), jsonValue(model.index(row, column)));
        array.append(object);
    }
    return QString::fromStdString(domain::visibleJson(QJsonDocument(array).toJson().toStdString()));
}

QString html(const QAbstractItemModel& model, const ExportSelection& selection, const QString& heading)
{
    auto out =
        QStringLiteral(
            "<!DOCTYPE html>\n<html><head><meta "
            "charset=\"utf-8\"><title>%1</title>\n<style>body{font-family:sans-serif}"
            "table{border-collapse:collapse}th,td{border:1px solid #d0d7de;padding:4px 8px;text-align:left}</style>\n"
            "</head><body>\n<h1>%1</h1>\n<table>\n<tr>")
            .arg(heading.toHtmlEscaped());
    for (const int column : selection.columns)
        out += QStringLiteral("<th>") + title(model, column).toHtmlEscaped() + QStringLiteral("</th>");
    out += QStringLiteral("</tr>\n");
    for (const int row : selection.rows) {
        out += QStringLiteral("<tr>");
        for (const int column : selection.columns)
            out += QStringLiteral("<td>") + visible(raw(model, row, column)).toHtmlEscaped() + QStringLiteral("</td>");
        out += QStringLiteral("</tr>\n");
    }
    return out + QStringLiteral("</table>\n</body></html>\n");
}

} // namespace

QString exportTable(const QAbstractItemModel& model, ExportFormat format, const ExportSelection& selection,
                    const QString& title)
{
    const ExportSelection chosen{orAll(selection.columns, model.columnCount()),
                                 orAll(selection.rows, model.rowCount())};
    switch (format) {
    case ExportFormat::Tsv:
        return separated(model, chosen, QLatin1Char('\t'), QLatin1String("\n"), cell);
    case ExportFormat::Csv:
        return separated(model, chosen, QLatin1Char(','), QLatin1String("\r\n"), csvField);
    case ExportFormat::Json:
        return json(model, chosen);
    case ExportFormat::Html:
        return html(model, chosen, title);
    }
    return {};
}

} // namespace drydock::tables
