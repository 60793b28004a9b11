// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What authentication and sealing cost: tokens that the client sends, sealed bodies beside the bare library, and the
// refresh of a full DAG sealed beside unsealed. Needs a KDC (krb5-kdc), gss-ntlmssp for NTLM.
#include "remoting/auth/acceptor.h"
#include "remoting/auth/logon.h"
#include "remoting/auth/sealed_body.h"
#include "remoting/exchange/remote_shells.h"
#include "remoting/exchange/session_gateway.h"
#include "remoting/lab/lab_thread.h"
#include "remoting/lab/scenario_generator.h"
#include "tests/support/kerberos_realm.h"
#include "tests/support/ntlm_users.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <gssapi/gssapi_krb5.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace drydock;
using Scheme = domain::AuthenticationScheme;

namespace {

constexpr std::size_t bodyBytes = 512'000; // the largest envelope

template <class T> T orEnd(domain::Result<T> result)
{
    if (result) return *std::move(result);
    std::fprintf(stderr, "%s\n", result.error().summary().c_str());
    std::exit(1);
}

struct Sides {
    std::shared_ptr<auth::SecurityContext> client;
    std::shared_ptr<auth::SecurityContext> server;
    int requests = 0; // of the client: each carries a token
};

Sides authenticate(const auth::Credentials& credentials, const auth::AcceptorOptions& keys)
{
    Sides sides;
    sides.client = orEnd(auth::makeLogon(credentials)->begin({"localhost", {}, {}}));
    static std::vector<std::unique_ptr<auth::Acceptor>> acceptors;
    acceptors.push_back(orEnd(auth::makeAcceptor(keys)));
    sides.server = acceptors.back()->newContext({});
    for (std::string token = orEnd(sides.client->step({})); !token.empty();) {
        ++sides.requests;
        const auto answer = orEnd(sides.server->step(token));
        token = sides.client->isEstablished() || answer.empty() ? std::string() : orEnd(sides.client->step(answer));
    }
    return sides;
}

// Returns MB/s of `round`, which handles one body.
template <class Round> double speedOf(Round round)
{
    round();
    QElapsedTimer time;
    time.start();
    int rounds = 0;
    for (; time.elapsed() < 1000; ++rounds)
        round();
    return double(rounds) * bodyBytes / 1e6 / (double(time.nsecsElapsed()) / 1e9);
}

// The context of a bare client, as gss_wrap needs it.
gss_ctx_id_t bareContext()
{
    OM_uint32 minor = 0;
    gss_ctx_id_t client = GSS_C_NO_CONTEXT, server = GSS_C_NO_CONTEXT;
    gss_buffer_desc text{14, const_cast<char*>("HTTP@localhost")};
    gss_name_t name = GSS_C_NO_NAME;
    gss_import_name(&minor, &text, GSS_C_NT_HOSTBASED_SERVICE, &name);
    gss_buffer_desc toServer{}, toClient{};
    const auto init = [&] {
        return gss_init_sec_context(&minor, GSS_C_NO_CREDENTIAL, &client, name, const_cast<gss_OID>(gss_mech_krb5),
                                    GSS_C_MUTUAL_FLAG | GSS_C_CONF_FLAG | GSS_C_INTEG_FLAG, 0, nullptr, &toClient,
                                    nullptr, &toServer, nullptr, nullptr);
    };
    init();
    gss_accept_sec_context(&minor, &server, GSS_C_NO_CREDENTIAL, &toServer, nullptr, nullptr, nullptr, &toClient,
                           nullptr, nullptr, nullptr);
    if (init() != GSS_S_COMPLETE) std::exit(1);
    return client;
}

void sealBodies(auth::SecurityContext& client)
{
    const std::string text(bodyBytes, 'x');
    const double ours =
        speedOf([&] { orEnd(auth::sealBody(client, auth::sealingProtocol(Scheme::Kerberos), "a/b", text)); });
    const auto bare = bareContext();
    const double library = speedOf([&] {
        OM_uint32 minor = 0;
        gss_buffer_desc in{text.size(), const_cast<char*>(text.data())}, out{};
        gss_wrap(&minor, bare, 1, GSS_C_QOP_DEFAULT, &in, nullptr, &out);
        gss_release_buffer(&minor, &out);
    });
    std::printf("sealing %zu bytes: %.0f MB/s as a body, %.0f MB/s by gss_wrap alone = %.2f of it\n", bodyBytes, ours,
                library, ours / library);
}

double processSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

// Seconds of processor for client and server together, since both run here.
double refreshSeconds(Scheme scheme, const QString& keytab)
{
    lab::LabThread lab;
    lab::LabOptions options;
    options.scenario = lab::generateScenario(16, 400, 4); // 1,600 copies
    options.scenario.users = {{"LAB\\admin", "OrganizationManagement"}};
    options.authentication = scheme;
    options.keytab = keytab;
    const auto listening = orEnd(lab.start(std::move(options)));
    ports::ConnectionProfile profile;
    profile.url = QString::fromStdString(listening.exchangeUrl);
    for (const auto& [name, url] : listening.nodeUrls)
        profile.nodeUrls.insert(QString::fromStdString(name), QString::fromStdString(url));
    profile.scheme = scheme;
    session::NetworkThread network;
    const ports::SystemClock clock;
    exchange::SessionGateway gateway(profile, orEnd(exchange::remoteShells(profile, {}, network)), clock, network);
    const auto wait = [](auto future) {
        future.waitForFinished();
        return orEnd(future.result());
    };
    wait(gateway.open());
    wait(gateway.readSnapshot({})); // the connections are made, and names and permissions known
    const double before = processSeconds();
    for (int i = 0; i < 3; ++i)
        wait(gateway.readSnapshot({}));
    return (processSeconds() - before) / 3;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const tests::KerberosRealm realm;
    if (!realm.whyNot().isEmpty() || !realm.logOn(QStringLiteral("admin"))) {
        std::fprintf(stderr, "no KDC: %s\n", realm.whyNot().toUtf8().constData());
        return 1;
    }
    qputenv("KRB5_KTNAME", realm.keytab().toUtf8());
    const auto sides = authenticate({Scheme::Kerberos, {}, {}}, {Scheme::Kerberos, realm.keytab().toStdString()});
    std::printf("requests to authenticate: Kerberos %d", sides.requests);
    {
        const tests::NtlmUsers users;
        auth::Credentials byNtlm{Scheme::Negotiate, "LAB\\admin", domain::Secret(std::string("practice"))};
        byNtlm.allowNtlm = true;
        std::printf(", NTLM %d\n", authenticate(byNtlm, {Scheme::Negotiate, {}, true}).requests);
    }
    sealBodies(*sides.client);
    const double plain = refreshSeconds(Scheme::None, {}), sealed = refreshSeconds(Scheme::Kerberos, realm.keytab());
    std::printf("refresh of 1,600 copies: %.2f s of processor sealed, %.2f s unsealed = %.2f of it\n", sealed, plain,
                sealed / plain);
    return 0;
}
