// The only place that makes concrete objects: sessions, journals, keychain, clock, the built-in lab.
#pragma once

#include "app/launch_options.h"
#include "model/ports/clock.h"
#include "model/ports/credential_store.h"
#include "model/ports/exchange_gateway.h"
#include "model/ports/journal_store.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

#include <memory>

namespace drydock::app {

[[nodiscard]] QStringList labScenarios();

// How the lab that runs inside this process is reached.
struct LabConnection {
    ports::ConnectionProfile profile;
    domain::Secret password;
    QString scenario;
};

struct LabOptions {
    QString scenario = QString::fromLatin1(defaultScenario); // a built-in name, or a file
    quint16 port = 0;                                        // 0: the system chooses
    ports::AuthenticationScheme scheme = ports::AuthenticationScheme::Basic;
    domain::Secret password; // empty: "practice"
    QString tlsPemFile;      // certificate and key; empty: plain HTTP
    double timeScale = 1;
};

class Composition
{
public:
    explicit Composition(const LaunchOptions& options);
    ~Composition(); // waits, for a bounded time, until the sessions' shells are deleted
    Composition(const Composition&) = delete;
    Composition& operator=(const Composition&) = delete;

    [[nodiscard]] const ports::Clock& clock() const;
    // Those of the connection that was chosen last; lab and organisation never share a folder.
    [[nodiscard]] ports::JournalStore& journals();
    void chooseJournals(const ports::ConnectionProfile& profile);
    // Those of one connection, whatever is chosen later.
    [[nodiscard]] ports::JournalStore& journalsOf(const ports::ConnectionProfile& profile);
    [[nodiscard]] ports::CredentialStore& credentials();
    [[nodiscard]] ports::GatewayFactory gatewayFactory();
    // For ports::ImplementsScheme.
    [[nodiscard]] static bool implementsScheme(ports::AuthenticationScheme scheme);
    // Starts the lab on a thread of its own; when it runs already, how to reach it.
    [[nodiscard]] domain::Result<LabConnection> startLab(LabOptions options);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

// The name a profile's password is kept under in the keychain.
[[nodiscard]] QString credentialKey(const ports::ConnectionProfile& profile);

} // namespace drydock::app
