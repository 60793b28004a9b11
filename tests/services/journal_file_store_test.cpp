// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/journal_file_store.h"
#include "model/services/journal_lines.h"
#include "tests/support/clocks.h"
#include "tests/support/organisations.h"
#include "tests/support/paths.h"
#include "tests/support/qt_test.h"
#include "tests/support/sample_runs.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <gtest/gtest.h>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace drydock::services {
namespace {

using domain::ErrorKind;
using maintenance::Outcome;
using maintenance::RunKind;
using tests::oneStepRun;
using tests::wholeJournal;

class JournalFileStoreTest : public ::testing::Test
{
protected:
    QString folder() const { return dir.path() + QStringLiteral("/journals"); }
    // Writes the first `count` records of a whole run.
    void write(const maintenance::RunState& run, std::size_t count)
    {
        auto created = store.create(run.id, run.plan.group, 0);
        ASSERT_TRUE(created) << created.error().summary();
        auto numbered = run;
        numbered.number = created->number;
        const auto records = wholeJournal(numbered);
        for (std::size_t i = 0; i < count; ++i) {
            const auto appended = created->journal->append(records[i]);
            ASSERT_TRUE(appended) << appended.error().summary();
        }
    }
    QByteArray bytesOf(const std::string& id) const
    {
        QFile file(store.pathOf(id));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void overwrite(const std::string& id, const QByteArray& bytes) const
    {
        QFile file(store.pathOf(id));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }

    const QString writer = QString::fromStdString((tests::programFolder() / "journal_writer").string());
    QTemporaryDir dir;
    tests::ManualClock clock{tests::at(0)};
    JournalFileStore store{folder(), clock};
};

TEST_F(JournalFileStoreTest, AppendedRecordsAreReplayedWhenOpened)
{
    write(oneStepRun("a-enter"), 3);
    const auto opened = store.open("a-enter");
    ASSERT_TRUE(opened) << opened.error().summary();
    EXPECT_EQ(opened->nextSequence, 3U);
    EXPECT_EQ(opened->state.outcome, Outcome::Unknown) << "a command was sent and nothing came back";
    EXPECT_TRUE(opened->state.resumable());
}

TEST_F(JournalFileStoreTest, TheFileIsReadableByItsOwnerOnly)
{
#ifdef Q_OS_WIN
    GTEST_SKIP() << "on Windows the access list of the user's folder says who reads";
#endif
    write(oneStepRun("a"), 1);
    const auto permissions = QFileInfo(store.pathOf("a")).permissions();
    EXPECT_FALSE(permissions &
                 (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther));
}

TEST_F(JournalFileStoreTest, AJournalIsOpenedOnceAtATimeInOneProcess)
{
    auto first = store.create("a", {}, 0);
    ASSERT_TRUE(first);
    ASSERT_TRUE(first->journal->append(wholeJournal(oneStepRun("a"))[0]));
    const auto second = store.open("a");
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::Locked);
    EXPECT_TRUE(store.list()->front().inUse);
    first->journal.reset();
    EXPECT_FALSE(store.list()->front().inUse);
    EXPECT_TRUE(store.open("a"));
}

TEST_F(JournalFileStoreTest, ARunIsNeverCreatedTwice)
{
    write(oneStepRun("a"), 1);
    const auto before = bytesOf("a");
    const auto again = store.create("a", {}, 0);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, ErrorKind::Storage);
    EXPECT_EQ(bytesOf("a"), before);
}

TEST_F(JournalFileStoreTest, RunIdsCannotLeaveTheFolder)
{
    for (const std::string id : {"../a", "a/b", "", ".hidden", "a\\b"}) {
        EXPECT_EQ(store.create(id, {}, 0).error().kind, ErrorKind::Usage) << id;
        EXPECT_EQ(store.open(id).error().kind, ErrorKind::NotFound) << id;
    }
    EXPECT_EQ(store.open("not-there").error().kind, ErrorKind::NotFound);
}

TEST_F(JournalFileStoreTest, AFolderThatCannotBeCreatedIsAnError)
{
    QFile blocker(folder());
    ASSERT_TRUE(blocker.open(QIODevice::WriteOnly));
    EXPECT_EQ(store.create("a", {}, 0).error().kind, ErrorKind::Storage);
}

