// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/keyed_table_model.h"
#include "model/tables/table_proxy.h"
#include "tests/support/qt_test.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace drydock::tables {
namespace {

struct PlainRow {
    std::string key;
    int value = 0;
    bool stale = false;
    bool operator==(const PlainRow&) const = default;
};

class PlainModel final : public KeyedTableModel<PlainRow>
{
public:
    using KeyedTableModel::KeyedTableModel;
    using KeyedTableModel::merge;

    std::span<const ColumnInfo> columns() const override
    {
        static constexpr ColumnInfo table[] = {{"key", "Key", ""}, {"value", "Value", ""}};
        return table;
    }
    RowInfo rowInfo(int row) const override
    {
        return {QString::fromStdString(at(row).key), {}, {}, domain::Severity(at(row).value % 6), at(row).stale};
    }
    Cell cell(int row, int column) const override
    {
        return column == 0 ? Cell{.value = QString::fromStdString(at(row).key)} : Cell{.value = qint64(at(row).value)};
    }
};

std::vector<std::string> keysOf(const QAbstractItemModel& model)
{
    std::vector<std::string> keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys.push_back(model.index(row, 0).data(KeyRole).toString().toStdString());
    return keys;
}

std::vector<PlainRow> randomRows(std::mt19937& random)
{
    std::vector<PlainRow> rows;
    const int keep = int(random() % 101);
    for (int i = 0; i < 60; ++i)
        if (int(random() % 100) < keep) rows.push_back({"row" + std::to_string(i), int(random() % 4)});
    std::shuffle(rows.begin(), rows.end(), random);
    return rows;
}

TEST(Merge, RandomMergesKeepEveryRowAndPersistentIndex)
{
    std::mt19937 random(20261122);
    PlainModel model;
    TableProxy proxy;
    proxy.setSourceModel(&model);
    proxy.sort(1, Qt::DescendingOrder);
    const QAbstractItemModelTester tester(&model, tests::warningMode);
    const QAbstractItemModelTester proxyTester(&proxy, tests::warningMode);
    std::map<std::string, QPersistentModelIndex> watched;
    std::map<std::string, QPersistentModelIndex> watchedInProxy;
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (int round = 0; round < 2000; ++round) {
        if (round % 50 == 0) proxy.setText(round % 100 == 0 ? QString() : QStringLiteral("1"));
        const auto rows = randomRows(random);
        model.merge(rows);
        std::map<std::string, int> wanted;
        for (const auto& row : rows)
            wanted.emplace(row.key, row.value);
        ASSERT_EQ(std::size_t(model.rowCount()), wanted.size());
        int row = 0;
        for (const auto& [key, value] : wanted) {
            ASSERT_EQ(model.at(row).key, key);
            ASSERT_EQ(model.at(row).value, value);
            ASSERT_EQ(model.rowOf(QString::fromStdString(key)), row);
            ++row;
        }
        for (auto& [key, index] : watched) {
            ASSERT_EQ(index.isValid(), wanted.contains(key)) << key;
            if (index.isValid()) {
                ASSERT_EQ(index.data(KeyRole).toString().toStdString(), key);
            }
        }
        for (auto& [key, index] : watchedInProxy)
            if (index.isValid()) {
                ASSERT_EQ(index.data(KeyRole).toString().toStdString(), key);
            }
        for (int i = 0; i + 1 < proxy.rowCount(); ++i)
            ASSERT_GE(proxy.index(i, 1).data(SortRole).toLongLong(), proxy.index(i + 1, 1).data(SortRole).toLongLong());
        std::erase_if(watched, [](const auto& entry) { return !entry.second.isValid(); });
        watchedInProxy.clear();
        for (int i = 0; i < model.rowCount(); ++i)
            watched.emplace(model.at(i).key, model.index(i, 1));
        for (int i = 0; i < proxy.rowCount(); ++i)
            watchedInProxy.emplace(proxy.index(i, 0).data(KeyRole).toString().toStdString(), proxy.index(i, 0));
    }
    EXPECT_EQ(reset.count(), 0);
}

TEST(Merge, SignalsChangesInRuns)
{
    PlainModel model;
    model.merge({{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}, {"e", 1}});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.merge({{"a", 2}, {"b", 2}, {"c", 1}, {"d", 2}, {"e", 1}});
    ASSERT_EQ(changed.count(), 2);
    EXPECT_EQ(changed.at(0).at(0).toModelIndex().row(), 0);
    EXPECT_EQ(changed.at(0).at(1).toModelIndex().row(), 1);
    EXPECT_EQ(changed.at(1).at(0).toModelIndex().row(), 3);
    EXPECT_EQ(inserted.count() + removed.count(), 0);
    model.merge({{"a", 2}, {"e", 1}, {"f", 1}, {"g", 1}});
    EXPECT_EQ(changed.count(), 2);
    ASSERT_EQ(removed.count(), 1);
    EXPECT_EQ(removed.at(0).at(1).toInt(), 1);
    EXPECT_EQ(removed.at(0).at(2).toInt(), 3);
    ASSERT_EQ(inserted.count(), 1);
    EXPECT_EQ(inserted.at(0).at(1).toInt(), 2);
    EXPECT_EQ(inserted.at(0).at(2).toInt(), 3);
}

TEST(Merge, EqualRowsSignalNothing)
{
    PlainModel model;
    model.merge({{"a", 1}, {"b", 2}});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.merge({{"b", 2}, {"a", 1}});
    EXPECT_EQ(changed.count() + inserted.count(), 0);
}

TEST(Merge, RowsOfTheSameKeyAreKeptWithDistinctKeys)
{
    PlainModel model;
    const QAbstractItemModelTester tester(&model, tests::warningMode);
    model.merge({{"a", 1}, {"a", 2}, {"a", 3}, {"b", 1}});
    ASSERT_EQ(model.rowCount(), 4);
    const auto keys = keysOf(model);
    EXPECT_EQ(std::set<std::string>(keys.begin(), keys.end()).size(), 4U);
    model.merge({{"a", 1}, {"b", 1}});
    EXPECT_EQ(model.rowCount(), 2);
}

TEST(Merge, RowsAgreeWithTheSignalsDuringAMerge)
{
    PlainModel model;
    model.merge({{"b", 1}, {"d", 1}});
    std::vector<std::vector<std::string>> seen;
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, &model, [&] { seen.push_back(keysOf(model)); });
    QObject::connect(&model, &QAbstractItemModel::rowsRemoved, &model, [&] { seen.push_back(keysOf(model)); });
    model.merge({{"a", 1}, {"d", 1}, {"e", 1}});
    const std::vector<std::vector<std::string>> expected{{"a", "b", "d"}, {"a", "d"}, {"a", "d", "e"}};
    EXPECT_EQ(seen, expected);
}

} // namespace
} // namespace drydock::tables
