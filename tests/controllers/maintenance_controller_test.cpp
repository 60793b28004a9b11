// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/maintenance_controller.h"
#include "model/services/journal_file_store.h"
#include "model/services/journal_lines.h"
#include "tests/support/clocks.h"
#include "tests/support/fake_gateway.h"
#include "tests/support/memory_journal_store.h"
#include "tests/support/organisations.h"
#include "tests/support/qt_test.h"
#include "tests/support/snapshot_changes.h"

#include <QFile>
#include <QSemaphore>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QThread>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>

namespace drydock::controllers {
namespace {

using maintenance::Outcome;
using maintenance::RunKind;
using maintenance::RunPhase;
using maintenance::StepStatus;
using tests::FakeGateway;
using tests::mail;

constexpr int waitTimeout = 60000; // what waits, waits for a condition; this is for a loaded machine

class MaintenanceControllerTest : public ::testing::Test
{
protected:
    MaintenanceControllerTest() { makeController(); }

    void makeController()
    {
        controller.reset();
        gateway = std::make_shared<FakeGateway>(world, &clock);
        gateway->beforeExecute = [this](const maintenance::Command& command) { journalIsAhead(command); };
        controller = std::make_unique<MaintenanceController>(gateway, journals, clock);
    }
    // The last record on the disk must announce the very command that is about to go.
    void journalIsAhead(const maintenance::Command& command)
    {
        if (command.cmdlet == maintenance::writeAdminAuditLog) return; // changes nothing, and is only noted
        const auto runs = journals.list();
        ASSERT_TRUE(runs && !runs->empty());
        QFile file(QString::fromStdString(runs->front().file));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        const auto content = services::readJournal({bytes.constData(), std::size_t(bytes.size())}, "journal");
        ASSERT_TRUE(content) << content.error().summary();
        const auto* sending = std::get_if<maintenance::record::CommandSending>(&content->records.back().body);
        ASSERT_NE(sending, nullptr) << "nothing announced " << command.toPowerShell();
        const auto whole = journals.read(runs->front().run.id);
        const auto& step = whole.state.plan.steps[sending->step];
        EXPECT_EQ((sending->undo ? step.undo : step.commands)[sending->command], command);
        ++announced;
    }
    bool prepare(RunKind runKind = RunKind::Enter)
    {
        const QSignalSpy prepared(controller.get(), &MaintenanceController::prepared);
        MaintenanceController::Request request;
        request.runKind = runKind;
        request.server = mail();
        request.reason = QStringLiteral("update");
        request.changeNumber = QStringLiteral("C1");
        controller->prepare(request);
        return tests::waitUntil([&] { return prepared.count() > 0; }, waitTimeout);
    }
    std::set<std::string> blocks() const
    {
        std::set<std::string> ids;
        for (const auto& check : controller->checks())
            if (check.result == maintenance::CheckResult::Block) ids.insert(check.id);
        return ids;
    }
    void start()
    {
        ASSERT_TRUE(prepare());
        const auto started = controller->start(blocks());
        ASSERT_TRUE(started) << started.error().summary();
    }
    bool waitForPhase(RunPhase phase)
    {
        return tests::waitUntil([&] { return !controller->running() && controller->state().phase == phase; },
                                waitTimeout);
    }
    std::string why() const
    {
        std::string text =
            std::string(toString(controller->state().phase)) + " " + toString(controller->state().outcome);
        for (std::size_t i = 0; i < controller->state().steps.size(); ++i) {
            const auto& step = controller->state().steps[i];
            text += "\n" + controller->state().plan.steps[i].title.english() + ": " + toString(step.status) + " " +
                    step.waitingFor.english() + (step.error ? step.error->summary() : "");
        }
        return text;
    }

