// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/composition.h"

#include "app/lab_launcher.h"
#include "app/logging.h"
#include "app/scaled_clock.h"
#include "app/switchable_journal_store.h"
#include "model/services/campaign_file_store.h"
#include "model/services/journal_file_store.h"
#include "remoting/auth/authentication.h"
#include "remoting/exchange/endpoint_probe.h"
#include "remoting/exchange/remote_shells.h"
#include "remoting/exchange/session_gateway.h"
#include "remoting/http/webhook.h"
#include "remoting/keychain/keychain_store.h"
#include "remoting/session/wire_recorder.h"

#include <QUrl>

namespace drydock::app {

// Members are declared in the order of their dependencies, so that dependent objects are destroyed first.
struct Composition::Private {
    explicit Private(const LaunchOptions& options)
        : dataDir(options.dataDir), recordFile(options.recordFile),
          journals(dataDir + QStringLiteral("/journal"), clock),
          labJournals(dataDir + QStringLiteral("/journal/lab"), clock),
          campaigns(dataDir + QStringLiteral("/journal/campaigns")),
          labCampaigns(dataDir + QStringLiteral("/journal/lab/campaigns")),
          ledger(std::make_shared<session::ShellLedger>(dataDir + QStringLiteral("/shells"))),
          chosenJournals(options.labScenario.isEmpty() ? journals : labJournals),
          chosenCampaigns(options.labScenario.isEmpty() ? &campaigns : &labCampaigns),
          credentials(QStringLiteral("Drydock"))
    {
    }

    // Returns the recorder of the wire for a new session. The file is created with the first session.
    [[nodiscard]] domain::Result<session::WireTap> tap()
    {
        if (recordFile.isEmpty()) return session::WireTap();
        if (!recorder) {
            DRYDOCK_TRY(recorder, session::WireRecorder::create(recordFile));
        }
        return recorder->tap();
    }

    [[nodiscard]] bool isLab(const ports::ConnectionProfile& profile) const
    {
        return lab && profile.url == labConnection.profile.url;
    }

    QString dataDir;
    QString recordFile;
    std::shared_ptr<session::WireRecorder> recorder;
    ScaledClock clock;
    services::JournalFileStore journals;
    services::JournalFileStore labJournals; // settings recorded in the lab must never be restored elsewhere
    services::CampaignFileStore campaigns;
    services::CampaignFileStore labCampaigns;
    std::shared_ptr<session::ShellLedger> ledger;
    std::shared_ptr<session::ShellBudget> budget = std::make_shared<session::ShellBudget>();
    SwitchableJournalStore chosenJournals;
    services::CampaignFileStore* chosenCampaigns;
    keychain::KeychainStore credentials;
    std::unique_ptr<lab::LabThread> lab;
    LabConnection labConnection;    // valid while the lab runs
    session::NetworkThread network; // destroyed before the lab, so that shells in the lab can still be deleted
};

Composition::Composition(const LaunchOptions& options) : d(std::make_unique<Private>(options)) {}

Composition::~Composition() = default;

const ports::Clock& Composition::clock() const { return d->clock; }

ports::JournalStore& Composition::journals() { return d->chosenJournals; }

ports::CampaignStore& Composition::campaigns() { return *d->chosenCampaigns; }

ports::JournalStore& Composition::journalsOf(const ports::ConnectionProfile& profile)
{
    return d->isLab(profile) ? d->labJournals : d->journals;
}

ports::CampaignStore& Composition::campaignsOf(const ports::ConnectionProfile& profile)
{
    return d->isLab(profile) ? d->labCampaigns : d->campaigns;
}

void Composition::chooseJournals(const ports::ConnectionProfile& profile)
{
    d->chosenJournals.choose(journalsOf(profile));
    d->chosenCampaigns = d->isLab(profile) ? &d->labCampaigns : &d->campaigns;
}

ports::CredentialStore& Composition::credentials() { return d->credentials; }

ports::GatewayFactory Composition::gatewayFactory()
{
    return [this](const ports::ConnectionProfile& profile,
                  const ports::Passwords& passwords) -> domain::Result<std::shared_ptr<ports::ExchangeGateway>> {
        session::ShellSetup setup;
        DRYDOCK_TRY(setup.tap, d->tap());
        setup.budget = d->budget;
        setup.ledger = d->ledger;
        setup.notice = [](const std::string& line) { logInfo("wire", line); };
        DRYDOCK_TRY(auto shells, exchange::remoteShells(profile, passwords, d->network, std::move(setup)));
        return std::make_shared<exchange::SessionGateway>(profile, std::move(shells), d->clock, d->network,
                                                          exchange::healthcheckProbe(profile));
    };
}

QFuture<domain::Result<>> Composition::postWebhook(const ports::WebhookRequest& request)
{
    const bool withSecret = request.value && !request.header.isEmpty();
    return http::postJson(request.url, request.body, withSecret ? request.header : QByteArray(),
                          withSecret ? request.value->reveal() : std::string_view());
}

QFuture<domain::EndpointFindings> Composition::probe(const ports::ConnectionProfile& profile)
{
    return exchange::probeEndpoint(profile);
}

bool Composition::implementsScheme(ports::AuthenticationScheme scheme) { return auth::isImplemented(scheme); }

domain::Result<LabConnection> Composition::startLab(LabOptions options)
{
    if (d->lab)
        return LabConnection{d->labConnection.profile, d->labConnection.password.clone(), d->labConnection.scenario,
                             d->labConnection.controlPort};
    auto lab = std::make_unique<lab::LabThread>();
    d->clock.setScale(options.timeScale);
    DRYDOCK_TRY(auto connection, app::startLab(*lab, std::move(options)));
    d->lab = std::move(lab);
    d->labConnection = {connection.profile, connection.password.clone(), connection.scenario, connection.controlPort};
    return connection;
}

QString credentialKey(const ports::ConnectionProfile& profile)
{
    const bool ofKey = domain::takesClientCertificate(profile.scheme);
    return (ofKey ? profile.clientCertificate : profile.user) + QLatin1Char('@') + QUrl(profile.url).host();
}

QString nodeCredentialKey(const ports::ConnectionProfile& profile)
{
    return profile.nodeUser + QLatin1Char('@') + QUrl(profile.url).host() + QStringLiteral(" (nodes)");
}

bool needsPassword(const ports::ConnectionProfile& profile)
{
    if (!domain::takesUser(profile.scheme)) return false;
    return domain::needsUser(profile.scheme) || (!profile.user.isEmpty() && profile.keytab.isEmpty());
}

} // namespace drydock::app
