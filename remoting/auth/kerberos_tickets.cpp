// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/kerberos_tickets.h"

#include "model/domain/names.h"
#include "model/domain/strings.h"
#include "remoting/auth/gss_status.h"
#include "remoting/auth/logon.h"

#include <krb5.h>

#include <algorithm>
#include <cstdint>
#include <ctime>

namespace drydock::auth {
namespace {

using domain::ErrorKind;

// A ticket that ends within this time is renewed before it is used.
constexpr std::time_t secondsLeft = 60;

// Times of Kerberos have 32 bits, without a sign by now.
std::time_t timeOf(krb5_timestamp time) { return static_cast<std::time_t>(static_cast<std::uint32_t>(time)); }

// The errors by which a domain controller counts or refuses a password.
bool isRefusal(krb5_error_code code)
{
    return code == KRB5KDC_ERR_PREAUTH_FAILED || code == KRB5_PREAUTH_FAILED || code == KRB5KRB_AP_ERR_BAD_INTEGRITY ||
           code == KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN || code == KRB5KDC_ERR_CLIENT_REVOKED ||
           code == KRB5KDC_ERR_KEY_EXP || code == KRB5KDC_ERR_NAME_EXP || code == KRB5KDC_ERR_POLICY;
}

std::string uppered(std::string_view text)
{
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    return upper;
}

} // namespace

struct KerberosTickets::Private {
    std::string user;
    domain::Secret password;
    std::string keytab;
    krb5_context library = nullptr;
    krb5_ccache cache = nullptr; // private where a password or a keytab is given, else the logon session's
    std::time_t validUntil = 0;  // of the ticket-granting ticket in the private cache
    bool passwordRefused = false;