    QTemporaryDir dir;
    tests::ScaledClock clock{tests::at(0), 200};
    services::JournalFileStore journals{dir.path() + QStringLiteral("/journals"), clock};
    tests::MemoryJournalStore memory;
    domain::DagSnapshot world = tests::seedSnapshot();
    std::shared_ptr<FakeGateway> gateway;
    std::unique_ptr<MaintenanceController> controller;
    int announced = 0;
};

TEST_F(MaintenanceControllerTest, EndDoesNotWaitForTheSessionToClose)
{
    QSemaphore mayClose;
    gateway->beforeClose = [&mayClose] { mayClose.acquire(); }; // a session whose server does not answer
    QSignalSpy ended(controller.get(), &MaintenanceController::ended);
    controller->end();
    controller->pause(); // there is no run, so this does nothing
    EXPECT_EQ(ended.count(), 0);
    mayClose.release();
    EXPECT_TRUE(tests::waitUntil([&] { return ended.count() == 1; }, waitTimeout));
    controller.reset();
}

TEST_F(MaintenanceControllerTest, PreparesOffTheGuiThread)
{
    gateway->hold(FakeGateway::Call::Open);
    QSignalSpy preparing(controller.get(), &MaintenanceController::preparing);
    QSignalSpy prepared(controller.get(), &MaintenanceController::prepared);
    controller->prepare({.runKind = RunKind::Enter, .server = mail(), .options = {}, .reason = {}, .changeNumber = {}});
    EXPECT_EQ(preparing.count(), 1);
    ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 1; }, waitTimeout));
    EXPECT_EQ(prepared.count(), 0);
    gateway->answerHeld();
    ASSERT_TRUE(tests::waitUntil([&] { return prepared.count() == 1; }, waitTimeout));
    EXPECT_FALSE(gateway->calledFrom(QThread::currentThread()));
    EXPECT_FALSE(controller->plan().steps.empty());
    EXPECT_FALSE(controller->checks().empty());
    EXPECT_FALSE(controller->dryRun().empty());
    EXPECT_NE(controller->basis(), nullptr);
    EXPECT_TRUE(journals.list()->empty()) << "preparing writes nothing";
}

TEST_F(MaintenanceControllerTest, AFailedPreparationIsReported)
{
    gateway->failReads(domain::Error{domain::ErrorKind::Unreachable, "read", "no route", 0, nullptr});
    QSignalSpy failed(controller.get(), &MaintenanceController::prepareFailed);
    controller->prepare({.runKind = RunKind::Enter, .server = mail(), .options = {}, .reason = {}, .changeNumber = {}});
    ASSERT_TRUE(tests::waitUntil([&] { return failed.count() == 1; }, waitTimeout));
    EXPECT_EQ(failed.at(0).at(0).value<domain::Error>().kind, domain::ErrorKind::Unreachable);
    EXPECT_EQ(controller->start({}).error().kind, domain::ErrorKind::Usage);
}

TEST_F(MaintenanceControllerTest, OnlyTheLastPreparationCounts)
{
    gateway->hold(FakeGateway::Call::Read);
    QSignalSpy prepared(controller.get(), &MaintenanceController::prepared);
    controller->prepare(
        {.runKind = RunKind::Enter, .server = tests::mail2(), .options = {}, .reason = {}, .changeNumber = {}});
    ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 1; }, waitTimeout));
    controller->prepare({.runKind = RunKind::Enter, .server = mail(), .options = {}, .reason = {}, .changeNumber = {}});
    ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 2; }, waitTimeout));
    gateway->answerHeld();
    ASSERT_TRUE(tests::waitUntil([&] { return prepared.count() >= 1; }, waitTimeout));
    EXPECT_EQ(prepared.count(), 1);
    EXPECT_EQ(controller->plan().server, mail());
}

TEST_F(MaintenanceControllerTest, ABlockMustBeOverridden)
{
    ASSERT_TRUE(prepare());
    ASSERT_TRUE(blocks().contains("single-copy")) << "DB-test has one copy only";
    const auto refused = controller->start({});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, domain::ErrorKind::Usage);
    EXPECT_TRUE(journals.list()->empty());
    EXPECT_FALSE(controller->running());
}