TEST_F(JournalFileStoreTest, ARunWithoutAWholeFirstRecordWasNeverStarted)
{
    for (const QByteArray& bytes : {QByteArray(), QByteArray("0123456789abcdef {\"type\":\"run-cre")}) {
        write(oneStepRun("a-enter"), 1);
        overwrite("a-enter", bytes);
        const auto runs = store.list();
        ASSERT_EQ(runs->size(), 1U);
        EXPECT_TRUE(runs->front().notStarted);
        EXPECT_FALSE(runs->front().error) << runs->front().error->summary();
        EXPECT_FALSE(runs->front().run.resumable());
        EXPECT_EQ(store.open("a-enter").error().kind, ErrorKind::Usage);
        EXPECT_EQ(bytesOf("a-enter"), bytes) << "looked at and left alone";
        const auto aside = store.archive("a-enter");
        ASSERT_TRUE(aside) << aside.error().summary();
        EXPECT_TRUE(store.list()->empty());
        ASSERT_TRUE(QFile::remove(store.pathOf("a-enter") + QStringLiteral(".never-begun")));
    }
    write(oneStepRun("b-enter"), 1);
    EXPECT_EQ(store.archive("b-enter").error().kind, ErrorKind::Usage) << "it was begun";
    EXPECT_EQ(store.archive("c-enter").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(store.list()->size(), 1U);
}

TEST_F(JournalFileStoreTest, AJournalOfANewerVersionIsNotChanged)
{
    write(oneStepRun("a-enter"), 2);
    const auto lines = bytesOf("a-enter").split('\n');
    auto json = lines[0].mid(17);
    const QByteArray known = "\"format\":" + QByteArray::number(maintenance::journalFormat);
    ASSERT_TRUE(json.contains(known));
    json.replace(known, QByteArray("\"format\":" + QByteArray::number(maintenance::journalFormat + 1)));
    const auto sum = QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().first(16);
    const QByteArray newer = sum + ' ' + json + '\n' + lines[1] + "\ntorn";
    overwrite("a-enter", newer);
    EXPECT_EQ(store.open("a-enter").error().kind, ErrorKind::Usage);
    const auto runs = store.list();
    ASSERT_TRUE(runs->front().error);
    EXPECT_EQ(runs->front().error->kind, ErrorKind::Usage);
    EXPECT_NE(runs->front().error->summary().find("newer Drydock"), std::string::npos);
    EXPECT_FALSE(runs->front().notStarted);
    EXPECT_EQ(bytesOf("a-enter"), newer);
}

TEST_F(JournalFileStoreTest, ATornLastLineIsCutOffAndNoted)
{
    write(oneStepRun("a"), 4);
    const auto whole = bytesOf("a");
    overwrite("a", whole.chopped(5));
    clock.advance(std::chrono::hours(1));
    {
        const auto opened = store.open("a");
        ASSERT_TRUE(opened) << opened.error().summary();
        EXPECT_EQ(opened->nextSequence, 4U) << "three records and the note";
        ASSERT_FALSE(opened->state.notes.empty());
        EXPECT_NE(opened->state.notes.back().find("cut off"), std::string::npos);
        ASSERT_TRUE(opened->journal->append({4, clock.now(), maintenance::record::Note{"goes on"}}));
    }
    const auto again = store.open("a");
    ASSERT_TRUE(again) << again.error().summary();
    EXPECT_EQ(again->nextSequence, 5U);
}

TEST_F(JournalFileStoreTest, ATruncatedFileOpensOrReportsWhyNot)
{
    write(oneStepRun("a"), 6);
    const auto whole = bytesOf("a");
    const auto firstLine = whole.indexOf('\n') + 1;
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        const bool atTheEnd = whole.size() - length < 80;
        if (length % 37 != 0 && !atTheEnd && std::abs(length - firstLine) > 20)
            continue; // each opening syncs: not every byte
        overwrite("a", whole.first(length));
        const auto opened = store.open("a");
        if (length < firstLine) {
            ASSERT_FALSE(opened) << length;
            ASSERT_EQ(opened.error().kind, ErrorKind::Usage) << "never begun";
            ASSERT_EQ(bytesOf("a").size(), length) << "kept as it is";
        } else {
            ASSERT_TRUE(opened) << length << " " << opened.error().summary();
        }
    }
}

