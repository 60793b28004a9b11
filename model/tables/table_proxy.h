// What the views look at: one table filtered by text, severity and server, and sorted naturally with ties broken by
// key.
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

    void setText(const QString& text); // in any searched column, case-insensitive; several words: all of them
    void setSearchedColumns(const QList<int>& columns);           // the visible ones; empty: all
    void setSeverities(const QSet<domain::Severity>& severities); // empty: all
    void
    setServers(const QStringList& servers); // rows about none of these are out; empty: all; rows about no server stay
    void setWorstFirst(bool on);            // by severity of the row, then by the sort column
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool filtered() const; // whether anything is asked for ("No rows match the filter")

    // Rows that everything but the severity filter lets pass, for the chips.
    [[nodiscard]] int count(domain::Severity severity) const;
    [[nodiscard]] int countAll() const;

    // The row of the source with this key, in this proxy; invalid when there is none or it is filtered out.
    [[nodiscard]] QModelIndex indexOf(const QString& key, int column = 0) const;

signals:
    void countsChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    // What the filter needs of a row and the sort of a cell, read once and kept until the row changes.
    struct Cached {
        bool known = false;
        bool searchable = false;
        domain::Severity severity = domain::Severity::Ok;
        int sortColumn = -1;
        QString key;
        QString server;
        QString haystack; // folded text of the searched columns; only while a text is asked for
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

    TableModel* m_table = nullptr; // the source, where it is one of ours
    QList<QMetaObject::Connection> m_watching;
    QString m_text;
    QStringList m_words;
    QList<int> m_searched;
    QSet<domain::Severity> m_severities;
    QSet<QString> m_servers;
    bool m_worstFirst = false;
    bool m_countPending = false;
    mutable std::vector<Cached> m_cache;
    mutable std::array<int, 7> m_counts{}; // by severity, the last one is all
    mutable bool m_counted = false;
};

} // namespace drydock::tables