TEST_F(MaintenanceControllerTest, AFullNameOfAnotherDomainIsRefused)
{
    const QSignalSpy failed(controller.get(), &MaintenanceController::prepareFailed);
    MaintenanceController::Request request;
    request.server = mail();
    request.fqdn = "mail.wrong.domain";
    controller->prepare(request);
    ASSERT_TRUE(tests::waitUntil([&] { return failed.count() > 0; }, waitTimeout));
    EXPECT_EQ(failed.front().front().value<domain::Error>().kind, domain::ErrorKind::NotFound);
}

TEST_F(MaintenanceControllerTest, RecordsEveryCommandBeforeItIsSentOnTheWayInAndOut)
{
    tests::setPolicy(world, mail(), domain::AutoActivationPolicy::IntrasiteOnly);
    makeController();
    QSignalSpy states(controller.get(), &MaintenanceController::stateChanged);
    QSignalSpy seen(controller.get(), &MaintenanceController::snapshotRead);
    start();
    EXPECT_TRUE(controller->running());
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
    EXPECT_EQ(controller->state().outcome, Outcome::Succeeded) << why();
    EXPECT_FALSE(gateway->calledFrom(QThread::currentThread()));
    EXPECT_GT(states.count(), 10);
    EXPECT_GT(seen.count(), 5);
    EXPECT_EQ(announced, int(gateway->sent().size()));
    EXPECT_EQ(controller->state().operatorName, "LAB\\admin");
    EXPECT_EQ(controller->state().changeNumber, "C1");

    ASSERT_TRUE(prepare(RunKind::Reinstate));
    ASSERT_TRUE(controller->start(blocks()));
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
    EXPECT_EQ(controller->state().outcome, Outcome::Succeeded) << why();
    EXPECT_EQ(announced, int(gateway->sent().size()));
    const auto after = gateway->snapshot();
    EXPECT_EQ(after.server(mail())->autoActivationPolicy, domain::AutoActivationPolicy::IntrasiteOnly)
        << "as it was before";
    EXPECT_FALSE(after.server(mail())->activationDisabledAndMoveNow);
    const auto runs = journals.list();
    ASSERT_EQ(runs->size(), 2U);
    for (const auto& run : *runs) {
        EXPECT_FALSE(run.error);
        EXPECT_FALSE(run.inUse);
        EXPECT_EQ(run.run.outcome, Outcome::Succeeded);
    }
    const auto read = [this](const ports::RunListing& listing) { return journals.read(listing.run.id); };
    EXPECT_FALSE(*maintenance::originalSettings(*runs, read, mail(), {}));
}

// Two computers, each with journals of its own, and one organisation.
TEST_F(MaintenanceControllerTest, AnotherComputerSeesTheRunAndRestoresTheSettingsFromBefore)
{
    tests::setPolicy(world, mail(), domain::AutoActivationPolicy::IntrasiteOnly);
    services::JournalFileStore journalsOfTheOther{dir.path() + QStringLiteral("/other"), clock};
    const auto sit = [this](ports::JournalStore& store) { // down at a computer
        controller.reset();
        if (gateway) world = gateway->snapshot();
        gateway = std::make_shared<FakeGateway>(world, &clock);
        gateway->info.permissions[maintenance::writeAdminAuditLog];
        gateway->info.permissions[maintenance::searchAdminAuditLog];
        controller = std::make_unique<MaintenanceController>(gateway, store, clock);
    };
    const auto found = [this](const char* id) {
        for (const auto& check : controller->checks())
            if (check.id == id) return check;
        return maintenance::Check{};
    };
    gateway.reset();
    sit(journals);
    gateway->holdCommand("Restart-Service");
    start();
    ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 1; }, waitTimeout));
    const auto enterId = controller->state().id;
    const auto enterNumber = controller->state().number;

    const auto working = std::move(controller); // goes on at the first computer
    const auto theirs = gateway;
    sit(journalsOfTheOther);
    ASSERT_TRUE(prepare());
    EXPECT_EQ(found("other-run").result, maintenance::CheckResult::Block);
    EXPECT_THAT(found("other-run").found.english(),
                testing::HasSubstr("MAIL is being put into maintenance by LAB\\admin from " +
                                   QSysInfo::machineHostName().toStdString()));
    controller = nullptr;
    theirs->release();
    ASSERT_TRUE(tests::waitUntil([&] { return !working->running(); }, waitTimeout));
    EXPECT_EQ(working->state().outcome, Outcome::Succeeded);
    world = theirs->snapshot();

    gateway.reset();
    sit(journalsOfTheOther);
    ASSERT_TRUE(prepare(RunKind::Reinstate));
    EXPECT_EQ(found("other-run").result, maintenance::CheckResult::Pass);
    EXPECT_THAT(found("original-settings").found.english(), testing::HasSubstr("from the organisation's record"));
    EXPECT_EQ(controller->plan().closes, enterId);
    ASSERT_TRUE(controller->start(blocks()));
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
    EXPECT_EQ(controller->state().outcome, Outcome::Succeeded) << why();
    EXPECT_EQ(gateway->snapshot().server(mail())->autoActivationPolicy, domain::AutoActivationPolicy::IntrasiteOnly);
    EXPECT_GT(controller->state().number, enterNumber) << "no clock says which of the two is newer";

    sit(journals); // at the first one again, whose journals do not know of the way back
    ASSERT_TRUE(prepare());
    EXPECT_TRUE(controller->plan().inheritedFrom.empty());
}

