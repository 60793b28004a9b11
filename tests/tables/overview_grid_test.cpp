// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/overview_grid_model.h"
#include "model/tables/table_proxy.h"
#include "tests/support/organisations.h"
#include "tests/support/qt_test.h"
#include "tests/support/snapshot_changes.h"
#include "tests/tables/table_snapshot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace drydock::tables {
namespace {

using tests::shared;
using tests::tableSnapshot;

QModelIndex cell(const QAbstractItemModel& model, const QString& database, const QString& server)
{
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            if (model.headerData(row, Qt::Vertical).toString() == database &&
                model.headerData(column, Qt::Horizontal).toString() == server)
                return model.index(row, column);
    return {};
}

class OverviewGridTest : public ::testing::Test
{
protected:
    OverviewGridTest() { model.setDag(domain::DagName("DAG1")); }

    Shape shape(const char* database, const char* server) const
    {
        return Shape(cell(model, QString::fromLatin1(database), QString::fromLatin1(server)).data(ShapeRole).toInt());
    }

    OverviewGridModel model;
    QAbstractItemModelTester tester{&model, tests::warningMode};
};

TEST_F(OverviewGridTest, ShowsTheStateOfEveryCopy)
{
    model.setSnapshot(shared(tableSnapshot()));
    ASSERT_EQ(model.rowCount(), 3);
    ASSERT_EQ(model.columnCount(), 2);
    EXPECT_EQ(shape("DB01", "MAIL"), Shape::CopyMounted);
    EXPECT_EQ(shape("DB01", "MAIL2"), Shape::CopyHealthy);
    EXPECT_EQ(shape("DB-test", "MAIL2"), Shape::Dash);
    const auto index = cell(model, QStringLiteral("DB01"), QStringLiteral("MAIL2"));
    EXPECT_EQ(index.data().toString(), QStringLiteral("healthy"));
    EXPECT_EQ(index.data(Qt::AccessibleTextRole).toString(), QStringLiteral("DB01 MAIL2 healthy"));
    EXPECT_EQ(index.data(KeyRole).toString(), QStringLiteral("db01\\mail2"));
    EXPECT_TRUE(index.data(Qt::ToolTipRole).toString().startsWith(QStringLiteral("DB01\\MAIL2: Healthy")));
}

TEST_F(OverviewGridTest, HeadersShowTheStateOfServersAndDatabases)
{
    model.setSnapshot(shared(tableSnapshot()));
    EXPECT_EQ(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("MAIL2"));
    EXPECT_EQ(model.headerData(1, Qt::Horizontal, ShapeRole).toInt(), int(Shape::ServerServing));
    const auto subtitle = model.headerData(1, Qt::Horizontal, OverviewGridModel::SubtitleRole).toString();
    EXPECT_TRUE(subtitle.startsWith(QStringLiteral("1 active"))) << subtitle.toStdString();
    EXPECT_TRUE(subtitle.endsWith(QStringLiteral("Site-A · PAM"))) << subtitle.toStdString();
    const auto row = cell(model, QStringLiteral("DB-test"), QStringLiteral("MAIL")).row();
    EXPECT_GE(model.headerData(row, Qt::Vertical, SeverityRole).toInt(), int(domain::Severity::Warning));
}

TEST_F(OverviewGridTest, ACellSaysWhereItsDatabaseWouldGo)
{
    auto snapshot = tests::seedSnapshot();
    const auto tip = [&](const char* database, const char* server) {
        model.setSnapshot(shared(snapshot));
        return cell(model, QString::fromLatin1(database), QString::fromLatin1(server))
            .data(Qt::ToolTipRole)
            .toString()
            .toStdString();
    };
    EXPECT_THAT(tip("DB01", "MAIL"), testing::HasSubstr("would go to MAIL2, preference 2"));
    EXPECT_THAT(tip("DB01", "MAIL2"), testing::HasSubstr("can become active"));
    tests::setPolicy(snapshot, tests::mail2(), domain::AutoActivationPolicy::Blocked);
    EXPECT_THAT(tip("DB01", "MAIL"), testing::HasSubstr("has nowhere to go: MAIL2: activation is blocked on MAIL2"));
    EXPECT_THAT(tip("DB01", "MAIL2"), testing::HasSubstr("cannot become active: activation is blocked on MAIL2"));
}

TEST_F(OverviewGridTest, ADatabaseThatIsLeftDismountedHasNotFailed)
{
    auto snapshot = tests::seedSnapshot();
    auto& copy = tests::copyOf(snapshot, "DB-test", tests::mail());
    copy.status = domain::copyStatus("Dismounted");
    model.setSnapshot(shared(snapshot));
    EXPECT_EQ(shape("DB-test", "MAIL"), Shape::CopyFailed);
    copy.mountAtStartup = false;
    model.setSnapshot(shared(snapshot));
    EXPECT_EQ(shape("DB-test", "MAIL"), Shape::CopySuspended);
    EXPECT_EQ(cell(model, QStringLiteral("DB-test"), QStringLiteral("MAIL")).data().toString(),
              QStringLiteral("dismounted"));
}

TEST_F(OverviewGridTest, ACopyThatWasNotReadIsUnknownAndNotAbsent)
{
    auto snapshot = tableSnapshot();
    snapshot.read.erase({domain::SnapshotSection::Copies, domain::ServerName("MAIL2")});
    std::erase_if(snapshot.copies, [](const auto& copy) { return copy.server == domain::ServerName("MAIL2"); });
    model.setSnapshot(shared(snapshot));
    EXPECT_EQ(shape("DB01", "MAIL2"), Shape::CopyUnknown);
    EXPECT_EQ(shape("DB01", "MAIL"), Shape::CopyMounted);
}

TEST_F(OverviewGridTest, SignalsOnlyTheCellThatChanged)
{
    model.setSnapshot(shared(tableSnapshot()));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    auto next = tableSnapshot();
    next.copies[2].status = domain::copyStatus("Seeding");
    model.setSnapshot(shared(next));
    EXPECT_EQ(shape("DB02", "MAIL"), Shape::CopySeeding);
    ASSERT_GE(changed.count(), 1);
    for (const auto& arguments : changed)
        EXPECT_EQ(arguments.at(0).toModelIndex().row(), arguments.at(1).toModelIndex().row());
    const auto count = changed.count();
    model.setSnapshot(shared(next));
    EXPECT_EQ(changed.count(), count);
}

TEST_F(OverviewGridTest, ShowsOnlyTheChosenDag)
{
    auto snapshot = tableSnapshot();
    const auto other = tests::SnapshotBuilder().server("FAR", "DAG2").database("DB-far", {"FAR"}).build();
    snapshot.servers.push_back(other.servers.front());
    snapshot.databases.push_back(other.databases.front());
    snapshot.copies.push_back(tests::copyRow("DB-far", "FAR", "Failed"));
    model.setSnapshot(shared(snapshot));
    EXPECT_FALSE(cell(model, QStringLiteral("DB-far"), QStringLiteral("FAR")).isValid());
    EXPECT_EQ(model.rowCount(), 3);
    model.setDag(domain::DagName("DAG2"));
    ASSERT_EQ(model.rowCount(), 1);
    ASSERT_EQ(model.columnCount(), 1);
    EXPECT_EQ(shape("DB-far", "FAR"), Shape::CopyFailed);
    EXPECT_EQ(model.headerData(0, Qt::Vertical, SeverityRole).toInt(), int(domain::Severity::Critical));
    model.setDag({});
    EXPECT_EQ(model.rowCount(), 4);
    EXPECT_EQ(model.columnCount(), 3);
}

TEST_F(OverviewGridTest, RandomChangesKeepEveryCell)
{
    std::mt19937 random(11);
    TableProxy proxy;
    proxy.setSourceModel(&model);
    proxy.setWorstFirst(true);
    proxy.sort(0);
    const QAbstractItemModelTester proxyTester(&proxy, tests::warningMode);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (int round = 0; round < 500; ++round) {
        tests::SnapshotBuilder builder;
        std::size_t servers = 0;
        std::size_t databases = 0;
        for (int i = 0; i < 8; ++i)
            if (random() % 2 != 0) {
                builder.server("S" + std::to_string(i));
                ++servers;
            }
        auto snapshot = builder.build();
        for (int i = 0; i < 8; ++i)
            if (random() % 2 != 0) {
                domain::Database database;
                database.name = domain::DatabaseName("DB" + std::to_string(i));
                database.dag = domain::DagName("DAG1");
                snapshot.databases.push_back(database);
                ++databases;
                for (const auto& server : snapshot.servers)
                    if (random() % 3 != 0)
                        snapshot.copies.push_back(tests::copyRow(database.name.text(), server.name.text(),
                                                                 random() % 2 != 0 ? "Healthy" : "Failed"));
            }
        const auto expected = snapshot.copies;
        model.setSnapshot(shared(snapshot));
        ASSERT_EQ(std::size_t(model.columnCount()), servers);
        ASSERT_EQ(std::size_t(model.rowCount()), databases);
        for (const auto& copy : expected) {
            const auto index =
                cell(model, QString::fromStdString(copy.database.text()), QString::fromStdString(copy.server.text()));
            ASSERT_TRUE(index.isValid());
            ASSERT_EQ(index.data().toString(), copy.status.value == domain::CopyStatus::Healthy
                                                   ? QStringLiteral("healthy")
                                                   : QStringLiteral("failed"));
        }
    }
    EXPECT_EQ(reset.count(), 0);
    model.setSnapshot(nullptr);
    EXPECT_EQ(model.rowCount() + model.columnCount(), 0);
}

} // namespace
} // namespace drydock::tables
