// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/connection_messages.h"
#include "model/domain/certificate_messages.h"
#include "tests/support/qt_test.h"
#include "tests/ui/shots.h"
#include "tests/ui/window_bench.h"
#include "ui/pages/connect_dialog.h"
#include "ui/pages/connection_test_view.h"
#include "ui/pages/notifications_dialog.h"
#include "ui/pages/pin_dialog.h"
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

    // What the test of a connection shows, of each kind a line.
    static std::vector<controllers::StageReport> sampleReports()
    {
        using controllers::sentence;
        using controllers::TestResult;
        using controllers::TestStage;
        const domain::Error refused{domain::ErrorKind::NotPermitted, "Get-Service on MAIL2", "HTTP 403 Forbidden", 403,
                                    nullptr};
        return {{.stage = TestStage::Name, .found = sentence<"test-name">("mail.contoso.com", "10.0.0.5")},
                {.stage = TestStage::Port, .found = sentence<"test-port">("10.0.0.5:80")},
                {.stage = TestStage::Tls, .result = TestResult::Skipped, .found = sentence<"test-no-tls-sealed">()},
                {.stage = TestStage::Authentication, .found = sentence<"test-authenticated-by">("Kerberos, sealed")},
                {.stage = TestStage::Shell, .found = sentence<"test-shell">("mail.contoso.com")},
                {.stage = TestStage::Roles, .found = sentence<"test-roles">("612")},
                {.stage = TestStage::Member,
                 .result = TestResult::Warning,
                 .found = sentence<"test-not-a-member">("outlook.contoso.com", "mail.contoso.com, mail2.contoso.com")},
                {.stage = TestStage::Node, .server = "MAIL", .found = sentence<"test-node">()},
                {.stage = TestStage::Node, .result = TestResult::Warning, .server = "MAIL2", .error = refused}};
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
    auto* tabs = dialog->findChild<QTabWidget*>();
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        shoot(*dialog, named("connect") + (i == 0 ? QString() : QString::number(i)), dialog->size());
    }
    auto* results = dialog->findChild<ConnectionTestView*>();
    results->begin();
    for (const auto& report : sampleReports())
        results->add(report);
    shoot(*dialog, named("connect-test"), {dialog->width(), dialog->height() + results->sizeHint().height()});
    shoot(*dialog, named("connect-test-narrow"), {dialog->minimumWidth(), dialog->height()});
    domain::ServerCertificate certificate;
    certificate.host = "mail.contoso.com";
    certificate.subject = "CN=mail.contoso.com, O=Contoso";
    certificate.issuer = "CN=Contoso Issuing CA 2, O=Contoso";
    certificate.names = {"mail.contoso.com", "mail2.contoso.com"};
    certificate.validFrom = at(0);
    certificate.validUntil = at(0) + std::chrono::days(365);
    certificate.sha256 = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    certificate.problems = {domain::certificateSentence<"issuer-not-known">("CN=Contoso Issuing CA 2, O=Contoso")};
    certificate.pinnable = true;
    PinDialog pin(m_bench.theme, certificate);
    shoot(pin, named("pin"), {pin.minimumWidth(), 400});
    RunDialog run({m_bench.theme, m_bench.clock, m_bench.settings, m_bench.journals}, {}, succeededRun(), true, {});
    shoot(run, named("run"), {1080, 680});
}

TEST_P(WindowShots, Notifications)
{
    controllers::NotificationReceivers receivers;
    receivers.webhook = QUrl(QStringLiteral("https://hooks.contoso.com/services/T0/B0"));
    receivers.format = tables::WebhookFormat::Teams;
    receivers.header = QStringLiteral("Authorization");
    receivers.program = QStringLiteral("/usr/local/bin/page-the-admin");
    NotificationsDialog dialog(m_bench.theme, receivers, true);
    dialog.showFailure(
        {domain::ErrorKind::HttpStatus, "post to hooks.contoso.com", "503 Service Unavailable", 503, {}});
    EXPECT_GT(colours(shoot(dialog, named("notifications"), dialog.sizeHint().expandedTo(dialog.minimumSize()))), 20);
}

INSTANTIATE_TEST_SUITE_P(Themes, WindowShots, ::testing::Values(Theme::Mode::Light, Theme::Mode::Dark));

} // namespace