    [[nodiscard]] bool ownsCache() const { return !password.empty() || !keytab.empty(); }
    void release();
    domain::Failure failure(krb5_error_code code, std::string what) const;
    domain::Result<> begin();
    domain::Result<std::string> principalOf(const std::string& name) const;
    domain::Result<> openCache(krb5_principal client);
    domain::Result<> logOn(krb5_principal client);
    domain::Result<> prepareCache();
    std::string realmOf(const std::string& host) const;
    domain::Result<ServiceTicket> fetch(const std::string& server);
};

void KerberosTickets::Private::release()
{
    if (cache != nullptr && ownsCache())
        krb5_cc_destroy(library, cache);
    else if (cache != nullptr)
        krb5_cc_close(library, cache);
    cache = nullptr;
}

domain::Failure KerberosTickets::Private::failure(krb5_error_code code, std::string what) const
{
    const char* text = krb5_get_error_message(library, code);
    std::string detail = text != nullptr ? text : "";
    krb5_free_error_message(library, text);
    auto kind = gss::kindOf(code);
    // Without preauthentication the answer cannot be decrypted with the key of a wrong password.
    if (code == KRB5KRB_AP_ERR_BAD_INTEGRITY) detail = "the password is wrong: " + detail;
    krb5_timestamp seconds = 0;
    krb5_int32 microseconds = 0;
    if (kind == ErrorKind::ClockSkew && krb5_get_time_offsets(library, &seconds, &microseconds) == 0 && seconds != 0)
        detail += "; the domain controller's clock differs by " + std::to_string(seconds) + " s";
    return domain::fail(kind, std::move(what), std::move(detail));
}

domain::Result<> KerberosTickets::Private::begin()
{
    if (library != nullptr) return {};
    if (const auto code = krb5_init_context(&library); code != 0)
        return failure(code, "read the Kerberos configuration");
    return {};
}

// A name of a domain before the backslash is not a realm. The user's realm is the default one if that is its name.
domain::Result<std::string> KerberosTickets::Private::principalOf(const std::string& name) const
{
    if (const auto at = name.find('@'); at != std::string::npos)
        return name.substr(0, at + 1) + uppered(std::string_view(name).substr(at + 1));
    const auto backslash = name.find('\\');
    if (backslash == std::string::npos) return name;
    char* realm = nullptr;
    if (const auto code = krb5_get_default_realm(library, &realm); code != 0) return failure(code, "log on " + name);
    const std::string known(realm);
    krb5_free_default_realm(library, realm);
    const auto domainName = name.substr(0, backslash);
    if (!domain::equalsIgnoringCase(domainName, known) &&
        !domain::equalsIgnoringCase(domainName, domain::shortHostName(known)))
        return domain::fail(ErrorKind::KdcUnreachable, "log on " + name,
                            "the realm of " + domainName + " is not known here: write user@REALM");
    return name.substr(backslash + 1) + "@" + known;
}

// Chooses the logon session's cache: that of the user, or the default one.
domain::Result<> KerberosTickets::Private::openCache(krb5_principal client)
{
    const auto code =
        client != nullptr ? krb5_cc_cache_match(library, client, &cache) : krb5_cc_default(library, &cache);
    if (code != 0) return failure(code, "look for a Kerberos ticket" + (user.empty() ? "" : " of " + user));
    return {};
}

// Gets a ticket-granting ticket into a private cache in memory.
domain::Result<> KerberosTickets::Private::logOn(krb5_principal client)
{
    const auto what = "log on " + user;
    if (cache == nullptr)
        if (const auto code = krb5_cc_new_unique(library, "MEMORY", nullptr, &cache); code != 0)
            return failure(code, what);
    krb5_get_init_creds_opt* options = nullptr;
    if (const auto code = krb5_get_init_creds_opt_alloc(library, &options); code != 0) return failure(code, what);
    krb5_get_init_creds_opt_set_forwardable(options, 0);
    krb5_get_init_creds_opt_set_proxiable(options, 0);
    krb5_get_init_creds_opt_set_change_password_prompt(options, 0);
    krb5_creds credentials{};
    krb5_error_code code = 0;
    if (!keytab.empty()) {
        krb5_keytab keys = nullptr;
        code = krb5_kt_resolve(library, keytab.c_str(), &keys);
        if (code == 0) code = krb5_get_init_creds_keytab(library, &credentials, client, keys, 0, nullptr, options);
        if (keys != nullptr) krb5_kt_close(library, keys);
    } else {
        const std::string_view secret = password.reveal(); // ends with a null character, as it is a whole std::string
        code = krb5_get_init_creds_password(library, &credentials, client, secret.data(), nullptr, nullptr, 0, nullptr,
                                            options);
    }
    krb5_get_init_creds_opt_free(library, options);
    passwordRefused = isRefusal(code);
    if (code != 0) return failure(code, what);
    code = krb5_cc_initialize(library, cache, client);
    if (code == 0) code = krb5_cc_store_cred(library, cache, &credentials);
    validUntil = timeOf(credentials.times.endtime);
    krb5_free_cred_contents(library, &credentials);
    if (code != 0) return failure(code, what);
    return {};
}

domain::Result<> KerberosTickets::Private::prepareCache()
{
    if (ownsCache() && validUntil > std::time(nullptr) + secondsLeft) return {};
    krb5_principal client = nullptr;
    if (!user.empty()) {
        DRYDOCK_TRY(const auto name, principalOf(user));
        if (const auto code = krb5_parse_name(library, name.c_str(), &client); code != 0)
            return failure(code, "log on " + user);
    }
    if (!ownsCache()) release(); // another one may have been made since
    auto prepared = ownsCache() ? logOn(client) : openCache(client);
    krb5_free_principal(library, client);
    return prepared;
}

// Returns the realm that the configuration names for a host; empty if it names none, and the domain controllers refer
// to it then. Nothing asks the name service: an answer of it could lead to another server (protocol.md 4.2).
std::string KerberosTickets::Private::realmOf(const std::string& host) const
{
    char** realms = nullptr;
    std::string realm;
    if (krb5_get_host_realm(library, host.c_str(), &realms) != 0) return realm;
    if (realms != nullptr && realms[0] != nullptr) realm = realms[0];
    krb5_free_host_realm(library, realms);
    return realm;
}

domain::Result<ServiceTicket> KerberosTickets::Private::fetch(const std::string& server)
{
    const auto what = "get a ticket for " + server;
    krb5_creds wanted{};
    krb5_creds* got = nullptr;
    auto code = krb5_cc_get_principal(library, cache, &wanted.client);
    if (code == 0) code = krb5_parse_name(library, server.c_str(), &wanted.server);
    if (code == 0) code = krb5_get_credentials(library, 0, cache, &wanted, &got);
    krb5_free_cred_contents(library, &wanted);
    if (code != 0) {
        auto failed = failure(code, what);
        // The cache exists and holds no ticket-granting ticket.
        if (code == KRB5_CC_END) failed.value().kind = ErrorKind::NoTicket;
        return failed;
    }
    ServiceTicket ticket;
    char* name = nullptr;
    // Domain controllers and servers bear with a ticket that has ended for as long as clocks may differ.
    const bool ended = timeOf(got->times.endtime) <= std::time(nullptr);
    code = krb5_unparse_name(library, got->server, &name);
    if (code == 0) ticket.server = name;
    krb5_free_unparsed_name(library, name);
    krb5_free_creds(library, got);
    if (ended) return failure(KRB5KRB_AP_ERR_TKT_EXPIRED, what);
    if (code == 0) code = krb5_cc_get_full_name(library, cache, &name);
    if (code != 0) return failure(code, what);
    ticket.cache = name;
    krb5_free_string(library, name);
    return ticket;
}

KerberosTickets::KerberosTickets(std::string user, domain::Secret password, std::string keytab)
    : d(std::make_unique<Private>())
{
    d->user = std::move(user);
    d->password = std::move(password);
    d->keytab = std::move(keytab);
}

KerberosTickets::~KerberosTickets()
{
    if (d->library == nullptr) return;
    d->release();
    krb5_free_context(d->library);
}

domain::Result<ServiceTicket> KerberosTickets::ticketFor(const Target& target)
{
    if (target.servicePrincipal.empty() && isIpAddress(target.host))
        return domain::fail(ErrorKind::BadAddress, "get a ticket for " + target.host,
                            "Kerberos needs the server's name, and this is an IP address");
    DRYDOCK_TRY_VOID(d->begin());
    DRYDOCK_TRY_VOID(d->prepareCache());
    auto server = target.servicePrincipal.empty() ? "HTTP/" + target.host : target.servicePrincipal;
    if (server.find('@') == std::string::npos) {
        const auto host = server.substr(server.find('/') + 1);
        server += "@" + d->realmOf(host.substr(0, host.find_first_of(":/")));
    }
    return d->fetch(server);
}

bool KerberosTickets::passwordRefused() const noexcept { return d->passwordRefused; }

} // namespace drydock::auth