TEST_F(MaintenanceControllerTest, ASharedRunIsAbandonedWithoutASessionAndNotesThatOthersDoNotSeeTheEnd)
{
    gateway->info.permissions[maintenance::writeAdminAuditLog];
    gateway->holdCommand("Restart-Service");
    start();
    ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 1; }, waitTimeout));
    const auto id = controller->state().id;
    controller = std::make_unique<MaintenanceController>(nullptr, journals, clock);
    const auto abandoned = controller->resume(id, MaintenanceController::ResumeAs::Abandon);
    ASSERT_TRUE(abandoned) << abandoned.error().summary();
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
    EXPECT_EQ(controller->state().outcome, Outcome::Abandoned);
    EXPECT_THAT(controller->state().notes, testing::Contains(testing::HasSubstr("not in the organisation's record")));
}

TEST_F(MaintenanceControllerTest, NothingIsSentWhenTheJournalCannotBeMade)
{
    QFile blocker(dir.path() + QStringLiteral("/journals"));
    ASSERT_TRUE(blocker.open(QIODevice::WriteOnly));
    ASSERT_TRUE(prepare());
    const auto started = controller->start(blocks());
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().kind, domain::ErrorKind::Storage);
    EXPECT_FALSE(controller->running());
    EXPECT_TRUE(gateway->sent().empty());
}

TEST_F(MaintenanceControllerTest, StopsAfterTheStepAndContinues)
{
    gateway->hold(FakeGateway::Call::Execute);
    start();
    ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 1; }, waitTimeout));
    controller->stopAfterStep();
    ASSERT_TRUE(tests::waitUntil([&] { return controller->state().phase == RunPhase::StopRequested; }, waitTimeout));
    gateway->release();
    ASSERT_TRUE(waitForPhase(RunPhase::Stopped)) << why();
    EXPECT_EQ(gateway->sent().size(), 1U);
    EXPECT_TRUE(journals.list()->front().inUse) << "it may go on at once";
    QSignalSpy rests(controller.get(), &MaintenanceController::cameToRest);
    ASSERT_TRUE(controller->continueRun());
    ASSERT_TRUE(tests::waitUntil([&] { return controller->running(); }, waitTimeout));
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
    EXPECT_EQ(rests.count(), 1);
    EXPECT_EQ(controller->state().outcome, Outcome::Succeeded) << why();
}

