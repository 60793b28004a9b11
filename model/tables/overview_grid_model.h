// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The grid of one DAG: one row for each database, one column for each server; a cell shows the copy's shape and word.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/health_rules.h"
#include "model/domain/redundancy.h"
#include "model/tables/cell.h"
#include "model/tables/merge.h"

#include <QAbstractTableModel>

#include <map>
#include <optional>
#include <vector>

namespace drydock::tables {

// Horizontal headers have DisplayRole, ToolTipRole, ShapeRole, CellSeverityRole, ServerRole and SubtitleRole
// ("2 active · Site-A · PAM"); vertical headers have DisplayRole, ToolTipRole, SeverityRole and DatabaseRole.
// SeverityRole of a cell is the severity of its database, CellSeverityRole and SortRole are its own; KeyRole is
// "database\server".
class OverviewGridModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum HeaderRole { SubtitleRole = Qt::UserRole + 100 };

    explicit OverviewGridModel(QObject* parent = nullptr);

    void setSnapshot(const domain::SnapshotPtr& snapshot);
    void setDag(const domain::DagName& dag); // empty: all
    void setStale(bool stale);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    // The header of a row or of a column.
    struct Header {
        std::string key;
        QString name;
        QString subtitle;
        QString toolTip;
        Shape shape = Shape::None;
        domain::Severity severity = domain::Severity::Ok;
        bool operator==(const Header&) const = default;
    };
    struct Copy {
        domain::DatabaseCopy copy;
        domain::HealthAssessment assessment;
        bool operator==(const Copy&) const = default;
    };
    using Headers = std::vector<Header>;
    using Copies = std::map<std::pair<std::string, std::string>, Copy>; // by database, server

    // The headers of one side of the grid, also during a merge (MergePoint).
    struct Side {
        Headers headers;
        Headers old;
        MergePoint point;
        [[nodiscard]] std::size_t size() const { return point.done + (old.size() - point.kept); }
        [[nodiscard]] const Header& at(std::size_t i) const
        {
            return i < point.done ? headers[i] : old[point.kept + (i - point.done)];
        }
    };

    void rebuild();
    [[nodiscard]] bool shows(const domain::DagName& dag) const;
    [[nodiscard]] Copies shownCopies() const;
    [[nodiscard]] Headers serverHeaders(const Copies& copies) const;
    [[nodiscard]] Headers databaseHeaders(const Copies& all) const;
    void mergeColumns(Headers headers);
    void mergeRows(Headers headers);
    void mergeCopies(Copies copies);
    [[nodiscard]] const Copy* copyAt(const QModelIndex& index) const;
    [[nodiscard]] QString activationOf(const domain::DatabaseCopy& copy) const;
    [[nodiscard]] Cell cellOf(const Copy* copy, const QModelIndex& index, bool describes) const;

    domain::SnapshotPtr m_snapshot{};
    mutable std::optional<domain::RedundancyIndex> m_index; // of the snapshot; made when it is first needed
    domain::DagName m_dag{};
    Side m_columns;
    Side m_rows;
    Copies m_copies;
    bool m_stale = false;
};

} // namespace drydock::tables