TEST_F(JournalFileStoreTest, DamageInTheMiddleIsReportedAndTheFileIsNotChanged)
{
    write(oneStepRun("a"), 6);
    auto bytes = bytesOf("a");
    bytes[bytes.indexOf('\n') + 30] = '#';
    overwrite("a", bytes);
    const auto opened = store.open("a");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt);
    EXPECT_NE(opened.error().summary().find("line 2"), std::string::npos) << opened.error().summary();
    EXPECT_EQ(bytesOf("a"), bytes);
    const auto runs = store.list();
    ASSERT_EQ(runs->size(), 1U);
    ASSERT_TRUE(runs->front().error);
    EXPECT_EQ(runs->front().run.id, "a");
}

TEST_F(JournalFileStoreTest, ListsTheNewestFirst)
{
    EXPECT_TRUE(store.list()->empty());
    write(oneStepRun("2026-01-01T00-00-00-MAIL-enter"), 6);
    write(oneStepRun("2026-01-02T00-00-00-MAIL-leave", RunKind::Reinstate), 2);
    const auto runs = store.list();
    ASSERT_EQ(runs->size(), 2U);
    EXPECT_EQ((*runs)[0].run.id, "2026-01-02T00-00-00-MAIL-leave");
    EXPECT_TRUE((*runs)[0].run.resumable());
    EXPECT_EQ((*runs)[1].run.outcome, Outcome::Succeeded);
}

TEST_F(JournalFileStoreTest, RunsAreOrderedByTheirNumberWhateverTheClockSays)
{
    write(oneStepRun("2026-01-03T00-00-00-MAIL-enter"), 6); // the clock was ahead
    write(oneStepRun("2026-01-01T00-00-00-MAIL-leave", RunKind::Reinstate), 6);
    const auto runs = store.list();
    ASSERT_EQ(runs->size(), 2U);
    EXPECT_EQ((*runs)[0].run.id, "2026-01-01T00-00-00-MAIL-leave");
    EXPECT_EQ((*runs)[0].run.number, 2U);
    EXPECT_EQ((*runs)[1].supersededBy, "2026-01-01T00-00-00-MAIL-leave");
}

TEST_F(JournalFileStoreTest, ALostCounterIsMadeAnewFromTheJournals)
{
    write(oneStepRun("2026-01-03T00-00-00-MAIL-enter"), 6);
    write(oneStepRun("2026-01-02T00-00-00-MAIL-leave", RunKind::Reinstate), 6);
    for (const QByteArray& bytes : {QByteArray(), QByteArray("not a number")}) {
        QFile counter(folder() + QStringLiteral("/counter"));
        ASSERT_TRUE(counter.exists());
        ASSERT_TRUE(counter.open(QIODevice::WriteOnly | QIODevice::Truncate));
        counter.write(bytes);
        counter.close();
        EXPECT_EQ(store.create("another" + std::to_string(bytes.size()), {}, 0)->number, 3U);
        ASSERT_TRUE(QFile::remove(folder() + QStringLiteral("/counter")));
        EXPECT_EQ(store.create("more" + std::to_string(bytes.size()), {}, 0)->number, 3U) << "the first has no record";
    }
}

TEST_F(JournalFileStoreTest, ACounterThatIsBehindOrAbsurdDoesNotOrderANewRunBeforeOlderOnes)
{
    write(oneStepRun("2026-01-03T00-00-00-MAIL-enter"), 6);
    write(oneStepRun("2026-01-04T00-00-00-MAIL-leave", RunKind::Reinstate), 6);
    for (const QByteArray& bytes : {QByteArray("1"), QByteArray("18446744073709551615"), QByteArray("-7")}) {
        QFile counter(folder() + QStringLiteral("/counter"));
        ASSERT_TRUE(counter.open(QIODevice::WriteOnly | QIODevice::Truncate));
        counter.write(bytes);
        counter.close();
        const auto created =
            store.create("2026-01-01T00-00-0" + std::to_string(bytes.size() % 10) + "-MAIL-enter", {}, 0);
        ASSERT_TRUE(created) << created.error().summary();
        EXPECT_EQ(created->number, 3U) << bytes.toStdString();
    }
}

