// The window's program in this process, over the built-in lab: what outlives a window, and what closing one waits for.
#include "app/drydock/application.h"
#include "tests/support/qt_test.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <gtest/gtest.h>

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
        composition = std::make_unique<app::Composition>(options);
        program = std::make_unique<app::Application>(*composition, options, ui::Theme::Mode::Light);
        program->start();
    }
    bool labIsThere()
    {
        return waitUntil([this] { return program->refresh().snapshot() && !program->refresh().refreshing(); },
                         waitTimeout);
    }
    QAbstractButton* firstStartCard(const char* name)
    {
        return program->window().findChild<QAbstractButton*>(QLatin1String(name));
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

TEST_F(WindowProgram, AWizardIsASeparateWindowThatClosesAtOnce)
{
    program->startLab({});
    ASSERT_TRUE(labIsThere());
    QPointer<ui::MaintenanceWizard> wizard =
        program->openWizard(maintenance::Direction::Enter, domain::ServerName("MAIL"));
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
        program->openWizard(maintenance::Direction::Enter, domain::ServerName("MAIL"));
    ASSERT_TRUE(wizard);
    QSignalSpy quits(qApp, &QCoreApplication::aboutToQuit);
    EXPECT_TRUE(program->window().close());
    EXPECT_FALSE(program->window().isVisible());
    EXPECT_FALSE(wizard->isVisible());
    program.reset();
    EXPECT_TRUE(wizard.isNull());
}

} // namespace
} // namespace drydock::tests
