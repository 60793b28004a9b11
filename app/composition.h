// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Creates the concrete objects behind the ports, and nothing else does: sessions, journals, keychain, clock and the
// built-in lab.
#pragma once

#include "app/launch_options.h"
#include "model/ports/campaign_store.h"
#include "model/ports/clock.h"
#include "model/ports/credential_store.h"
#include "model/ports/endpoint_probe.h"
#include "model/ports/exchange_gateway.h"
#include "model/ports/journal_store.h"
#include "model/ports/webhook.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace drydock::app {

[[nodiscard]] QStringList labScenarios(); // the names of the built-in scenarios

// How to connect to the lab that runs in this process.
struct LabConnection {
    ports::ConnectionProfile profile;
    domain::Secret password;
    QString scenario;
    std::optional<quint16> controlPort;
};

struct LabOptions {
    QString scenario = QString::fromLatin1(defaultScenario); // a built-in name or a file
    quint16 port = 0;                                        // 0 lets the system choose
    ports::AuthenticationScheme scheme = ports::AuthenticationScheme::Basic;
    domain::Secret password; // empty means "practice"
    QString keytab;          // Kerberos and Negotiate: the key of HTTP/localhost; empty means the system's keytab
    bool allowNtlm = false;  // Negotiate: NTLM too, with the users of the file that NTLM_USER_FILE names
    QString tlsPemFile;      // certificate and key; empty means plain HTTP
    QString clientCaFile;    // Certificate: the authorities of clients
    double timeScale = 1;    // how much faster than the system's clock the time of the lab runs
    std::optional<quint16> controlPort; // where faults can be armed; 0 lets the system choose
};

class Composition
{
public:
    explicit Composition(const LaunchOptions& options);
    // Deletes the remote shells of all sessions and waits for that for a limited time. Then it stops the lab.
    ~Composition();
    Composition(const Composition&) = delete;
    Composition& operator=(const Composition&) = delete;

    // The objects returned here live as long as the composition. Clock and journals may be used on any thread.
    [[nodiscard]] const ports::Clock& clock() const;
    // Returns the journals of the connection last given to chooseJournals(). The lab and the organisations have
    // different folders.
    [[nodiscard]] ports::JournalStore& journals();
    void chooseJournals(const ports::ConnectionProfile& profile);
    // Returns the journals of one connection. Later calls of chooseJournals() do not change them.
    [[nodiscard]] ports::JournalStore& journalsOf(const ports::ConnectionProfile& profile);
    // The same of campaigns.
    [[nodiscard]] ports::CampaignStore& campaigns();
    [[nodiscard]] ports::CampaignStore& campaignsOf(const ports::ConnectionProfile& profile);
    [[nodiscard]] ports::CredentialStore& credentials();
    // The factory is valid as long as the composition. Its errors: Storage when the recording cannot be written, and
    // those of exchange::remoteShells().
    [[nodiscard]] ports::GatewayFactory gatewayFactory();
    // These two are to be called on a thread with an event loop.
    [[nodiscard]] static QFuture<domain::Result<>> postWebhook(const ports::WebhookRequest& request);
    [[nodiscard]] static QFuture<domain::EndpointFindings> probe(const ports::ConnectionProfile& profile);
    // True if sessions can use the scheme; to be passed as ports::ImplementsScheme.
    [[nodiscard]] static bool implementsScheme(ports::AuthenticationScheme scheme);
    // Starts the lab on a thread of its own and waits until it listens. If it runs already, the options are ignored and
    // the running lab is returned. Errors: those of app::startLab() in lab_launcher.h.
    [[nodiscard]] domain::Result<LabConnection> startLab(LabOptions options);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// Returns the name under which the keychain keeps the password of a profile, and that of its node user.
[[nodiscard]] QString credentialKey(const ports::ConnectionProfile& profile);
[[nodiscard]] QString nodeCredentialKey(const ports::ConnectionProfile& profile);
// Returns whether a connection of the profile needs the password of its user. That of a certificate's key, which may
// have none, is not counted.
[[nodiscard]] bool needsPassword(const ports::ConnectionProfile& profile);

} // namespace drydock::app