TEST_F(JournalFileStoreTest, ANewRunHasAGreaterNumberThanThoseOfOtherComputers)
{
    write(oneStepRun("2026-01-01T00-00-00-MAIL-enter"), 6);
    EXPECT_EQ(store.create("2026-01-02T00-00-00-MAIL-leave", {}, 41)->number, 42U);
    EXPECT_EQ(store.create("2026-01-03T00-00-00-MAIL-enter", {}, 7)->number, 43U);
}

TEST_F(JournalFileStoreTest, AnOlderRunIsOpenedAsSuperseded)
{
    write(oneStepRun("2026-01-03T00-00-00-MAIL-enter"), 3);
    EXPECT_EQ(store.open("2026-01-03T00-00-00-MAIL-enter")->supersededBy, "");
    write(oneStepRun("2026-01-01T00-00-00-MAIL-leave", RunKind::Reinstate), 3);
    EXPECT_EQ(store.open("2026-01-03T00-00-00-MAIL-enter")->supersededBy, "2026-01-01T00-00-00-MAIL-leave");
    EXPECT_EQ(store.open("2026-01-01T00-00-00-MAIL-leave")->supersededBy, "");
}

TEST_F(JournalFileStoreTest, OneRunAtATimeInAGroup)
{
    auto run = oneStepRun("a");
    run.plan.group = "DAG 1/Nürnberg";
    write(run, 3);
    auto first = store.create("b", "DAG1", 0);
    ASSERT_TRUE(first);
    const auto second = store.create("c", "dag1", 0);
    ASSERT_FALSE(second) << "names compare without case";
    EXPECT_EQ(second.error().kind, ErrorKind::Locked);
    EXPECT_TRUE(store.create("d", "DAG2", 0));
    auto opened = store.open("a");
    ASSERT_TRUE(opened) << opened.error().summary();
    EXPECT_EQ(store.create("e", "dag 1/Nürnberg", 0).error().kind, ErrorKind::Locked) << "taken up again";
    opened->journal.reset();
    EXPECT_TRUE(store.create("e", "dag 1/Nürnberg", 0));
    first->journal.reset();
    EXPECT_TRUE(store.create("c", "dag1", 0));
}

TEST_F(JournalFileStoreTest, AJournalThatIsRemovedWhileItIsOpenTakesNoMoreRecords)
{
#ifdef Q_OS_WIN
    GTEST_SKIP() << "Windows removes no file that is open";
#endif
    const auto records = wholeJournal(oneStepRun("a"));
    auto created = store.create("a", {}, 0);
    ASSERT_TRUE(created->journal->append(records[0]));
    ASSERT_TRUE(QDir(folder()).removeRecursively());
    const auto appended = created->journal->append(records[1]);
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().kind, ErrorKind::Storage);
}

TEST_F(JournalFileStoreTest, BlankLinesAtTheEndAreNoDamage)
{
    write(oneStepRun("a"), 3);
    overwrite("a", bytesOf("a") + "\r\n\n");
    const auto opened = store.open("a");
    ASSERT_TRUE(opened) << opened.error().summary();
    EXPECT_TRUE(opened->journal->append({opened->nextSequence, clock.now(), maintenance::record::Note{"goes on"}}));
    EXPECT_FALSE(store.list()->front().error);
}

TEST_F(JournalFileStoreTest, AJournalThatCannotBeReplayedIsNotRepaired)
{
    auto records = wholeJournal(oneStepRun("a"));
    std::get<maintenance::record::StepStarted>(records[1].body).step = 7; // there is none
    const auto bytes = QByteArray::fromStdString(journalLine(records[0]) + journalLine(records[1]) + "0123456789");
    QDir().mkpath(folder());
    overwrite("a", bytes);
    EXPECT_EQ(store.open("a").error().kind, ErrorKind::Corrupt);
    EXPECT_EQ(bytesOf("a"), bytes);
}

