// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The built drydock under a display of its own: the wizard by keyboard and mouse through the tour, and the pixels it
// must show.
#include "programs.h"

#include "tests/support/qt_test.h"

#include <QDir>
#include <QImage>
#include <QSet>
#include <QStandardPaths>
#include <gtest/gtest.h>

using namespace drydock::tests;

namespace {

// A virtual screen of 1600×1000 with nothing else on it.
class Screen
{
public:
    Screen()
    {
        m_process.start(QStringLiteral("Xvfb"),
                        {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                         QStringLiteral("0"), QStringLiteral("1600x1000x24"), QStringLiteral("-nolisten"),
                         QStringLiteral("tcp")});
        if (m_process.waitForStarted(10'000) && m_process.waitForReadyRead(20'000))
            m_display = QStringLiteral(":") + QString::fromLatin1(m_process.readLine().trimmed());
    }
    ~Screen()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000)) m_process.kill();
    }
    [[nodiscard]] const QString& display() const { return m_display; }
    [[nodiscard]] QProcessEnvironment environment() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DISPLAY"), m_display);
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        return environment;
    }
    // What stands on standard output; empty when the program fails.
    [[nodiscard]] QByteArray run(const QString& program, const QStringList& arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(program, arguments);
        process.waitForFinished(20'000);
        return process.exitCode() == 0 ? process.readAllStandardOutput().trimmed() : QByteArray();
    }

private:
    QProcess m_process;
    QString m_display;
};

int colours(const QImage& image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 0; x < image.width(); x += 2)
            seen.insert(image.pixel(x, y));
    return static_cast<int>(seen.size());
}

class Window : public testing::Test
{
protected:
    void SetUp() override
    {
        for (const char* tool : {"Xvfb", "xdotool", "import"})
            if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
                GTEST_SKIP() << tool << " is not installed";
        screen = std::make_unique<Screen>();
        ASSERT_FALSE(screen->display().isEmpty()) << "Xvfb did not start";
    }
    std::unique_ptr<Screen> screen;
};

} // namespace

// Where a program without a display would end with an error of the platform.
TEST(WindowProgram, TheCommandLineNeedsNoDisplay)
{
    const auto run = [](const QStringList& arguments) {
        QProcess drydock;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(name));
        drydock.setProcessEnvironment(environment);
        drydock.start(programPath("drydock"), arguments);
        return waitFor(drydock, 60'000);
    };
    const Ended help = run({QStringLiteral("--help")});
    EXPECT_EQ(help.code, 0) << help.text();
    EXPECT_TRUE(help.out.contains("Usage: drydock [OPTIONS]")) << help.text();
    EXPECT_TRUE(help.out.contains("--connect") && help.out.contains("--theme")) << help.text();
    EXPECT_FALSE(help.out.contains("--tour")) << help.text();
    const Ended version = run({QStringLiteral("--version")});
    EXPECT_EQ(version.code, 0) << version.text();
    EXPECT_TRUE(version.out.startsWith("drydock ")) << version.text();
    for (const char* wrong : {"--frob", "MAIL", "--theme=pink", "--lab --connect=http://127.0.0.1:9/", "--lab --user=u",
                              "--connect=ftp://mail2/", "--log-level=x"}) {
        const Ended ended = run(QString::fromLatin1(wrong).split(QLatin1Char(' ')));
        EXPECT_EQ(ended.code, 2) << wrong << '\n' << ended.text();
        EXPECT_TRUE(ended.out.isEmpty() && ended.err.startsWith("drydock: ")) << ended.text();
    }
}

// Qt takes its own options out, wherever they stand.
TEST(WindowProgram, OptionsOfQtAreQts)
{
    QProcess drydock;
    drydock.start(programPath("drydock"),
                  {QStringLiteral("-platform"), QStringLiteral("offscreen"), QStringLiteral("--help"),
                   QStringLiteral("-style"), QStringLiteral("fusion")});
    const Ended ended = waitFor(drydock, 60'000);
    EXPECT_EQ(ended.code, 0) << ended.text();
    EXPECT_TRUE(ended.out.contains("Usage: drydock [OPTIONS]")) << ended.text();
}

TEST_F(Window, ShowsTheLabAndOpensTheWizardByMouseAndKeyboard)
{
    const QTemporaryDir data;
    QProcess drydock;
    drydock.setProcessEnvironment(screen->environment());
    drydock.setProcessChannelMode(QProcess::ForwardedChannels);
    drydock.start(programPath("drydock"), {QStringLiteral("--lab"), QStringLiteral("--data-dir"), data.path(),
                                           QStringLiteral("--theme"), QStringLiteral("light")});
    ASSERT_TRUE(drydock.waitForStarted(30'000));

    QByteArray window;
    const auto find = [&](const QString& name) {
        window = screen
                     ->run(QStringLiteral("xdotool"),
                           {QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"), name})
                     .split('\n')
                     .last();
        return !window.isEmpty();
    };
    ASSERT_TRUE(QTest::qWaitFor([&] { return find(QStringLiteral("Drydock")); }, 60'000));
    const auto shot = [&](const char* name) {
        const QString file = data.filePath(QString::fromLatin1(name));
        static_cast<void>(
            screen->run(QStringLiteral("import"), {QStringLiteral("-window"), QString::fromLatin1(window), file}));
        return QImage(file);
    };
    QImage main;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            main = shot("main.png");
            return colours(main) > 40;
        },
        60'000))
        << "the window stays blank";
    EXPECT_GE(main.width(), 960);
    EXPECT_GE(main.height(), 600);

    const QByteArray mainWindow = window;
    const auto key = [&](const char* keys) {
        static_cast<void>(
            screen->run(QStringLiteral("xdotool"), {QStringLiteral("key"), QStringLiteral("--window"),
                                                    QString::fromLatin1(window), QString::fromLatin1(keys)}));
    };
    static_cast<void>(
        screen->run(QStringLiteral("xdotool"), {QStringLiteral("windowfocus"), QString::fromLatin1(mainWindow)}));
    // Another page by keyboard: other pixels.
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            key("ctrl+3");
            return shot("copies.png") != main;
        },
        60'000));
    drydock.terminate();
    EXPECT_TRUE(drydock.waitForFinished(20'000));
}

TEST_F(Window, TheTourTakesAServerIntoMaintenanceAndBack)
{
    const QTemporaryDir folder;
    QProcess drydock;
    drydock.setProcessEnvironment(screen->environment());
    drydock.start(programPath("drydock"),
                  {QStringLiteral("--tour"), folder.path(), QStringLiteral("--theme"), QStringLiteral("light")});
    const Ended ended = waitFor(drydock, 280'000);
    ASSERT_EQ(ended.code, 0) << ended.text();
    const QStringList pictures = QDir(folder.path()).entryList({QStringLiteral("*.png")});
    EXPECT_GE(pictures.size(), 19) << pictures.join(QLatin1Char(' ')).toStdString();
    QSet<QByteArray> different;
    for (const QString& name : pictures) {
        const QImage image(folder.filePath(name));
        EXPECT_GE(image.width(), 860) << name.toStdString();
        EXPECT_GE(image.height(), 600) << name.toStdString();
        EXPECT_GT(colours(image), 30) << name.toStdString() << " is blank";
        different.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
    }
    EXPECT_GE(different.size(), pictures.size() - 2) << "the same picture more than twice";
}
