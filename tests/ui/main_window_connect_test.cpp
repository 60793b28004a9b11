// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the connect dialog makes of its fields, and how it tests, saves and pins.
#include "model/domain/certificate_messages.h"
#include "tests/support/qt_test.h"
#include "tests/ui/window_bench.h"
#include "ui/pages/connect_dialog.h"
#include "ui/pages/connection_test_view.h"
#include "ui/pages/pin_dialog.h"
#include "ui/widgets/shape_icon.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPromise>
#include <QPushButton>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::tests;
using namespace drydock::ui;

namespace {

struct Connecting : ::testing::Test {
    WindowBench bench;
};

TEST_F(Connecting, TheNodesMayHaveAUserAndAnAddressOfTheirOwn)
{
    ConnectDialog dialog(bench.theme, {}, [](ports::AuthenticationScheme) { return true; });
    dialog.findChild<QComboBox*>(QStringLiteral("url"))->setCurrentText(QStringLiteral("mail2.contoso.com"));
    auto* nodePassword = dialog.findChild<QLineEdit*>(QStringLiteral("nodePassword"));
    EXPECT_FALSE(nodePassword->isEnabled()) << "without a user it is of no use";
    dialog.findChild<QLineEdit*>(QStringLiteral("nodeUser"))->setText(QStringLiteral("CONTOSO\\nodes"));
    EXPECT_TRUE(nodePassword->isEnabled());
    nodePassword->setText(QStringLiteral("of the nodes"));
    dialog.findChild<QLineEdit*>(QStringLiteral("password"))->setText(QStringLiteral("of the server"));
    auto* address = dialog.findChild<QComboBox*>(QStringLiteral("nodeUrl"));
    EXPECT_GE(address->findText(QStringLiteral("https://{fqdn}:5986/wsman")), 0);
    EXPECT_GE(address->findText(QStringLiteral("http://{fqdn}:5985/wsman")), 0);
    address->setCurrentIndex(1);
    auto* single = dialog.findChild<QPlainTextEdit*>(QStringLiteral("nodeUrls"));
    auto* connectButton = dialog.findChild<QPushButton*>(QStringLiteral("connect"));
    single->setPlainText(QStringLiteral("MAIL https://10.0.0.1/wsman"));
    EXPECT_FALSE(connectButton->isEnabled()) << "there is no =";
    single->setPlainText(QStringLiteral("MAIL = https://10.0.0.1/wsman\n"));
    EXPECT_TRUE(connectButton->isEnabled()) << connectButton->toolTip().toStdString();
    const auto profile = dialog.profile();
    EXPECT_EQ(profile.nodeUser, QStringLiteral("CONTOSO\\nodes"));
    EXPECT_EQ(profile.nodeUrlTemplate, QStringLiteral("https://{fqdn}:5986/wsman"));
    EXPECT_EQ(profile.nodeUrls.value(QStringLiteral("MAIL")), QStringLiteral("https://10.0.0.1/wsman"));
    const auto passwords = dialog.takePasswords();
    EXPECT_EQ(passwords.user.reveal(), "of the server");
    EXPECT_EQ(passwords.node.reveal(), "of the nodes");
    EXPECT_TRUE(nodePassword->text().isEmpty());
}

TEST_F(Connecting, AClientCertificateNeedsItsFileAndHttps)
{
    ConnectDialog dialog(bench.theme, {}, [](ports::AuthenticationScheme) { return true; });
    auto* scheme = dialog.findChild<QComboBox*>(QStringLiteral("scheme"));
    auto* file = dialog.findChild<QLineEdit*>(QStringLiteral("clientCertificate"));
    auto* connectButton = dialog.findChild<QPushButton*>(QStringLiteral("connect"));
    dialog.findChild<QComboBox*>(QStringLiteral("url"))->setCurrentText(QStringLiteral("mail2.contoso.com"));
    EXPECT_TRUE(file->isHidden());
    scheme->setCurrentIndex(scheme->findData(int(ports::AuthenticationScheme::Certificate)));
    EXPECT_FALSE(file->isHidden());
    EXPECT_FALSE(connectButton->isEnabled());
    file->setText(QStringLiteral("/home/me/me.p12"));
    EXPECT_TRUE(connectButton->isEnabled()) << connectButton->toolTip().toStdString();
    EXPECT_EQ(dialog.profile().url, QStringLiteral("https://mail2.contoso.com/PowerShell/"));
    EXPECT_EQ(dialog.profile().clientCertificate, QStringLiteral("/home/me/me.p12"));
    dialog.findChild<QComboBox*>(QStringLiteral("url"))->setCurrentText(QStringLiteral("http://mail2/PowerShell"));
    EXPECT_FALSE(connectButton->isEnabled());
    scheme->setCurrentIndex(scheme->findData(int(ports::AuthenticationScheme::Kerberos)));
    EXPECT_TRUE(dialog.profile().clientCertificate.isEmpty());
}

TEST_F(Connecting, ConnectionsAreSavedUnderNamesAndDeleted)
{
    ports::ConnectionProfile known;
    known.name = QStringLiteral("Office");
    known.url = QStringLiteral("https://mail/PowerShell/");
    known.scheme = ports::AuthenticationScheme::Basic;
    known.user = QStringLiteral("admin");
    known.trustedDomains = {QStringLiteral("contoso.net"), QStringLiteral("contoso.org")};
    ConnectDialog dialog(bench.theme, {known}, [](ports::AuthenticationScheme) { return true; });
    std::vector<ports::ConnectionProfile> saved, removed;
    dialog.offerSaving([&](const auto& profile) { saved.push_back(profile); },
                       [&](const auto& profile) { removed.push_back(profile); });
    EXPECT_EQ(dialog.profile(), known) << "what is shown is what was saved";
    auto* choice = dialog.findChild<QComboBox*>(QStringLiteral("saved"));
    dialog.findChild<QLineEdit*>(QStringLiteral("name"))->setText(QStringLiteral("Office, read-only"));
    dialog.findChild<QCheckBox*>(QStringLiteral("readOnly"))->setChecked(true);
    dialog.findChild<QPushButton*>(QStringLiteral("save"))->click();
    ASSERT_EQ(saved.size(), 1U);
    EXPECT_EQ(saved.front().name, QStringLiteral("Office, read-only"));
    EXPECT_TRUE(saved.front().readOnly);
    EXPECT_EQ(choice->currentText(), QStringLiteral("Office, read-only"));
    EXPECT_EQ(choice->count(), 3) << "a new one, and both";
    dialog.findChild<QAction*>(QStringLiteral("deleteProfile"))->trigger();
    ASSERT_EQ(removed.size(), 1U);
    EXPECT_EQ(removed.front().name, QStringLiteral("Office, read-only"));
    EXPECT_EQ(choice->count(), 2);
}

// The window tests through the same controller as drydockctl; here only what the dialog makes of it.
TEST_F(Connecting, TheTestShowsALineForEachStageAndOffersToPin)
{
    ConnectDialog dialog(bench.theme, {}, [](ports::AuthenticationScheme) { return true; });
    domain::EndpointFindings found;
    found.addresses = std::vector<std::string>{"10.0.0.5"};
    found.port = std::string("10.0.0.5:443");
    found.tls = domain::fail(domain::ErrorKind::CertificateUntrusted, "connect");
    found.certificate.emplace();
    found.certificate->host = "mail.contoso.com";
    found.certificate->subject = "CN=mail.contoso.com";
    found.certificate->sha256 = std::string(64, 'a');
    found.certificate->problems = {domain::certificateSentence<"self-signed">()};
    found.certificate->pinnable = true;
    dialog.offerTest(
        [&](const auto&) {
            QPromise<domain::EndpointFindings> promise;
            promise.start();
            promise.addResult(found);
            promise.finish();
            return promise.future();
        },
        [this](const auto&, const auto&) -> domain::Result<std::shared_ptr<ports::ExchangeGateway>> {
            return bench.gateway;
        });
    dialog.show();
    dialog.findChild<QComboBox*>(QStringLiteral("url"))
        ->setCurrentText(QStringLiteral("https://mail.contoso.com/PowerShell/"));
    dialog.findChild<QPushButton*>(QStringLiteral("test"))->click();
    const auto pin = [&] { return dialog.findChild<PinDialog*>(); };
    ASSERT_TRUE(waitUntil([&] { return pin() != nullptr; }));
    auto* results = dialog.findChild<ConnectionTestView*>();
    EXPECT_TRUE(results->isVisible());
    EXPECT_EQ(results->findChildren<ShapeIcon*>().size(), 3);
    EXPECT_EQ(pin()->findChild<QLabel*>(QStringLiteral("subject"))->text(), QStringLiteral("CN=mail.contoso.com"));
    EXPECT_TRUE(pin()->findChild<QLabel*>(QStringLiteral("problems"))->text().contains(QStringLiteral("self-signed")));
    EXPECT_TRUE(pin()->findChild<QLabel*>(QStringLiteral("fingerprint"))->text().startsWith(QStringLiteral("AA:AA")));
    pin()->findChild<QPushButton*>(QStringLiteral("pinIt"))->click();
    EXPECT_EQ(dialog.profile().pinnedCertificate, QString(64, QLatin1Char('a')));
    found.tls = domain::fail(domain::ErrorKind::CertificateExpired, "connect");
    found.certificate->pinnable = false;
    ASSERT_TRUE(waitUntil([&] { return pin() == nullptr; }));
    dialog.findChild<QPushButton*>(QStringLiteral("test"))->click();
    ASSERT_TRUE(waitUntil([&] { return pin() != nullptr; }));
    EXPECT_FALSE(pin()->findChild<QPushButton*>(QStringLiteral("pinIt"))->isEnabled()) << "a pin does not settle it";
}

} // namespace
