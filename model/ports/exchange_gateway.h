// What the application needs of an Exchange organisation, whoever provides it: readings, commands, and what is granted.
#pragma once

#include "model/domain/authentication_scheme.h"
#include "model/domain/dag_snapshot.h"
#include "model/domain/result.h"
#include "model/domain/secret.h"
#include "model/maintenance/command.h"
#include "model/maintenance/command_report.h"
#include "model/maintenance/permissions.h"

#include <QFuture>
#include <QString>

#include <functional>
#include <memory>
#include <set>
#include <utility>

namespace drydock::ports {

// What to read. Empty `needs` = everything of everything (a refresh).
struct ReadScope {
    std::set<std::pair<domain::SnapshotSection, domain::ServerName>> needs;
    domain::ServerName avoid; // the Exchange session goes to another member than this one
    bool askRefused = false;  // nodes that refused us before, too: somebody asked for it
    // The future gets a result for what has been read so far, again whenever there is more: the last one is the whole.
    bool gradual = false;
};

struct ServerInfo {
    std::string connectedTo; // FQDN
    std::string user;
    std::string security; // "Basic over TLS", "none (loopback)", "Kerberos, sealed"
    maintenance::CmdletPermissions permissions;
    bool readOnly = false; // --read-only
};

// One session of its own: its calls run one after another, on its own thread. Callable from any thread.
class ExchangeGateway
{
public:
    virtual ~ExchangeGateway() = default;
    // Opens and asks what is granted.
    [[nodiscard]] virtual QFuture<domain::Result<ServerInfo>> open() = 0;
    // A reading that fails alone is an entry of DagSnapshot::errors; the call fails only when nothing could be read.
    [[nodiscard]] virtual QFuture<domain::Result<domain::SnapshotPtr>> readSnapshot(ReadScope scope) = 0;
    // Sends once. OutcomeUnknown when no answer came; never re-sent.
    [[nodiscard]] virtual QFuture<domain::Result<maintenance::CommandReport>> execute(maintenance::Command command) = 0;
    // Deletes the remote shells; bounded in time.
    virtual void close() = 0;
};

using domain::AuthenticationScheme;

// How to reach the organisation; what a saved connection holds. No secret in it.
struct ConnectionProfile {
    QString name;
    QString url; // Exchange endpoint
    QString nodeUrlTemplate = QStringLiteral("http://{fqdn}:5985/wsman");
    QMap<QString, QString> nodeUrls; // NAME -> URL
    AuthenticationScheme scheme = AuthenticationScheme::Kerberos;
    QString user;
    QString spn;
    QString pinnedCertificate; // SHA-256, hex
    QString caFile;
    bool readOnly = false;
    bool operator==(const ConnectionProfile&) const = default;
};

// Makes gateways: one for refreshing, one for each maintenance run. Provided by the composition.
using GatewayFactory =
    std::function<domain::Result<std::shared_ptr<ExchangeGateway>>(const ConnectionProfile&, const domain::Secret&)>;

// Whether sessions can be authenticated by a scheme in this build. Provided by the composition; callable from any
// thread.
using ImplementsScheme = std::function<bool(AuthenticationScheme)>;

} // namespace drydock::ports
