// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Filters a table by text, severity and server, and sorts it in natural order, rows with equal values by key.
#pragma once

#include "model/domain/health_rules.h"

#include <QSet>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QVariant>

#include <array>
#include <vector>

namespace drydock::tables {

class TableModel;

class TableProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TableProxy(QObject* parent = nullptr);

    void setSourceModel(QAbstractItemModel* model) override;

    // Shows rows whose searched columns contain all words of the text. Case does not matter.
    void setText(const QString& text);
    void setSearchedColumns(const QList<int>& columns);           // empty: all
    void setSeverities(const QSet<domain::Severity>& severities); // empty: all
    // Shows rows of these servers and rows without a server. Empty: all.
    void setServers(const QStringList& servers);
    void setWorstFirst(bool on); // sorts by severity of the row, then by the sort column
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool filtered() const; // whether a filter is set ("No rows match the filter")

    // Return the number of rows that pass all filters but the severity filter, for the severity buttons.
    [[nodiscard]] int count(domain::Severity severity) const;
    [[nodiscard]] int countAll() const;

    // Returns the index in this proxy of the row with this key; invalid if there is none or it is filtered out.
    [[nodiscard]] QModelIndex indexOf(const QString& key, int column = 0) const;

signals:
    void countsChanged(); // count() and countAll() may have changed

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    // The values that filter and sort use of a row. They are read once and kept until the row changes.
    struct Cached {
        bool known = false;
        bool searchable = false;
        domain::Severity severity = domain::Severity::Ok;
        int sortColumn = -1;
        QString key;
        QString server;
        QString haystack; // case-folded text of the searched columns; set only while there is a text filter
        QVariant sortValue;
    };

    void watch(QAbstractItemModel* model);
    void forgetAll();
    void changeFilter();
    void countLater();
    [[nodiscard]] Cached& cached(int row) const;
    [[nodiscard]] bool passesAllButSeverity(int row) const;
    [[nodiscard]] bool matchesText(int row) const;
    [[nodiscard]] const QVariant& sortValue(const QModelIndex& index) const;
    [[nodiscard]] const std::array<int, 7>& counts() const;

    TableModel* m_table = nullptr; // the source, if it is a TableModel
    QList<QMetaObject::Connection> m_watching;
    QString m_text;
    QStringList m_words;
    QList<int> m_searched;
    QSet<domain::Severity> m_severities;
    QSet<QString> m_servers;
    bool m_worstFirst = false;
    bool m_countPending = false;
    mutable std::vector<Cached> m_cache;
    mutable std::array<int, 7> m_counts{}; // by severity; the last one counts all rows
    mutable bool m_counted = false;
};

} // namespace drydock::tables