TEST_F(JournalFileStoreTest, TheFirstLineOfADamagedFileIsListed)
{
    write(oneStepRun("a", RunKind::Enter, "IntrasiteOnly"), 6);
    auto bytes = bytesOf("a");
    bytes[bytes.indexOf('\n') + 30] = '#';
    overwrite("a", bytes);
    const auto runs = store.list();
    ASSERT_TRUE(runs->front().error);
    EXPECT_EQ(store.read("a").state.plan.original.policy, domain::AutoActivationPolicy::IntrasiteOnly);
    bytes[30] = '#';
    overwrite("a", bytes);
    EXPECT_TRUE(store.list()->front().lost());
    EXPECT_EQ(store.list()->front().run.id, "a");
}

// --- the index ---

// A folder with two runs, listed once, whose journals are old enough to be trusted unread.
class JournalIndexTest : public JournalFileStoreTest
{
protected:
    void SetUp() override
    {
        write(oneStepRun(done), 6);
        write(oneStepRun(stopped), 3);
        for (const auto& id : {done, stopped})
            backdate(id);
        before = *store.list();
        ASSERT_EQ(before.size(), 2U);
        ASSERT_TRUE(QFile::exists(indexFile()));
    }
    QString indexFile() const { return folder() + QStringLiteral("/index"); }
    QByteArray index() const
    {
        QFile file(indexFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void setIndex(const QByteArray& bytes) const
    {
        QFile file(indexFile());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    // The index with this change, and a checksum that fits it.
    void changeIndex(const QByteArray& from, const QByteArray& to) const
    {
        auto json = index().mid(17).chopped(1);
        ASSERT_TRUE(json.contains(from)) << json.toStdString();
        setIndex(QByteArray::fromStdString(checkedLine(json.replace(from, to).toStdString())));
    }
    void backdate(const std::string& id) const
    {
        QFile file(store.pathOf(id));
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        ASSERT_TRUE(file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-60), QFile::FileModificationTime));
    }
    void expectTheSameList() const
    {
        const auto runs = JournalFileStore(folder(), clock).list();
        ASSERT_TRUE(runs);
        ASSERT_EQ(runs->size(), before.size());
        for (std::size_t i = 0; i < before.size(); ++i) {
            EXPECT_EQ((*runs)[i].run, before[i].run);
            EXPECT_EQ((*runs)[i].file, before[i].file);
            EXPECT_EQ((*runs)[i].resumable(), before[i].resumable());
        }
    }

    const std::string done = "2026-01-01T00-00-00-MAIL-enter";
    const std::string stopped = "2026-01-02T00-00-00-MAIL-enter";
    std::vector<maintenance::RunListing> before;
};

TEST_F(JournalIndexTest, AJournalThatHasNotChangedIsNotReadAgain)
{
    expectTheSameList();
    changeIndex("\"update\"", "\"from the index\"");
    const auto runs = store.list();
    EXPECT_EQ((*runs)[0].run.reason, "from the index");
    EXPECT_EQ((*runs)[1].run.reason, "from the index");
}

TEST_F(JournalIndexTest, WhatAJournalRecordsIsReadFromTheJournal)
{
    changeIndex("\"update\"", "\"from the index\"");
    changeIndex("\"number\":1,", "\"number\":7,");
    EXPECT_EQ(store.read(done).state.reason, "update");
    EXPECT_EQ(store.open(stopped)->state.reason, "update");
    EXPECT_EQ(store.open(stopped)->supersededBy, "") << "by the number of its journal, not that of the index";
    EXPECT_EQ(store.create("2026-01-03T00-00-00-MAIL-enter", {}, 0)->number, 3U);
}

TEST_F(JournalIndexTest, AnIndexThatIsMissingDamagedOrForeignIsMadeAnew)
{
    const auto whole = index();
    const QByteArray versions = "{\"format\":2,\"journals\":[]}";
    for (const auto& bytes :
         {QByteArray(), QByteArray("\n"), whole.chopped(1), whole.first(whole.size() / 2),
          QByteArray(whole).replace("MAIL", "MALL"), QByteArray::fromStdString(checkedLine(versions.toStdString())),
          QByteArray::fromStdString(checkedLine("[]")),
          QByteArray::fromStdString(checkedLine("{\"format\":1,\"journals\":[{}]}"))}) {
        setIndex(bytes);
        expectTheSameList();
        EXPECT_EQ(index(), whole) << bytes.left(80).toStdString();
    }
    ASSERT_TRUE(QFile::remove(indexFile()));
    expectTheSameList();
    EXPECT_EQ(index(), whole);
}

TEST_F(JournalIndexTest, AJournalThatHasChangedIsReadAgain)
{
    ASSERT_TRUE(
        store.open(stopped)->journal->append({3, clock.now(), maintenance::record::RunFinished{Outcome::Abandoned}}));
    EXPECT_EQ(store.list()->front().run.outcome, Outcome::Abandoned);
    overwrite(done, bytesOf(done).replace("MAIL", "MALL")); // as long as it was
    EXPECT_TRUE(store.list()->back().error);
    ASSERT_TRUE(QFile::remove(store.pathOf(done)));
    EXPECT_EQ(store.list()->size(), 1U);
    EXPECT_FALSE(index().contains(QByteArray::fromStdString(done)));
}

// A file system tells times apart by up to two seconds.
TEST_F(JournalIndexTest, AJournalThatChangedShortlyBeforeTheIndexWasWrittenIsReadAgain)
{
    overwrite(done, bytesOf(done));
    ASSERT_TRUE(store.list());
    changeIndex("\"update\"", "\"from the index\"");
    EXPECT_EQ(store.list()->back().run.reason, "update");
}

TEST_F(JournalIndexTest, AnotherJournalOfTheSameNameIsReadAgain)
{
    auto other = oneStepRun(done);
    other.reason = "repair"; // as long as the word before
    other.number = 1;
    QByteArray bytes;
    for (const auto& record : wholeJournal(other))
        bytes += QByteArray::fromStdString(journalLine(record));
    ASSERT_EQ(bytes.size(), bytesOf(done).size());
    overwrite(done, bytes);
    backdate(done);
    EXPECT_EQ(store.list()->back().run.reason, "repair");
}

TEST_F(JournalIndexTest, ARunThatIsUnderWayOrUnreadableIsNotIndexed)
{
    auto opened = store.open(stopped);
    ASSERT_TRUE(opened->journal->append({3, clock.now(), maintenance::record::Note{"goes on"}}));
    backdate(stopped);
    EXPECT_TRUE(store.list()->front().inUse);
    EXPECT_FALSE(index().contains(QByteArray::fromStdString(stopped)));
    opened->journal.reset();
    EXPECT_FALSE(store.list()->front().inUse);
    EXPECT_TRUE(index().contains(QByteArray::fromStdString(stopped)));
    overwrite(done, "no journal\n");
    backdate(done);
    EXPECT_TRUE(store.list()->back().error);
    EXPECT_FALSE(index().contains(QByteArray::fromStdString(done)));
}

TEST_F(JournalIndexTest, AFolderThatIsReadOnlyOrGoneIsListedAllTheSame)
{
    ASSERT_TRUE(QFile::remove(indexFile()));
    ASSERT_TRUE(QDir(folder()).mkdir(QStringLiteral("index"))); // nothing can be written in its place
    expectTheSameList();
    ASSERT_TRUE(QDir(folder()).removeRecursively());
    EXPECT_TRUE(store.list()->empty());
    EXPECT_FALSE(QDir(folder()).exists()) << "listing makes no folder";
}

TEST_F(JournalIndexTest, TheIndexIsReadableByItsOwnerOnly)
{
#ifdef Q_OS_WIN
    GTEST_SKIP() << "on Windows the access list of the user's folder says who reads";
#endif
    const auto permissions = QFileInfo(indexFile()).permissions();
    EXPECT_FALSE(permissions &
                 (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther));
}

TEST_F(JournalFileStoreTest, ALockOfAnotherProcessHoldsUntilThatProcessEnds)
{
    write(oneStepRun("a"), 2);
    QProcess holder;
    holder.start(writer, {folder(), QStringLiteral("a"), QStringLiteral("--hold")});
    ASSERT_TRUE(holder.waitForReadyRead()) << "the process did not open the journal";
    const auto refused = store.open("a");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Locked);
    EXPECT_EQ(refused.error().code, holder.processId());
    holder.kill();
    ASSERT_TRUE(holder.waitForFinished());
    EXPECT_TRUE(store.open("a"));
}

