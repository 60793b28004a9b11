// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Prints how long the program takes from its start to the first filled table on the lab, beside an empty Qt window.
#include "app/composition.h"
#include "app/drydock/application.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace drydock;

namespace {

// Both say so when what they show has been painted, and end; what closing takes is not measured.
void quitWhenPainted(QWidget& window)
{
    QTimer::singleShot(0, &window, [&window] {
        window.repaint();
        std::puts("painted");
        std::fflush(stdout);
        QCoreApplication::quit();
    });
}

int emptyWindow()
{
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    quitWhenPainted(window);
    return QApplication::exec();
}

int filledTable()
{
    const QTemporaryDir data;
    app::LaunchOptions options;
    options.dataDir = data.path();
    options.labScenario = QStringLiteral("seed");
    app::Composition composition(options);
    app::Application application(composition, options, ui::Theme::Mode::Light);
    application.window().showPage(ui::Page::Servers);
    const auto filled = [&application, once = false](const domain::SnapshotPtr& snapshot) mutable {
        if (!once && snapshot && !snapshot->servers.empty()) quitWhenPainted(application.window());
        once = once || (snapshot && !snapshot->servers.empty());
    };
    QObject::connect(&application.refresh(), &controllers::RefreshController::partRead, &application, filled);
    QObject::connect(&application.refresh(), &controllers::RefreshController::snapshotChanged, &application, filled);
    application.start();
    return QApplication::exec();
}

double seconds(const char* self, const char* what)
{
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        QProcess process;
        QElapsedTimer timer;
        timer.start();
        process.start(QString::fromLocal8Bit(self), {QString::fromLatin1(what)});
        if (process.waitForReadyRead(60'000)) best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e9);
        process.waitForFinished(60'000);
    }
    return best;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1) {
        QApplication application(argc, argv);
        return std::string_view(argv[1]) == "empty" ? emptyWindow() : filledTable();
    }
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariableIsSet("DISPLAY") ? "xcb" : "offscreen");
    const double empty = seconds(argv[0], "empty");
    const double filled = seconds(argv[0], "filled");
    std::printf("start to first filled table %.3f s, an empty window %.3f s: %.2f times (goal: 3)\n", filled, empty,
                filled / empty);
    return 0;
}
