// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads an Exchange organisation and runs commands in it. Also holds what a saved connection consists of.
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
#include <QStringList>

#include <functional>
#include <memory>
#include <set>
#include <utility>

namespace drydock::ports {

// Says what to read. Empty `needs` means all sections of all servers, as a refresh reads them.
struct ReadScope {
    std::set<std::pair<domain::SnapshotSection, domain::ServerName>> needs;
    domain::ServerName avoid; // the Exchange session uses another member than this one
    // FQDN of the domain controller to read from, where a cmdlet takes one. If it is down, another one is used, which
    // DagSnapshot::domainController names. Empty: Exchange chooses.
    std::string domainController = {};
    bool askRefused = false; // asks nodes again that refused this session before
    // Searches the admin audit log now. Where all sections are read, it is searched every few minutes otherwise.
    bool searchAuditLog = false;
    // Reads what only a pre-flight of this server asks for as well, of it and of the other members of its group.
    domain::ServerName preflightOf = {};
    // The future gets a growing snapshot each time that more has been read. The last result is the complete one.
    bool gradual = false;
};

// Describes an opened session.
struct SessionInfo {
    std::string connectedTo; // FQDN
    std::string user;
    std::string security; // "Basic over TLS", "none (loopback)", "Kerberos, sealed", "Negotiate (NTLM), sealed"
    maintenance::CmdletPermissions permissions;
    bool readOnly = false; // --read-only
};

// One session. Its functions may be called from any thread; the calls run one after another. Dropping a future cancels
// nothing. close() and the destructor cancel all calls: their futures end with Cancelled.
// Every future can also hold an error of the connection or the session (domain::affectsConnection).
class ExchangeGateway
{
public:
    virtual ~ExchangeGateway() = default;
    // Opens the session and reads the permissions.
    [[nodiscard]] virtual QFuture<domain::Result<SessionInfo>> open() = 0;
    // A reading that fails alone is an entry of DagSnapshot::errors. The call fails only if nothing could be read.
    [[nodiscard]] virtual QFuture<domain::Result<domain::SnapshotPtr>> readSnapshot(ReadScope scope) = 0;
    // Sends the command exactly once. OutcomeUnknown if it may have run and no answer came; ReadOnly for a change in
    // read-only mode; CommandFailed, NotPermitted and others if the cmdlet was answered with an error.
    [[nodiscard]] virtual QFuture<domain::Result<maintenance::CommandReport>> execute(maintenance::Command command) = 0;
    // Returns another session of the same sign-in, which is not opened yet. What one of them learns of the credentials,
    // the others know: refused ones are not sent again, and every call fails with NotAuthenticated.
    [[nodiscard]] virtual std::shared_ptr<ExchangeGateway> another() const = 0;
    // Cancels all calls and deletes the remote shells, within a bounded time. It may return before they are deleted.
    virtual void close() = 0;
};

using domain::AuthenticationScheme;

// Says how to reach the organisation. A saved connection holds these fields; none of them is a secret.
struct ConnectionProfile {
    QString name;
    QString url; // Exchange endpoint
    QString nodeUrlTemplate = QStringLiteral("http://{fqdn}:5985/wsman");
    QMap<QString, QString> nodeUrls; // by the server's short name
    // Where clients find a server. Empty: https://{fqdn}, and nowhere if `url` leads to this computer, since a port
    // that is forwarded says nothing of the servers' own names.
    QString clientUrlTemplate;
    AuthenticationScheme scheme = AuthenticationScheme::Kerberos;
    bool allowNtlm = false; // Negotiate may use NTLM, which does not prove the server, where Kerberos cannot be used
    QString user;
    QString nodeUser;          // of the node endpoints; empty: `user`, with its password
    QString keytab;            // Kerberos: the file of the user's key, in place of the password
    QString clientCertificate; // a file in PEM, or PKCS#12 with its key
    QString clientKey;         // a file in PEM; empty: the key is in the file of the certificate
    QString spn;
    QString pinnedCertificate;   // SHA-256, hex, of the host of `url`
    QMap<QString, QString> pins; // the same of other hosts, by host
    QString caFile;
    // Credentials go to hosts that a server names only if they are in the DNS domain of `url`, or in one of these.
    QStringList trustedDomains;
    bool readOnly = false;
    bool operator==(const ConnectionProfile&) const = default;
};

// The secrets of a connection.
struct Passwords {
    domain::Secret user;   // with a client certificate: of its key
    domain::Secret node{}; // of ConnectionProfile::nodeUser

    // Makes a copy on purpose, as Secret::clone() does.
    [[nodiscard]] Passwords clone() const { return {user.clone(), node.clone()}; }
};

// Makes a gateway that is not opened yet. The composition provides it.
using GatewayFactory =
    std::function<domain::Result<std::shared_ptr<ExchangeGateway>>(const ConnectionProfile&, const Passwords&)>;

// Returns whether this build can authenticate sessions by a scheme. The composition provides it; it may be called from
// any thread.
using ImplementsScheme = std::function<bool(AuthenticationScheme)>;

} // namespace drydock::ports