// A process that is killed while it makes its lock file leaves one without its name, or with a part of it.
TEST_F(JournalFileStoreTest, ALockFileThatNamesNobodyHoldsNothing)
{
    write(oneStepRun("2026-01-01T00-00-00-MAIL-enter"), 3);
    const QString path = store.pathOf("2026-01-01T00-00-00-MAIL-enter") + QStringLiteral(".lock");
    for (const QByteArray& bytes : {QByteArray(), QByteArray("4711\nservices_te")}) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        EXPECT_TRUE(store.list()->front().resumable());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        const auto opened = store.open("2026-01-01T00-00-00-MAIL-enter");
        EXPECT_TRUE(opened) << opened.error().summary();
    }
}

// The system's lock of a file may not reach the other computers that share the folder.
TEST_F(JournalFileStoreTest, ALockFileThatNamesAnotherComputerHolds)
{
    write(oneStepRun("a"), 3);
    QFile file(store.pathOf("a") + QStringLiteral(".lock"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("4711\ndrydock\nelsewhere.example\nmachine\nboot\n");
    file.close();
    EXPECT_TRUE(store.list()->front().inUse);
    const auto opened = store.open("a");
    ASSERT_FALSE(opened);
    EXPECT_NE(opened.error().detail.find("elsewhere.example"), std::string::npos) << opened.error().detail;
    EXPECT_EQ(opened.error().code, 4711);
}

// A writer is killed at any moment; what it had reported as written is there, and the file opens.
TEST_F(JournalFileStoreTest, NoReportedRecordIsLostWhenTheProcessIsKilled)
{
    for (int round = 0; round < 8; ++round) {
        const auto id = "run" + std::to_string(round);
        QProcess process;
        process.start(writer, {folder(), QString::fromStdString(id)});
        QByteArray reported;
        while (reported.count('\n') < 3 + round * 2 && process.waitForReadyRead())
            reported += process.readAllStandardOutput();
        process.kill();
        ASSERT_TRUE(process.waitForFinished());
        reported += process.readAllStandardOutput();
        const auto whole = reported.count('\n'); // the last line may be a part
        ASSERT_GE(whole, 3 + round * 2) << "it ended by itself";
        const auto opened = store.open(id);
        ASSERT_TRUE(opened) << opened.error().summary();
        EXPECT_GE(opened->nextSequence, std::uint64_t(whole) + 1) << "the first record is not reported";
    }
}

#ifdef Q_OS_UNIX

TEST_F(JournalFileStoreTest, ALockFileWhoseHolderHasYetToWriteItsNameIsLeftToIt)
{
    write(oneStepRun("a"), 3);
    const QString path = store.pathOf("a") + QStringLiteral(".lock");
    const int held = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    ASSERT_GE(held, 0);
    ASSERT_EQ(flock(held, LOCK_EX | LOCK_NB), 0); // as the lock of the library does
    EXPECT_TRUE(store.list()->front().inUse);
    const auto opened = store.open("a");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Locked);
    EXPECT_TRUE(QFile::exists(path));
    close(held);
}

TEST_F(JournalFileStoreTest, AFullDiskIsAnErrorAndEndsTheJournal)
{
    auto journal = store.create("a", {}, 0);
    ASSERT_TRUE(journal);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto ignored = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 100;
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto failed = journal->journal->append(wholeJournal(oneStepRun("a"))[0]);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, ignored);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().kind, ErrorKind::Storage);
    EXPECT_FALSE(journal->journal->append(wholeJournal(oneStepRun("a"))[1]));
}

#endif

} // namespace
} // namespace drydock::services
