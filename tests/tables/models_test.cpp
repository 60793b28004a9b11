// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/components_model.h"
#include "model/tables/copies_model.h"
#include "model/tables/health_issues_model.h"
#include "model/tables/queues_model.h"
#include "model/tables/servers_model.h"
#include "tests/support/organisation_comments.h"
#include "tests/support/qt_test.h"
#include "tests/tables/table_snapshot.h"

#include <QLocale>
#include <gtest/gtest.h>

namespace drydock::tables {
namespace {

using tests::componentOf;
using tests::shared;
using tests::tableSnapshot;

template <class Model>
QVariant at(const Model& model, const QString& key, typename Model::Column column, int role = Qt::DisplayRole)
{
    const int row = model.rowOf(key);
    EXPECT_GE(row, 0) << key.toStdString();
    return row < 0 ? QVariant() : model.index(row, int(column)).data(role);
}

// What every table must answer, whatever is in it.
void holdsForEveryCell(const TableModel& model)
{
    ASSERT_EQ(std::size_t(model.columnCount()), model.columns().size());
    QSet<QString> ids;
    for (int column = 0; column < model.columnCount(); ++column) {
        EXPECT_FALSE(model.headerData(column, Qt::Horizontal).toString().isEmpty());
        EXPECT_FALSE(model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        EXPECT_TRUE(model.headerData(column, Qt::Horizontal, Qt::InitialSortOrderRole).isValid());
        ids.insert(model.headerData(column, Qt::Horizontal, KeyRole).toString());
    }
    EXPECT_EQ(ids.size(), model.columnCount());
    QSet<QString> keys;
    for (int row = 0; row < model.rowCount(); ++row) {
        keys.insert(model.index(row, 0).data(KeyRole).toString());
        EXPECT_TRUE(model.index(row, 0).data(SeverityRole).isValid());
        for (int column = 0; column < model.columnCount(); ++column) {
            const auto index = model.index(row, column);
            EXPECT_EQ(index.data().toString().isEmpty() && !index.data(ShapeRole).isValid(),
                      index.data(Qt::AccessibleTextRole).toString().isEmpty());
            EXPECT_TRUE(index.data(Qt::AccessibleDescriptionRole).isValid());
        }
    }
    EXPECT_EQ(keys.size(), model.rowCount());
}

TEST(CopiesTable, TheSixColumnsOfTheArticleComeFirst)
{
    const CopiesModel model;
    const QStringList expected{QStringLiteral("Name"),
                               QStringLiteral("Status"),
                               QStringLiteral("CopyQueueLength"),
                               QStringLiteral("ReplayQueueLength"),
                               QStringLiteral("LastInspectedLogTime"),
                               QStringLiteral("ContentIndexState")};
    QStringList titles;
    for (int column = 0; column < 6; ++column)
        titles.append(model.headerData(column, Qt::Horizontal).toString());
    EXPECT_EQ(titles, expected);
}

TEST(CopiesTable, ShowsTheRowsOfTheSnapshot)
{
    CopiesModel model;
    const QAbstractItemModelTester tester(&model, tests::warningMode);
    model.setSnapshot(shared(tableSnapshot()));
    ASSERT_EQ(model.rowCount(), 5);
    holdsForEveryCell(model);
    const auto key = CopiesModel::keyOf(domain::DatabaseName("db02"), domain::ServerName("mail.contoso.com"));
    using C = CopiesModel::Column;
    EXPECT_EQ(at(model, key, C::Name).toString(), QStringLiteral("DB02\\MAIL"));
    EXPECT_EQ(at(model, key, C::Status).toString(), QStringLiteral("Healthy"));
    EXPECT_EQ(at(model, key, C::Status, ShapeRole).toInt(), int(Shape::CopyHealthy));
    EXPECT_EQ(at(model, key, C::CopyQueueLength, SortRole).toLongLong(), 3);
    EXPECT_EQ(at(model, key, C::ReplayQueueLength, ExportRole).toString(), QStringLiteral("7"));
    EXPECT_EQ(at(model, key, C::LastInspectedLogTime, ExportRole).toString(), QStringLiteral("2020-05-10T14:00:00Z"));
    EXPECT_EQ(at(model, key, C::Name, ServerRole).toString(), QStringLiteral("MAIL"));
    EXPECT_EQ(at(model, key, C::Name, DatabaseRole).toString(), QStringLiteral("DB02"));
}

TEST(CopiesTable, AQueueBeyondTheLimitMarksItsCell)
{
    auto snapshot = tableSnapshot();
    snapshot.copies[1].copyQueueLength = 11;
    snapshot.copies[2].copyQueueLength = 51;
    CopiesModel model;
    model.setSnapshot(shared(snapshot));
    using C = CopiesModel::Column;
    EXPECT_EQ(at(model, QStringLiteral("db01\\mail2"), C::CopyQueueLength, CellSeverityRole).toInt(),
              int(domain::Severity::Warning));
    EXPECT_EQ(at(model, QStringLiteral("db02\\mail"), C::CopyQueueLength, CellSeverityRole).toInt(),
              int(domain::Severity::Critical));
    EXPECT_FALSE(at(model, QStringLiteral("db01\\mail"), C::CopyQueueLength, CellSeverityRole).isValid());
    EXPECT_EQ(at(model, QStringLiteral("db01\\mail2"), C::Status, ShapeRole).toInt(), int(Shape::CopyBehind));
}

TEST(CopiesTable, RowsThatCouldNotBeReadAreKeptAsStale)
{
    CopiesModel model;
    const QAbstractItemModelTester tester(&model, tests::warningMode);
    model.setSnapshot(shared(tableSnapshot()));
    auto next = tableSnapshot();
    std::erase_if(next.copies, [](const auto& copy) { return copy.server == domain::ServerName("MAIL"); });
    next.read.erase({domain::SnapshotSection::Copies, domain::ServerName("MAIL")});
    model.setSnapshot(shared(next));
    ASSERT_EQ(model.rowCount(), 5);
    EXPECT_TRUE(at(model, QStringLiteral("db01\\mail"), CopiesModel::Column::Name, StaleRole).toBool());
    EXPECT_FALSE(at(model, QStringLiteral("db01\\mail2"), CopiesModel::Column::Name, StaleRole).toBool());
    const auto said =
        at(model, QStringLiteral("db01\\mail"), CopiesModel::Column::Name, Qt::AccessibleDescriptionRole).toString();
    EXPECT_TRUE(said.contains(QStringLiteral("older reading"))) << said.toStdString();
    model.setSnapshot(shared(tableSnapshot()));
    EXPECT_FALSE(at(model, QStringLiteral("db01\\mail"), CopiesModel::Column::Name, StaleRole).toBool());
    next = tableSnapshot(); // read, and there is no copy any more
    std::erase_if(next.copies, [](const auto& copy) { return copy.server == domain::ServerName("MAIL"); });
    model.setSnapshot(shared(next));
    EXPECT_EQ(model.rowCount(), 2);
    model.setSnapshot(nullptr);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(CopiesTable, AFailedRefreshMarksEveryRow)
{
    CopiesModel model;
    model.setSnapshot(shared(tableSnapshot()));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setStale(true);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_TRUE(model.index(4, 3).data(StaleRole).toBool());
    model.setStale(true);
    EXPECT_EQ(changed.count(), 1);
    model.setStale(false);
    EXPECT_FALSE(model.index(4, 3).data(StaleRole).toBool());
}

TEST(CopiesTable, RemoteTextCannotBeMarkupOrChangeTheDirection)
{
    auto snapshot = tableSnapshot();
    snapshot.copies[0].errorMessage = "<b>boom</b>\u202E\nsecond";
    CopiesModel model;
    model.setSnapshot(shared(snapshot));
    using C = CopiesModel::Column;
    EXPECT_EQ(at(model, QStringLiteral("db01\\mail"), C::Error).toString(),
              QStringLiteral("<b>boom</b>\\u{202E} second"));
    const auto tip = at(model, QStringLiteral("db01\\mail"), C::Error, Qt::ToolTipRole).toString();
    EXPECT_FALSE(tip.contains(QStringLiteral("<b>"))) << tip.toStdString();
}

TEST(ServersTable, ShowsTheRowsOfTheSnapshot)
{
    ServersModel model;
    const QAbstractItemModelTester tester(&model, tests::warningMode);
    model.setSnapshot(shared(tableSnapshot()));
    ASSERT_EQ(model.rowCount(), 2);
    holdsForEveryCell(model);
    using C = ServersModel::Column;
    const auto mail = ServersModel::keyOf(domain::ServerName("MAIL"));
    const auto mail2 = ServersModel::keyOf(domain::ServerName("MAIL2"));
    EXPECT_EQ(at(model, mail, C::State).toString(), QStringLiteral("Serving"));
    EXPECT_EQ(at(model, mail, C::State, ShapeRole).toInt(), int(Shape::ServerServing));
    EXPECT_EQ(at(model, mail, C::Copies).toString(), QStringLiteral("2 of 3"));
    EXPECT_EQ(at(model, mail, C::Queued, SortRole).toLongLong(), 12);
    EXPECT_EQ(at(model, mail, C::Version).toString(), QStringLiteral("15.2.1118.7"));
    EXPECT_EQ(at(model, mail, C::PrimaryActiveManager).toString(), QString());
    EXPECT_EQ(at(model, mail2, C::PrimaryActiveManager).toString(), QStringLiteral("PAM"));
    EXPECT_EQ(at(model, mail, C::Node).toString(), QStringLiteral("Up"));
    EXPECT_EQ(at(model, mail, C::Name, Qt::ToolTipRole).toString(), QStringLiteral("MAIL.alwayshotcafe.com"));
}

TEST(ServersTable, AQueueCountThatWasNotReadIsEmptyAndNotZero)
{
    auto snapshot = tableSnapshot();
    snapshot.read.erase({domain::SnapshotSection::Queues, domain::ServerName("MAIL")});
    snapshot.queues.clear();
    ServersModel model;
    model.setSnapshot(shared(snapshot));
    using C = ServersModel::Column;
    EXPECT_EQ(at(model, QStringLiteral("mail"), C::Queued).toString(), QString());
    EXPECT_EQ(at(model, QStringLiteral("mail"), C::Queued, Qt::ToolTipRole).toString(), QStringLiteral("not read"));
    EXPECT_EQ(at(model, QStringLiteral("mail2"), C::Queued).toString(), QStringLiteral("0"));
}

TEST(ServersTable, TellsWhatALoadBalancerSees)
{
    auto snapshot = tableSnapshot();
    auto& checks = snapshot.healthchecks.front();
    checks.answers[1].status = 503;
    checks.answers[2].status = 0;
    checks.certificateNames = "mail.contoso.com";
    snapshot.read.erase({domain::SnapshotSection::Healthchecks, domain::ServerName("MAIL2")});
    ServersModel model;
    model.setSnapshot(shared(snapshot));
    using C = ServersModel::Column;
    EXPECT_EQ(at(model, QStringLiteral("mail"), C::Healthchecks).toString(), QStringLiteral("6 of 8"));
    EXPECT_EQ(at(model, QStringLiteral("mail"), C::Healthchecks, SortRole).toLongLong(), 6);
    EXPECT_EQ(at(model, QStringLiteral("mail"), C::Healthchecks, CellSeverityRole).toInt(),
              int(domain::Severity::Warning));
    const auto toolTip = at(model, QStringLiteral("mail"), C::Healthchecks, Qt::ToolTipRole).toString();
    for (const char* line : {"ews 503", "mapi no answer", "its certificate is for mail.contoso.com"})
        EXPECT_TRUE(toolTip.contains(QLatin1String(line))) << toolTip.toStdString();
    EXPECT_EQ(at(model, QStringLiteral("mail2"), C::Healthchecks).toString(), QString()) << "was not asked";
}

TEST(ServersTable, SaysWhoIsAtWorkOnAServer)
{
    auto snapshot = tableSnapshot();
    snapshot.auditComments = tests::begunElsewhere(domain::ServerName("MAIL2"));
    ServersModel model;
    model.setSnapshot(shared(snapshot));
    using C = ServersModel::Column;
    const auto toolTip = [&](const char* key) {
        return at(model, QString::fromLatin1(key), C::State, Qt::ToolTipRole).toString();
    };
    const auto words = QStringLiteral("MAIL2 is being put into maintenance by ADMIN2 from PC7 since");
    EXPECT_TRUE(toolTip("mail2").contains(words)) << toolTip("mail2").toStdString();
    EXPECT_FALSE(toolTip("mail").contains(QStringLiteral("PC7")));
    const auto run = [&](const char* key) { return at(model, QString::fromLatin1(key), C::Run).toString(); };
    EXPECT_EQ(run("mail2"), words + QLatin1Char(' ') + cellTimeText(tests::at(-60)));
    EXPECT_EQ(run("mail"), QString());
    tests::putInMaintenance(snapshot, domain::ServerName("MAIL2"), tests::at(0));
    model.setSnapshot(shared(snapshot));
    EXPECT_FALSE(toolTip("mail2").contains(words)) << "it is there, and only the end does not show";
    EXPECT_EQ(run("mail2"), QString());
}

TEST(ServersTable, APausedNodeIsShownWhenTheNodeDoesNotAnswer)
{
    auto snapshot = tableSnapshot();
    snapshot.nodes.clear();
    snapshot.groups[0].serversInMaintenance = {domain::ServerName("MAIL")};
    ServersModel model;
    model.setSnapshot(shared(snapshot));
    EXPECT_EQ(at(model, QStringLiteral("mail"), ServersModel::Column::Node).toString(), QStringLiteral("Paused"));
    EXPECT_EQ(at(model, QStringLiteral("mail2"), ServersModel::Column::Node).toString(), QStringLiteral("Up"));
}

TEST(ComponentsTable, ShowsRequesterStoreAndTimeOfAHeldComponent)
{
    auto snapshot = tableSnapshot();
    auto& hub = componentOf(snapshot, tests::mail(), "HubTransport");
    hub.state = domain::serviceState("Inactive");
    const domain::RequesterEntry entry{"Functional", domain::serviceState("Inactive"), tests::at(0)};
    hub.registry = {entry};
    hub.activeDirectory = {entry};
    auto& unread = componentOf(snapshot, tests::mail2(), "ServerWideOffline");
    unread.state = domain::serviceState("Inactive");
    unread.registry.reset();
    ComponentsModel model;
    const QAbstractItemModelTester tester(&model, tests::warningMode);
    model.setSnapshot(shared(snapshot));
    holdsForEveryCell(model);
    using C = ComponentsModel::Column;
    const auto key = ComponentsModel::keyOf(domain::ServerName("MAIL"), "HubTransport");
    EXPECT_EQ(at(model, key, C::State).toString(), QStringLiteral("Inactive"));
    EXPECT_EQ(at(model, key, C::HeldBy).toString(), QStringLiteral("Functional"));
    EXPECT_EQ(at(model, key, C::Since, ExportRole).toString(), QStringLiteral("2020-05-10T14:00:00Z"));
    EXPECT_EQ(at(model, key, C::Store).toString(), QStringLiteral("Registry, Active Directory"));
    const auto unreadable = ComponentsModel::keyOf(domain::ServerName("MAIL2"), "ServerWideOffline");
    EXPECT_EQ(at(model, unreadable, C::Store).toString(), QStringLiteral("registry not readable"));
}

TEST(ComponentsTable, NamesServerWideOfflineAsTheReason)
{
    auto snapshot = tableSnapshot();
    auto& hub = componentOf(snapshot, tests::mail(), "HubTransport");
    hub.state = domain::serviceState("Inactive");
    hub.serverWideOfflineIsOffline = true;
    ComponentsModel model;
    model.setSnapshot(shared(snapshot));
    EXPECT_EQ(at(model, QStringLiteral("mail\\hubtransport"), ComponentsModel::Column::Because).toString(),
              QStringLiteral("because ServerWideOffline"));
}

TEST(QueuesTable, ShowsShadowQueuesOnRequestOnly)
{
    QueuesModel model;
    const QAbstractItemModelTester tester(&model, tests::warningMode);
    model.setSnapshot(shared(tableSnapshot()));
    EXPECT_EQ(model.rowCount(), 2);
    model.setSpecialQueuesShown(true);
    EXPECT_EQ(model.rowCount(), 4);
    holdsForEveryCell(model);
    EXPECT_EQ(at(model, QStringLiteral("mail\\shadow\\3"), QueuesModel::Column::MessageCount, SortRole).toLongLong(),
              40);
    model.setSpecialQueuesShown(false);
    EXPECT_EQ(model.rowCount(), 2);
}

TEST(QueuesTable, APartialReadingGivesNoRate)
{
    auto snapshot = tableSnapshot();
    auto part = snapshot;
    part.queues.clear();
    QueuesModel model;
    model.setSnapshot(shared(part));
    model.setSnapshot(shared(snapshot)); // more of the same reading
    const auto key = model.index(0, 0).data(KeyRole).toString();
    const auto rate = [&] { return at(model, key, QueuesModel::Column::Rate, Qt::DisplayRole).toString(); };
    EXPECT_EQ(rate(), QStringLiteral("–"));
    snapshot.takenAt += std::chrono::seconds(1); // the whole of it
    model.setSnapshot(shared(snapshot));
    EXPECT_EQ(rate(), QStringLiteral("–"));
}

TEST(QueuesTable, TheRateIsComputedFromTwoReadings)
{
    using C = QueuesModel::Column;
    auto snapshot = tableSnapshot();
    QueuesModel model;
    model.setSnapshot(shared(snapshot));
    const auto key = model.index(0, 0).data(KeyRole).toString();
    EXPECT_EQ(at(model, key, C::Rate, Qt::DisplayRole).toString(), QStringLiteral("–"));
    const auto identity = model.index(0, 0).data().toString().toStdString();
    snapshot.takenAt += std::chrono::seconds(30);
    for (auto& queue : snapshot.queues)
        if (queue.identity == identity) queue.messageCount -= 2;
    model.setSnapshot(shared(snapshot));
    EXPECT_EQ(at(model, key, C::Rate, Qt::DisplayRole).toString(),
              QStringLiteral("−%1").arg(QLocale().toString(4.0, 'f', 1)));
    EXPECT_DOUBLE_EQ(at(model, key, C::Rate, SortRole).toDouble(), -4.0);
    // The same reading shown in another way changes no rate.
    model.setSpecialQueuesShown(true);
    EXPECT_DOUBLE_EQ(at(model, key, C::Rate, SortRole).toDouble(), -4.0);
}

TEST(HealthIssueTable, ListsTheWorstFirst)
{
    auto snapshot = tableSnapshot();
    snapshot.copies[1] = tests::copyRow("DB01", "MAIL2", "FailedAndSuspended");
    snapshot.copies[2].copyQueueLength = 20;
    HealthIssuesModel model;
    const QAbstractItemModelTester tester(&model, tests::warningMode);
    model.setSnapshot(shared(snapshot));
    ASSERT_GT(model.rowCount(), 1);
    holdsForEveryCell(model);
    for (int row = 0; row + 1 < model.rowCount(); ++row)
        EXPECT_GE(model.index(row, 0).data(SeverityRole).toInt(), model.index(row + 1, 0).data(SeverityRole).toInt());
}

} // namespace
} // namespace drydock::tables