TEST_F(MaintenanceControllerTest, UndoesWhatItDid)
{
    gateway->hold(FakeGateway::Call::Execute);
    start();
    ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 1; }, waitTimeout));
    controller->stopAfterStep();
    ASSERT_TRUE(tests::waitUntil([&] { return controller->state().phase == RunPhase::StopRequested; }, waitTimeout));
    gateway->release();
    ASSERT_TRUE(waitForPhase(RunPhase::Stopped)) << why();
    EXPECT_EQ(gateway->snapshot().server(mail())->autoActivationPolicy, domain::AutoActivationPolicy::Blocked);
    ASSERT_TRUE(controller->undoTo(0));
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
    EXPECT_EQ(controller->state().outcome, Outcome::Undone) << why();
    EXPECT_EQ(gateway->snapshot().server(mail())->autoActivationPolicy, domain::AutoActivationPolicy::Unrestricted);
    EXPECT_EQ(announced, int(gateway->sent().size()));
    EXPECT_FALSE(journals.list()->front().inUse);
}

TEST_F(MaintenanceControllerTest, PausesBetweenSteps)
{
    gateway->hold(FakeGateway::Call::Execute);
    start();
    ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 1; }, waitTimeout));
    controller->pause();
    gateway->release();
    ASSERT_TRUE(tests::waitUntil([&] { return controller->state().phase == RunPhase::Paused; }, waitTimeout)) << why();
    EXPECT_TRUE(controller->running());
    ASSERT_TRUE(controller->continueRun());
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
}

TEST_F(MaintenanceControllerTest, ARunClosedDuringACommandIsResumedWithoutSendingItAgain)
{
    gateway->hold(FakeGateway::Call::Execute);
    start();
    ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 1; }, waitTimeout));
    const auto id = controller->state().id;
    const auto old = gateway;
    controller.reset(); // the answer never comes
    EXPECT_TRUE(old->closed());
    const auto runs = journals.list();
    ASSERT_EQ(runs->size(), 1U);
    EXPECT_FALSE(runs->front().inUse);
    EXPECT_EQ(runs->front().run.outcome, Outcome::Unknown);
    old->answerHeld();
    world = old->snapshot(); // the command did run
    makeController();
    const auto resumed = controller->resume(id);
    ASSERT_TRUE(resumed) << resumed.error().summary();
    EXPECT_TRUE(controller->running());
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
    EXPECT_EQ(controller->state().outcome, Outcome::Succeeded) << why();
    for (const auto& command : gateway->sent())
        EXPECT_NE(command, old->sent().front()) << "verified, not sent again";
    EXPECT_EQ(controller->resume(id).error().kind, domain::ErrorKind::Usage) << "it is over";
}

TEST_F(MaintenanceControllerTest, AnUnfinishedRunCanBeUndoneOrAbandoned)
{
    for (const auto how : {MaintenanceController::ResumeAs::Undo, MaintenanceController::ResumeAs::Abandon}) {
        world = tests::seedSnapshot();
        makeController();
        gateway->hold(FakeGateway::Call::Execute);
        start();
        ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 1; }, waitTimeout));
        const auto id = controller->state().id;
        const auto old = gateway;
        controller.reset();
        old->answerHeld();
        world = old->snapshot();
        makeController();
        ASSERT_TRUE(controller->resume(id, how));
        ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
        const bool undone = how == MaintenanceController::ResumeAs::Undo;
        EXPECT_EQ(controller->state().outcome, undone ? Outcome::Undone : Outcome::Abandoned) << why();
        EXPECT_EQ(gateway->snapshot().server(mail())->autoActivationPolicy.value,
                  undone ? domain::AutoActivationPolicy::Unrestricted : domain::AutoActivationPolicy::Blocked);
    }
}

TEST_F(MaintenanceControllerTest, ASupersededRunIsNeitherResumedNorUndone)
{
    gateway->hold(FakeGateway::Call::Execute);
    start();
    ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 1; }, waitTimeout));
    const auto older = controller->state().id;
    controller.reset();
    gateway->answerHeld();
    world = gateway->snapshot();
    clock.set(-std::chrono::hours(1)); // the clock was ahead; it is the number that orders runs
    makeController();
    ASSERT_TRUE(prepare(RunKind::Reinstate));
    ASSERT_TRUE(controller->start(blocks()));
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
    ASSERT_EQ(controller->state().outcome, Outcome::Succeeded) << why();
    EXPECT_EQ(controller->state().plan.closes, older);
    const auto before = gateway->sent().size();
    for (const auto how : {MaintenanceController::ResumeAs::Continue, MaintenanceController::ResumeAs::SendAgain,
                           MaintenanceController::ResumeAs::Undo})
        EXPECT_EQ(controller->resume(older, how).error().kind, domain::ErrorKind::Usage);
    EXPECT_EQ(gateway->sent().size(), before);
    ASSERT_TRUE(controller->resume(older, MaintenanceController::ResumeAs::Abandon));
    ASSERT_TRUE(waitForPhase(RunPhase::Finished));
    EXPECT_EQ(controller->state().outcome, Outcome::Abandoned);
}

