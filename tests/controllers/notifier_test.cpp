// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/notifier.h"
#include "tests/support/qt_test.h"

#include <QFile>
#include <QPromise>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace drydock::controllers {
namespace {

using domain::Error;
using domain::ErrorKind;
using namespace std::chrono_literals;

NotificationReceivers webhookAt(const char* url)
{
    NotificationReceivers receivers;
    receivers.webhook = QUrl(QString::fromLatin1(url));
    return receivers;
}

QFuture<domain::Result<>> readyFuture(domain::Result<> result)
{
    QPromise<domain::Result<>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

// Answers what a test says, in this order; then success.
struct Receiver {
    std::vector<domain::Result<>> answers;
    std::vector<ports::WebhookRequest> requests;

    ports::PostWebhook post()
    {
        return [this](const ports::WebhookRequest& request) {
            requests.push_back(request);
            const auto number = requests.size() - 1;
            return readyFuture(number < answers.size() ? answers[number] : domain::Result<>());
        };
    }
};

domain::Result<> failure(ErrorKind kind, std::int64_t code = 0)
{
    return tl::unexpected(Error{kind, "post", {}, code, nullptr});
}

TEST(Receivers, AWebhookIsHttpsOrOnThisComputer)
{
    EXPECT_TRUE(checkReceivers(webhookAt("https://hooks.example.org/a")));
    EXPECT_TRUE(checkReceivers(webhookAt("http://127.0.0.1:8080/a")));
    for (const auto* bad : {"http://hooks.example.org/a", "ftp://hooks.example.org", "hooks.example.org", "https://",
                            "https://user:password@hooks.example.org/"}) {
        const auto checked = checkReceivers(webhookAt(bad));
        ASSERT_FALSE(checked) << bad;
        EXPECT_EQ(checked.error().kind, ErrorKind::BadAddress) << bad;
    }
}

TEST(Receivers, AHeaderIsATokenWithoutAMeaningInHttp)
{
    auto receivers = webhookAt("https://hooks.example.org/a");
    for (const auto* good : {"", "Authorization", "X-Api-Key", "x_key"}) {
        receivers.header = QString::fromLatin1(good);
        EXPECT_TRUE(checkReceivers(receivers)) << good;
    }
    for (const auto* bad : {"a b", "a:b", "a\r\nb", "Content-Length", "HOST", "\xe4"}) {
        receivers.header = QString::fromLatin1(bad);
        EXPECT_FALSE(checkReceivers(receivers)) << bad;
    }
}

TEST(Receivers, AreKeptInTheSettingsWithoutTheSecret)
{
    const QTemporaryDir folder;
    services::Settings settings(folder.path());
    auto receivers = webhookAt("https://hooks.example.org/a?b=c%20d");
    receivers.format = tables::WebhookFormat::Slack;
    receivers.header = QStringLiteral("Authorization");
    receivers.program = QStringLiteral("/usr/bin/true");
    store(settings, receivers);
    ASSERT_TRUE(settings.save());
    const auto read = storedReceivers(services::Settings(folder.path()));
    EXPECT_EQ(read.webhook, receivers.webhook);
    EXPECT_EQ(read.format, receivers.format);
    EXPECT_EQ(read.header, receivers.header);
    EXPECT_EQ(read.program, receivers.program);
}

TEST(Notifier, SendsTheBodyAndTheHeaderOnce)
{
    Receiver receiver;
    Notifier notifier(receiver.post());
    auto receivers = webhookAt("https://hooks.example.org/a");
    receivers.header = QStringLiteral("Authorization");
    ASSERT_TRUE(notifier.setReceivers(receivers, domain::Secret("Bearer x")));
    const QSignalSpy idle(&notifier, &Notifier::idle);
    const auto told = maintenance::testNotification({});
    notifier.send(told);
    EXPECT_TRUE(notifier.busy());
    ASSERT_TRUE(tests::waitUntil([&] { return idle.count() == 1; }));
    ASSERT_EQ(receiver.requests.size(), 1U);
    EXPECT_EQ(receiver.requests[0].body, notifier.bodyOf(told));
    EXPECT_EQ(receiver.requests[0].header, "Authorization");
    EXPECT_EQ(receiver.requests[0].value->reveal(), "Bearer x");
    EXPECT_FALSE(notifier.busy());
}

TEST(Notifier, AWebhookThatDoesNotAnswerIsTriedAgainAndThenReported)
{
    for (const auto& answer : {failure(ErrorKind::Unreachable), failure(ErrorKind::TimedOut),
                               failure(ErrorKind::HttpStatus, 503), failure(ErrorKind::HttpStatus, 429)}) {
        Receiver receiver{{answer, answer, answer}, {}};
        Notifier notifier(receiver.post(), nullptr, {1ms, 1ms});
        ASSERT_TRUE(notifier.setReceivers(webhookAt("https://hooks.example.org/a"), {}));
        const QSignalSpy idle(&notifier, &Notifier::idle);
        const QSignalSpy failed(&notifier, &Notifier::failed);
        notifier.send(maintenance::testNotification({}));
        ASSERT_TRUE(tests::waitUntil([&] { return idle.count() == 1; }));
        EXPECT_EQ(receiver.requests.size(), 3U);
        EXPECT_EQ(failed.count(), 1);
    }
}

TEST(Notifier, AWebhookThatRefusesIsNotTriedAgain)
{
    Receiver receiver{{failure(ErrorKind::HttpStatus, 404)}, {}};
    Notifier notifier(receiver.post(), nullptr, {1ms, 1ms});
    ASSERT_TRUE(notifier.setReceivers(webhookAt("https://hooks.example.org/a"), {}));
    const QSignalSpy idle(&notifier, &Notifier::idle);
    notifier.send(maintenance::testNotification({}));
    ASSERT_TRUE(tests::waitUntil([&] { return idle.count() == 1; }));
    EXPECT_EQ(receiver.requests.size(), 1U);
}

TEST(Notifier, BadReceiversLeaveNone)
{
    Receiver receiver;
    Notifier notifier(receiver.post());
    ASSERT_TRUE(notifier.setReceivers(webhookAt("https://hooks.example.org/a"), {}));
    EXPECT_FALSE(notifier.setReceivers(webhookAt("http://hooks.example.org/a"), {}));
    notifier.send(maintenance::testNotification({}));
    EXPECT_FALSE(notifier.busy());
    EXPECT_TRUE(receiver.requests.empty());
}

} // namespace
} // namespace drydock::controllers
