// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The window's program in this process, over the built-in lab: what outlives a window, and what closing one waits for.
#include "app/drydock/application.h"
#include "tests/e2e/relay.h"
#include "tests/support/qt_test.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <optional>
#include <stdexcept>

#include <gtest/gtest.h>

#include <unistd.h>

namespace drydock::tests {
namespace {

using Connection = controllers::ConnectionController::State;

constexpr int waitTimeout = 60000;

class WindowProgram : public ::testing::Test
{
protected:
    WindowProgram()
    {
        expectQtWarning(QStringLiteral("propagateSizeHints")); // the offscreen platform has no sizes to hint at
        options.dataDir = folder.path();
        restart(ui::Theme::Mode::Light);
    }
    // The program from its start, over the same folder; `mode` as --theme gives it.
    void restart(std::optional<ui::Theme::Mode> mode)
    {
        program.reset();
        composition = std::make_unique<app::Composition>(options);
        program = std::make_unique<app::Application>(*composition, options, mode);
        program->start();
    }
    // `data`: of several with one name, the one that stands for it.
    QAction* action(const char* name, const QVariant& data)
    {
        for (auto* found : program->window().findChildren<QAction*>(QLatin1String(name)))
            if (found->data() == data) return found;
        throw std::runtime_error(name);
    }
    QAction* themeAction(ui::Theme::Mode mode) { return action("actionTheme", int(mode)); }
    static bool isDark() { return qApp->palette().color(QPalette::Window).lightness() < 128; }
    bool labIsThere()
    {
        return waitUntil([this] { return program->refresh().snapshot() && !program->refresh().refreshing(); },
                         waitTimeout);
    }
    QAbstractButton* firstStartCard(const char* name)
    {
        return program->window().findChild<QAbstractButton*>(QLatin1String(name));
    }

    // Starts the program with a connection that the command line names, and its password from standard input.
    void startWith(const ports::ConnectionProfile& profile, const domain::Secret& password)
    {
        QTemporaryFile input;
        ASSERT_TRUE(input.open());
        input.write(password.reveal().data(), qint64(password.reveal().size()));
        input.write("\n");
        ASSERT_TRUE(input.flush() && input.seek(0));
        const int before = ::dup(STDIN_FILENO);
        ASSERT_EQ(::dup2(input.handle(), STDIN_FILENO), STDIN_FILENO);
        options.explicitConnection = true;
        options.passwordFromStdin = true;
        options.profile = profile;
        program = std::make_unique<app::Application>(*composition, options, ui::Theme::Mode::Light);
        program->start();
        ::dup2(before, STDIN_FILENO);
        ::close(before);
    }
    // Opens the wizard for MAIL, and goes on to the run with every block overridden.
    ui::MaintenanceWizard* startRun()
    {
        auto* wizard = program->openWizard(maintenance::RunKind::Enter, domain::ServerName("MAIL"));
        const bool runs = waitUntil(
            [&] {
                for (auto* line : wizard->findChildren<QLineEdit*>(QStringLiteral("override")))
                    line->setText(QStringLiteral("MAIL"));
                for (const auto which : {QWizard::NextButton, QWizard::CommitButton})
                    if (wizard->button(which)->isVisible() && wizard->button(which)->isEnabled())
                        wizard->button(which)->click();
                return wizard->currentId() == ui::MaintenanceWizard::RunId;
            },
            waitTimeout);
        return runs ? wizard : nullptr;
    }

