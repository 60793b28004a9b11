// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/qt_test.h"
#include "tests/ui/shots.h"
#include "tests/ui/window_bench.h"
#include "ui/pages/connect_dialog.h"
#include "ui/pages/run_dialog.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::tests;
using namespace drydock::ui;

namespace {

class WindowShots : public ::testing::TestWithParam<Theme::Mode>
{
protected:
    QString named(const char* name) const
    {
        return QStringLiteral("window-%1-%2")
            .arg(QLatin1String(name),
                 GetParam() == Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    }
    void draw(const char* name, QSize size = {1280, 800}, qreal scale = 1)
    {
        const auto image = shoot(*m_bench.window, named(name), size, scale);
        EXPECT_GT(colours(image), 20) << name;
        EXPECT_EQ(image.size(), size * scale) << name; // nothing forces the window larger
    }
    // Half an hour of readings, for the curve.
    void live()
    {
        readAt(-30, 37);
        m_bench.connect();
        for (int i = 9; i >= 0; --i) {
            readAt(-3 * i, 37 + (i > 6 ? 90 - 8 * i : 5 * i));
            m_bench.refresh();
        }
    }

    // The next reading is taken at that minute, with so many messages queued on MAIL.
    void readAt(int minute, int messages)
    {
        m_bench.gateway->change([=](auto& snapshot) {
            snapshot.takenAt = at(minute);
            snapshot.queues.front().messageCount = messages;
        });
    }

    WindowBench m_bench{GetParam()};
};

TEST_P(WindowShots, EveryPageFitsItsWindow)
{
    draw("start");
    live();
    m_bench.window->setActivity(runningRun());
    constexpr const char* names[] = {"overview", "servers", "copies", "components", "queues", "runs"};
    for (int i = 0; i < 6; ++i) {
        m_bench.window->showPage(static_cast<Page>(i));
        draw(names[i]);
        draw((std::string(names[i]) + "-small").c_str(), {960, 600});
    }
    m_bench.window->showPage(Page::Overview);
    draw("overview-2x", {1280, 800}, 2);
    m_bench.gateway->failReads(domain::Error{domain::ErrorKind::Unreachable, "connect to mail2.alwayshotcafe.com",
                                             "connection refused", 0, nullptr});
    m_bench.clock.advance(std::chrono::minutes(3));
    m_bench.refresh();
    draw("stale");
    m_bench.window->showPage(Page::Copies);
    draw("copies-stale");
}

TEST_P(WindowShots, ARunThatAsksFitsItsWindow)
{
    live();
    m_bench.window->setActivity(askingRun());
    draw("asks");
    draw("asks-small", {960, 600});
}

TEST_P(WindowShots, AFullGroupFitsItsWindow)
{
    m_bench.gateway->change([](auto& snapshot) { snapshot = largeSnapshot(1, 16, 100, 4); });
    m_bench.connect();
    draw("full-group");
}

TEST_P(WindowShots, TheSeedFitsItsWindow)
{
    m_bench.gateway->change([](auto& snapshot) { snapshot = seedSnapshot(); });
    m_bench.journals.clear();
    m_bench.window->reloadRuns();
    m_bench.connect();
    draw("article");
    m_bench.window->showPage(Page::Copies);
    draw("article-copies");
    m_bench.window->showPage(Page::Runs);
    draw("article-runs");
}

TEST_P(WindowShots, DialogsAreDrawn)
{
    m_bench.connect();
    m_bench.window->openConnectDialog();
    auto* dialog = m_bench.window->findChild<ConnectDialog*>();
    shoot(*dialog, named("connect"), dialog->size());
    RunDialog run({m_bench.theme, m_bench.clock, m_bench.settings, m_bench.journals}, {}, succeededRun(), true, {});
    shoot(run, named("run"), {1080, 680});
}

INSTANTIATE_TEST_SUITE_P(Themes, WindowShots, ::testing::Values(Theme::Mode::Light, Theme::Mode::Dark));

} // namespace