TEST_F(MaintenanceControllerTest, AServerThatStopsAnsweringLeavesTheRunAsking)
{
    start();
    gateway->failReads(domain::Error{domain::ErrorKind::Unreachable, "read", "no route", 0, nullptr});
    ASSERT_TRUE(waitForPhase(RunPhase::Asking)) << why();
    gateway->failReads(std::nullopt);
    ASSERT_TRUE(controller->continueRun());
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
}

TEST_F(MaintenanceControllerTest, ARunWhoseJournalFailedContinuesFromItsRecords)
{
    std::atomic<bool> full = false;
    memory.refuse([&full](const auto&) { return full.load(); });
    const auto fresh = std::make_shared<FakeGateway>(world, &clock);
    fresh->beforeExecute = [&](const maintenance::Command& command) { full = command.cmdlet == "Suspend-ClusterNode"; };
    controller = std::make_unique<MaintenanceController>(fresh, memory, clock);
    start();
    ASSERT_TRUE(waitForPhase(RunPhase::Stopped)) << why();
    EXPECT_EQ(controller->state().outcome, Outcome::Unknown);
    full = false;
    fresh->beforeExecute = {};
    ASSERT_TRUE(controller->continueRun());
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
    EXPECT_EQ(controller->state().outcome, Outcome::Succeeded) << why();
    EXPECT_EQ(controller->continueRun().error().kind, domain::ErrorKind::Usage) << "it is over";
}

TEST_F(MaintenanceControllerTest, SendsAgainOnlyOnASeparateRequest)
{
    const auto suspended = [this] { return gateway->timesSent("Suspend-ClusterNode"); };
    gateway->failNext("Suspend-ClusterNode", {domain::ErrorKind::OutcomeUnknown, "Suspend-ClusterNode", "no answer"});
    start();
    ASSERT_TRUE(waitForPhase(RunPhase::Asking)) << why();
    EXPECT_TRUE(controller->state().steps[controller->state().current].sendable);
    ASSERT_TRUE(controller->continueRun());
    ASSERT_TRUE(tests::waitUntil([this] { return controller->running(); }, waitTimeout));
    ASSERT_TRUE(waitForPhase(RunPhase::Asking)) << why();
    EXPECT_EQ(suspended(), 1);
    ASSERT_TRUE(controller->sendAgain());
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
    EXPECT_EQ(suspended(), 2);
}

TEST_F(MaintenanceControllerTest, WithoutALogonTheOperatorIsTheSystemUser)
{
    gateway->info.user.clear();
    start();
    ASSERT_TRUE(waitForPhase(RunPhase::Finished)) << why();
    const auto name = QString::fromStdString(controller->state().operatorName);
    EXPECT_TRUE(name.endsWith(QLatin1Char('@') + QSysInfo::machineHostName())) << qPrintable(name);
}

TEST_F(MaintenanceControllerTest, NothingIsSentWhenTheJournalRefusesRecords)
{
    memory.refuse(
        [](const auto& record) { return !std::holds_alternative<maintenance::record::RunCreated>(record.body); });
    const auto fresh = std::make_shared<FakeGateway>(world, &clock);
    controller = std::make_unique<MaintenanceController>(fresh, memory, clock);
    start();
    ASSERT_TRUE(waitForPhase(RunPhase::Stopped)) << why();
    EXPECT_EQ(controller->state().outcome, Outcome::Failed);
    EXPECT_TRUE(fresh->sent().empty());
}

} // namespace
} // namespace drydock::controllers