    QTemporaryDir folder;
    app::LaunchOptions options;
    std::unique_ptr<app::Composition> composition;
    std::unique_ptr<app::Application> program;
};

TEST_F(WindowProgram, TheLabCanBeOpenedAgainAfterAnotherConnection)
{
    auto* lab = firstStartCard("chooseLab");
    ASSERT_TRUE(lab);
    lab->click();
    ASSERT_TRUE(labIsThere());
    program->connection().disconnect();
    ASSERT_TRUE(waitUntil([&] { return lab->isVisible() && lab->isEnabled(); }, waitTimeout))
        << "the first page is back";
    lab->click();
    ASSERT_TRUE(labIsThere());
    EXPECT_EQ(program->connection().state(), Connection::Connected);
}

// The password of a connection that the command line names.
TEST_F(WindowProgram, ThePasswordFromStandardInputIsUsedAtTheStart)
{
    auto lab = composition->startLab({});
    ASSERT_TRUE(lab) << lab.error().summary();
    startWith(lab->profile, lab->password);
    EXPECT_TRUE(labIsThere());
}

// As after a change of the password: the run is held, and the window asks for the new one.
TEST_F(WindowProgram, ARunHeldByARefusedPasswordGoesOnAfterSigningInAnew)
{
    app::LabOptions fast;
    fast.timeScale = 60;
    auto lab = composition->startLab(std::move(fast));
    ASSERT_TRUE(lab) << lab.error().summary();
    Relay relay(lab->profile.url);
    auto profile = lab->profile;
    profile.url = relay.through(profile.url);
    for (auto& url : profile.nodeUrls)
        url = relay.through(url);
    startWith(profile, lab->password);
    ASSERT_TRUE(labIsThere());
    auto* wizard = startRun();
    ASSERT_TRUE(wizard);
    const auto& controller = wizard->controller();
    ASSERT_TRUE(waitUntil([&] { return controller.state().phase == maintenance::RunPhase::Running; }, waitTimeout));
    relay.refuses = [](const QByteArray&) { return true; };
    ASSERT_TRUE(waitUntil([&] { return controller.state().waitsForCredentials(); }, waitTimeout));
    const auto id = controller.state().id;
    program->refresh().refresh();
    const auto dialog = [&] { return program->window().findChild<QDialog*>(QStringLiteral("connectDialog")); };
    ASSERT_TRUE(waitUntil([&] { return dialog() != nullptr; }, waitTimeout));
    relay.refuses = nullptr;
    auto* password = dialog()->findChild<QLineEdit*>(QStringLiteral("password"));
    ASSERT_TRUE(password);
    password->setText(QStringLiteral("practice"));
    dialog()->findChild<QAbstractButton*>(QStringLiteral("connect"))->click();
    ASSERT_TRUE(waitUntil([&] { return controller.state().phase == maintenance::RunPhase::Finished; }, waitTimeout))
        << maintenance::toString(controller.state().phase);
    EXPECT_EQ(controller.state().id, id);
    EXPECT_NE(controller.state().outcome, maintenance::Outcome::Failed);
}

// A session that nobody has signed in to would send no password.
TEST_F(WindowProgram, WithoutAConnectionARunIsAbandonedOnly)
{
    program->startLab({});
    ASSERT_TRUE(labIsThere());
    program->connection().disconnect();
    EXPECT_EQ(program->connection().newGateway(), nullptr);
    auto* wizard = program->openWizard(maintenance::RunKind::Enter, domain::ServerName("MAIL"));
    ASSERT_TRUE(wizard);
    QSignalSpy failed(&wizard->controller(), &controllers::MaintenanceController::prepareFailed);
    wizard->controller().prepare({maintenance::RunKind::Enter, domain::ServerName("MAIL"), {}, {}, {}});
    ASSERT_TRUE(waitUntil([&] { return !failed.empty(); }, waitTimeout));
    EXPECT_EQ(failed.front().front().value<domain::Error>().detail, "there is no connection");
}

TEST_F(WindowProgram, AWizardIsASeparateWindowThatClosesAtOnce)
{
    program->startLab({});
    ASSERT_TRUE(labIsThere());
    QPointer<ui::MaintenanceWizard> wizard =
        program->openWizard(maintenance::RunKind::Enter, domain::ServerName("MAIL"));
    ASSERT_TRUE(wizard);
    EXPECT_EQ(wizard->parentWidget(), nullptr); // a question over it leaves the main window free
    EXPECT_TRUE(wizard->close());
    EXPECT_FALSE(wizard->isVisible());
    EXPECT_EQ(program->wizard(), nullptr);
    // Its session ends behind it.
    EXPECT_TRUE(waitUntil([&] { return wizard.isNull(); }, waitTimeout));
}

TEST_F(WindowProgram, ClosingTheMainWindowClosesItsWizards)
{
    program->startLab({});
    ASSERT_TRUE(labIsThere());
    QPointer<ui::MaintenanceWizard> wizard =
        program->openWizard(maintenance::RunKind::Enter, domain::ServerName("MAIL"));
    ASSERT_TRUE(wizard);
    QSignalSpy quits(qApp, &QCoreApplication::aboutToQuit);
    EXPECT_TRUE(program->window().close());
    EXPECT_FALSE(program->window().isVisible());
    EXPECT_FALSE(wizard->isVisible());
    program.reset();
    EXPECT_TRUE(wizard.isNull());
}

TEST_F(WindowProgram, ClosingTheMainWindowWaitsForTheAnswerOfTheRun)
{
    app::LabOptions lab;
    lab.timeScale = 5;
    program->startLab(std::move(lab));
    ASSERT_TRUE(labIsThere());
    auto* wizard = startRun();
    ASSERT_TRUE(wizard);
    const auto& controller = wizard->controller();
    const auto sending = [&] {
        const auto& run = controller.state();
        return run.current < run.steps.size() && run.steps[run.current].unanswered();
    };
    ASSERT_TRUE(waitUntil(sending, waitTimeout));
    const auto id = controller.state().id;
    program->window().close();
    auto* accept = program->window().findChild<QAbstractButton*>(QStringLiteral("accept"));
    ASSERT_TRUE(accept);
    accept->click();
    ASSERT_TRUE(waitUntil([&] { return !program->window().isVisible(); }, waitTimeout));
    const auto runs = composition->journals().list();
    ASSERT_TRUE(runs);
    ASSERT_EQ(runs->size(), 1u);
    const auto run = composition->journals().read(runs->front().run.id).state;
    EXPECT_EQ(run.id, id);
    for (const auto& step : run.steps)
        for (const auto& sent : step.sent)
            EXPECT_TRUE(sent.returnedAt) << "what was sent was answered";
    ASSERT_FALSE(run.notes.empty());
    EXPECT_NE(run.notes.back().find("stopped on request"), std::string::npos) << run.notes.back();
}

TEST_F(WindowProgram, TheChosenThemeHoldsAfterARestart)
{
    EXPECT_FALSE(isDark());
    themeAction(ui::Theme::Mode::Dark)->trigger();
    EXPECT_TRUE(isDark());
    restart({});
    EXPECT_TRUE(isDark());
    EXPECT_TRUE(themeAction(ui::Theme::Mode::Dark)->isChecked());
    restart(ui::Theme::Mode::Light);
    EXPECT_FALSE(isDark()) << "--theme wins";
    EXPECT_TRUE(themeAction(ui::Theme::Mode::Light)->isChecked());
    restart({});
    EXPECT_TRUE(isDark()) << "for that start only";
}

TEST_F(WindowProgram, WhatIsChosenAgainstTheThemeOfThisStartIsUsed)
{
    themeAction(ui::Theme::Mode::Dark)->trigger();
    restart(ui::Theme::Mode::Light);
    themeAction(ui::Theme::Mode::Dark)->trigger(); // the stored one
    EXPECT_TRUE(isDark());
}

TEST_F(WindowProgram, TheChosenRefreshIntervalHoldsAfterARestart)
{
    EXPECT_EQ(program->refresh().interval(), std::chrono::seconds(30));
    action("actionInterval", 300)->trigger();
    EXPECT_EQ(program->refresh().interval(), std::chrono::minutes(5));
    restart({});
    EXPECT_EQ(program->refresh().interval(), std::chrono::minutes(5));
    EXPECT_TRUE(action("actionInterval", 300)->isChecked());
}

} // namespace
} // namespace drydock::tests
