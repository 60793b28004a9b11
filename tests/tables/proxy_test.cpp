// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/copies_model.h"
#include "model/tables/servers_model.h"
#include "model/tables/table_proxy.h"
#include "tests/support/qt_test.h"
#include "tests/tables/table_snapshot.h"

#include <gtest/gtest.h>

namespace drydock::tables {
namespace {

using domain::Severity;
using tests::copyRow;
using tests::shared;

class ProxyTest : public ::testing::Test
{
protected:
    ProxyTest() { proxy.setSourceModel(&model); }

    void show(std::vector<domain::DatabaseCopy> copies)
    {
        auto snapshot = tests::tableSnapshot();
        snapshot.copies = std::move(copies);
        model.setSnapshot(shared(snapshot));
    }
    QStringList names() const
    {
        QStringList list;
        for (int row = 0; row < proxy.rowCount(); ++row)
            list.append(proxy.index(row, 0).data().toString());
        return list;
    }
    void sortBy(CopiesModel::Column column, Qt::SortOrder order = Qt::AscendingOrder)
    {
        proxy.sort(int(column), order);
    }

    CopiesModel model;
    TableProxy proxy;
    QAbstractItemModelTester tester{&proxy, tests::warningMode};
};

TEST_F(ProxyTest, SortsNamesNaturally)
{
    show({copyRow("DB10", "MAIL", "Healthy"), copyRow("DB2", "MAIL", "Healthy"), copyRow("db1", "MAIL", "Healthy")});
    sortBy(CopiesModel::Column::Name);
    EXPECT_EQ(names(),
              (QStringList{QStringLiteral("db1\\MAIL"), QStringLiteral("DB2\\MAIL"), QStringLiteral("DB10\\MAIL")}));
}

TEST_F(ProxyTest, SortsByRawValueThenKeyWithUnknownLast)
{
    auto unknown = copyRow("DB4", "MAIL", "Healthy");
    unknown.copyQueueLength.reset();
    show({copyRow("DB10", "MAIL", "Healthy", 9), copyRow("DB2", "MAIL", "Healthy", 9),
          copyRow("DB3", "MAIL", "Healthy", 10), unknown});
    sortBy(CopiesModel::Column::CopyQueueLength);
    EXPECT_EQ(names(), (QStringList{QStringLiteral("DB2\\MAIL"), QStringLiteral("DB10\\MAIL"),
                                    QStringLiteral("DB3\\MAIL"), QStringLiteral("DB4\\MAIL")}));
    sortBy(CopiesModel::Column::CopyQueueLength, Qt::DescendingOrder);
    EXPECT_EQ(names(), (QStringList{QStringLiteral("DB3\\MAIL"), QStringLiteral("DB2\\MAIL"),
                                    QStringLiteral("DB10\\MAIL"), QStringLiteral("DB4\\MAIL")}));
}

TEST_F(ProxyTest, KeepsTheWorstFirstInEitherSortOrder)
{
    show({copyRow("DB1", "MAIL", "Healthy"), copyRow("DB2", "MAIL", "FailedAndSuspended"),
          copyRow("DB3", "MAIL", "Mounted")});
    proxy.setWorstFirst(true);
    sortBy(CopiesModel::Column::Name);
    EXPECT_EQ(names().first(), QStringLiteral("DB2\\MAIL"));
    sortBy(CopiesModel::Column::Name, Qt::DescendingOrder);
    EXPECT_EQ(names(),
              (QStringList{QStringLiteral("DB2\\MAIL"), QStringLiteral("DB3\\MAIL"), QStringLiteral("DB1\\MAIL")}));
}

TEST_F(ProxyTest, FindsTextInEverySearchedColumnInAnyCase)
{
    show({copyRow("DB01", "MAIL", "Healthy"), copyRow("DB02", "MAIL", "Mounted"), copyRow("DB03", "MAIL2", "Mounted")});
    proxy.setText(QStringLiteral("mounted"));
    EXPECT_EQ(proxy.rowCount(), 2);
    proxy.setText(QStringLiteral("MOUNTED mail2"));
    EXPECT_EQ(names(), (QStringList{QStringLiteral("DB03\\MAIL2")}));
    proxy.setSearchedColumns({int(CopiesModel::Column::Name)});
    EXPECT_EQ(proxy.rowCount(), 0);
    EXPECT_TRUE(proxy.filtered());
    proxy.setText({});
    EXPECT_EQ(proxy.rowCount(), 3);
    EXPECT_FALSE(proxy.filtered());
}

TEST_F(ProxyTest, AChangedRowIsFilteredAndSortedAgain)
{
    show({copyRow("DB01", "MAIL", "Healthy"), copyRow("DB02", "MAIL", "Healthy")});
    sortBy(CopiesModel::Column::CopyQueueLength, Qt::DescendingOrder);
    proxy.setText(QStringLiteral("healthy"));
    EXPECT_EQ(proxy.rowCount(), 2);
    show({copyRow("DB01", "MAIL", "Mounted"), copyRow("DB02", "MAIL", "Healthy")});
    EXPECT_EQ(names(), (QStringList{QStringLiteral("DB02\\MAIL")}));
    show({copyRow("DB01", "MAIL", "Healthy"), copyRow("DB02", "MAIL", "Healthy", 5),
          copyRow("DB00", "MAIL", "Healthy")});
    EXPECT_EQ(names(),
              (QStringList{QStringLiteral("DB02\\MAIL"), QStringLiteral("DB00\\MAIL"), QStringLiteral("DB01\\MAIL")}));
}

TEST_F(ProxyTest, SeverityCountsRespectTheOtherFilters)
{
    show({copyRow("DB1", "MAIL", "Healthy"), copyRow("DB2", "MAIL", "FailedAndSuspended"),
          copyRow("DB3", "MAIL2", "FailedAndSuspended")});
    EXPECT_EQ(proxy.countAll(), 3);
    EXPECT_EQ(proxy.count(Severity::Critical), 2);
    EXPECT_EQ(proxy.count(Severity::Ok), 1);
    proxy.setSeverities({Severity::Critical});
    EXPECT_EQ(proxy.rowCount(), 2);
    EXPECT_EQ(proxy.countAll(), 3);
    proxy.setServers({QStringLiteral("mail2")});
    EXPECT_EQ(names(), (QStringList{QStringLiteral("DB3\\MAIL2")}));
    EXPECT_EQ(proxy.countAll(), 1);
    QSignalSpy changes(&proxy, &TableProxy::countsChanged);
    ASSERT_TRUE(tests::waitUntil([&] { return changes.count() > 0; }));
    changes.clear();
    show({copyRow("DB3", "MAIL2", "Healthy")});
    ASSERT_TRUE(tests::waitUntil([&] { return changes.count() > 0; }));
    EXPECT_EQ(proxy.count(Severity::Critical), 0);
    EXPECT_EQ(proxy.count(Severity::Ok), 1);
}

TEST_F(ProxyTest, FindsARowByItsKey)
{
    show({copyRow("DB1", "MAIL", "Healthy"), copyRow("DB2", "MAIL", "Mounted")});
    sortBy(CopiesModel::Column::Name, Qt::DescendingOrder);
    EXPECT_EQ(proxy.indexOf(QStringLiteral("db2\\mail")).row(), 0);
    EXPECT_FALSE(proxy.indexOf(QStringLiteral("db9\\mail")).isValid());
    proxy.setText(QStringLiteral("healthy"));
    EXPECT_FALSE(proxy.indexOf(QStringLiteral("db2\\mail")).isValid());
}

TEST_F(ProxyTest, CanChangeItsSourceModel)
{
    show({copyRow("DB1", "MAIL", "Healthy")});
    EXPECT_EQ(proxy.countAll(), 1);
    ServersModel servers;
    servers.setSnapshot(shared(tests::tableSnapshot()));
    proxy.setSourceModel(&servers);
    EXPECT_EQ(proxy.countAll(), 2);
    show({});
    EXPECT_EQ(proxy.countAll(), 2);
    proxy.setSourceModel(nullptr);
}

} // namespace
} // namespace drydock::tables
