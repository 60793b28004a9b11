// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/error_help.h"

#include "model/domain/localizable_text.h"

#include <array>
#include <cstddef>

namespace drydock::domain {
namespace {

struct HelpRow {
    ErrorKind kind;
    ErrorHelp help;
};

constexpr std::array helpRows{
    HelpRow{ErrorKind::BadAddress,
            {DRYDOCK_TEXT("errors", "The address cannot be used"),
             DRYDOCK_TEXT("errors", "It is not a complete http or https address, or the authentication chosen is not "
                                    "allowed over it. Nothing was sent."),
             DRYDOCK_TEXT("errors", "Check the address, for example https://mail.contoso.com/PowerShell/. Basic "
                                    "authentication needs https.")}},
    HelpRow{ErrorKind::Unreachable,
            {DRYDOCK_TEXT("errors", "The server could not be reached"),
             DRYDOCK_TEXT("errors",
                          "The name does not resolve, the port is closed, or there is no way to it. Nothing was sent."),
             DRYDOCK_TEXT("errors", "Check the name and the network, or connect to another member of the group.")}},
    HelpRow{ErrorKind::TimedOut,
            {DRYDOCK_TEXT("errors", "The server did not answer in time"),
             DRYDOCK_TEXT("errors", "It is reachable but slow, or it hangs. Nothing was changed by this request."),
             DRYDOCK_TEXT("errors", "Try again; if it stays so, connect to another member of the group.")}},
    HelpRow{ErrorKind::ConnectionLost,
            {DRYDOCK_TEXT("errors", "The connection was lost"),
             DRYDOCK_TEXT("errors", "It ended before the command reached the server, or while something was only being "
                                    "read. Nothing was changed by it."),
             DRYDOCK_TEXT("errors", "Try again. If it happens often, look at load balancers and proxies on the way.")}},
    HelpRow{
        ErrorKind::OutcomeUnknown,
        {DRYDOCK_TEXT("errors", "It is not known whether the command ran"),
         DRYDOCK_TEXT("errors",
                      "The command was sent and no answer came back. It may have run or not; it was not sent again."),
         DRYDOCK_TEXT(
             "errors",
             "Look at the state that is read back before you do anything else; a run checks this by itself.")}},
    HelpRow{
        ErrorKind::TlsFailed,
        {DRYDOCK_TEXT("errors", "No secure connection could be made"),
         DRYDOCK_TEXT("errors", "The two sides have no version of TLS in common, or the server's certificate is not "
                                "fit for use: a weak key or signature, or another purpose. Nothing was sent."),
         DRYDOCK_TEXT("errors", "See the reason in the details. TLS 1.2 or later is needed, and a certificate for "
                                "servers with a key of at least 2048 bits.")}},
    HelpRow{ErrorKind::CertificateUntrusted,
            {DRYDOCK_TEXT("errors", "The server's certificate is not trusted"),
             DRYDOCK_TEXT("errors", "No authority that this computer trusts has issued it, or an intermediate "
                                    "certificate is missing. Nothing was sent."),
             DRYDOCK_TEXT("errors", "Give the file of its authority (--ca), or pin this one certificate after checking "
                                    "its fingerprint with the server's administrator (--pin).")}},
    HelpRow{ErrorKind::CertificateExpired,
            {DRYDOCK_TEXT("errors", "The server's certificate is not valid now"),
             DRYDOCK_TEXT("errors", "It, or one of its issuers, has expired or is not valid yet. A pin does not change "
                                    "that. Nothing was sent."),
             DRYDOCK_TEXT("errors", "Check the clock of this computer; if it is right, the certificate has to be "
                                    "renewed.")}},
    HelpRow{ErrorKind::CertificateOfOther,
            {DRYDOCK_TEXT("errors", "The certificate is for another host"),
             DRYDOCK_TEXT("errors", "Its names do not include the one in the address. Nothing was sent."),
             DRYDOCK_TEXT("errors", "Use one of the names in the certificate, which the details list, or pin it for "
                                    "this host after checking its fingerprint (--pin).")}},
    HelpRow{ErrorKind::CertificateNotPinned,
            {DRYDOCK_TEXT("errors", "The server has another certificate than the pinned one"),
             DRYDOCK_TEXT("errors", "It was renewed, or something else answers in the server's place. Nothing was "
                                    "sent."),
             DRYDOCK_TEXT("errors", "Ask the server's administrator for the new fingerprint before you pin another "
                                    "certificate.")}},
    HelpRow{ErrorKind::NotAuthenticated,
            {DRYDOCK_TEXT("errors", "The server did not accept the user"),
             DRYDOCK_TEXT(
                 "errors",
                 "User name, password or ticket is wrong, or the server does not offer this kind of authentication."),
             DRYDOCK_TEXT("errors",
                          "Check user and password before you try again: repeated attempts lock an account. With "
                          "Kerberos, see whether a ticket is there and the address holds the server's full name.")}},
    HelpRow{ErrorKind::NoTicket,
            {DRYDOCK_TEXT("errors", "There is no Kerberos ticket"),
             DRYDOCK_TEXT("errors", "This logon session holds none, and no user and password were given. Nothing was "
                                    "sent."),
             DRYDOCK_TEXT("errors", "Log on to the domain (kinit on Linux), or give a user and a password.")}},
    HelpRow{ErrorKind::TicketExpired,
            {DRYDOCK_TEXT("errors", "The Kerberos ticket has expired"),
             DRYDOCK_TEXT("errors", "The ticket of this logon session is too old to be used. Nothing was sent."),
             DRYDOCK_TEXT("errors", "Renew it: lock and unlock the computer, or run kinit; or give a user and a "
                                    "password.")}},
    HelpRow{ErrorKind::ClockSkew,
            {DRYDOCK_TEXT("errors", "The clocks differ by too much"),
             DRYDOCK_TEXT("errors", "Kerberos allows five minutes between this computer, the server and the domain "
                                    "controller."),
             DRYDOCK_TEXT("errors", "Set the clock of this computer; if it is right, that of the server is not.")}},
    HelpRow{ErrorKind::UnknownServicePrincipal,
            {DRYDOCK_TEXT("errors", "The domain does not know this server's service"),
             DRYDOCK_TEXT("errors", "No account holds the service principal name of the address, or another account "
                                    "holds it than the one the server runs as. Nothing was sent."),
             DRYDOCK_TEXT("errors", "Use the server's full name as the domain knows it, or give the service principal "
                                    "name (--spn). setspn -Q shows who holds a name.")}},
    HelpRow{ErrorKind::KdcUnreachable,
            {DRYDOCK_TEXT("errors", "No domain controller answers"),
             DRYDOCK_TEXT("errors", "Kerberos needs one for a ticket. Nothing was sent to the server."),
             DRYDOCK_TEXT("errors", "Check the network and the name service, and that the user's realm is written in "
                                    "full (user@CONTOSO.COM).")}},
    HelpRow{ErrorKind::AccountRefused,
            {DRYDOCK_TEXT("errors", "The account may not log on"),
             DRYDOCK_TEXT("errors", "It is locked, disabled or expired, its password has expired, or it may not log on "
                                    "from here or at this hour."),
             DRYDOCK_TEXT("errors", "See the reason in the details; an administrator of the domain can lift it. It is "
                                    "not tried again by itself.")}},
    HelpRow{ErrorKind::ServerNotProven,
            {DRYDOCK_TEXT("errors", "The server did not prove who it is"),
             DRYDOCK_TEXT("errors", "It skipped its part of the authentication, or sent something without protection "
                                    "that must be protected. What it sent was not used."),
             DRYDOCK_TEXT("errors", "Do not go on before it is clear what answers at this address: perhaps a proxy, "
                                    "perhaps an attack.")}},
    HelpRow{ErrorKind::NotPermitted,
            {DRYDOCK_TEXT("errors", "You are not allowed to do this"),
             DRYDOCK_TEXT("errors", "The server knows the user, but none of the user's roles grants it."),
             DRYDOCK_TEXT("errors", "Ask for a role that grants it, or connect as another user.")}},
    HelpRow{ErrorKind::HostNotTrusted,
            {DRYDOCK_TEXT("errors", "This host gets no user and password"),
             DRYDOCK_TEXT("errors", "Only a server names it, and it is outside the domains that you trust. Nothing was "
                                    "sent to it."),
             DRYDOCK_TEXT("errors", "If the host is right, allow its domain (--trust-domain, or \"Trusted domains\" in "
                                    "the connection), or connect by a member's own name.")}},
    HelpRow{
        ErrorKind::ReadOnly,
        {DRYDOCK_TEXT("errors", "Refused: this session is read-only"),
         DRYDOCK_TEXT("errors", "The command would change something. It was not sent."),
         DRYDOCK_TEXT("errors",
                      "Start Drydock without --read-only, or connect without the read-only mark, to make changes.")}},
    HelpRow{ErrorKind::NotWsMan,
            {DRYDOCK_TEXT("errors", "Something else answered at this address"),
             DRYDOCK_TEXT("errors", "It is not remote management: perhaps a web page, a proxy, or a wrong path."),
             DRYDOCK_TEXT("errors", "Check the path; for Exchange it ends in /PowerShell/.")}},
    HelpRow{ErrorKind::HttpStatus,
            {DRYDOCK_TEXT("errors", "The web server refused the request"),
             DRYDOCK_TEXT("errors", "It answered with an error of its own before Exchange saw the request."),
             DRYDOCK_TEXT("errors", "See the status in the details. 500 and 503 often mean that the application pool "
                                    "is stopped or restarting.")}},
    HelpRow{ErrorKind::Fault,
            {DRYDOCK_TEXT("errors", "The server reported a fault"),
             DRYDOCK_TEXT("errors", "Remote management understood the request and could not carry it out."),
             DRYDOCK_TEXT("errors", "See the details; try again, or connect to another member.")}},
    HelpRow{
        ErrorKind::ShellGone,
        {DRYDOCK_TEXT("errors", "The remote session is gone"),
         DRYDOCK_TEXT("errors", "The server ended it: after a restart, a recycled pool, or for being idle too long."),
         DRYDOCK_TEXT("errors", "Connect again; a run opens a new session by itself.")}},
    HelpRow{
        ErrorKind::Quota,
        {DRYDOCK_TEXT("errors", "The server is refusing for load"),
         DRYDOCK_TEXT("errors", "Too many sessions or requests for this user, or the server is short of resources."),
         DRYDOCK_TEXT("errors", "Close other sessions of this user and try again in a few minutes.")}},
    HelpRow{
        ErrorKind::Malformed,
        {DRYDOCK_TEXT("errors", "The answer could not be read"),
         DRYDOCK_TEXT("errors", "What came back is not what the protocol says. Nothing in it was used."),
         DRYDOCK_TEXT("errors", "Look for a proxy that changes traffic. If it stays, keep the details for a report.")}},
    HelpRow{ErrorKind::LimitExceeded,
            {DRYDOCK_TEXT("errors", "The answer is too large"),
             DRYDOCK_TEXT("errors",
                          "It is beyond what is accepted in size, depth or number of objects. Nothing in it was used."),
             DRYDOCK_TEXT("errors", "Connect to another member; if it stays, keep the details for a report.")}},
    HelpRow{ErrorKind::UnknownCommand,
            {DRYDOCK_TEXT("errors", "The command does not exist for you"),
             DRYDOCK_TEXT("errors", "This server does not have it, or no role of yours grants it."),
             DRYDOCK_TEXT("errors", "Ask for a role that grants it (see the details for its name).")}},
    HelpRow{ErrorKind::UnknownParameter,
            {DRYDOCK_TEXT("errors", "A parameter does not exist for you"),
             DRYDOCK_TEXT(
                 "errors",
                 "This version of Exchange does not have it, or no role of yours grants it. The command did not run."),
             DRYDOCK_TEXT("errors", "Ask for a role that grants it (see the details for its name).")}},
    HelpRow{
        ErrorKind::PromptRefused,
        {DRYDOCK_TEXT("errors", "The command wanted to ask something"),
         DRYDOCK_TEXT("errors", "It asked for a confirmation that nobody can give from here, and stopped."),
         DRYDOCK_TEXT("errors", "See the details for the question; run it by hand if the answer is yours to give.")}},
    HelpRow{ErrorKind::CommandFailed,
            {DRYDOCK_TEXT("errors", "The command failed on the server"),
             DRYDOCK_TEXT("errors", "Exchange ran it and reported an error."),
             DRYDOCK_TEXT("errors", "Read what Exchange says in the details and put it right; a run goes on from "
                                    "there. The state shown is read back from the servers.")}},
    HelpRow{ErrorKind::NotReached,
            {DRYDOCK_TEXT("errors", "It has not come about in time"),
             DRYDOCK_TEXT("errors",
                          "The commands were sent and answered, but the servers do not show what they are for yet."),
             DRYDOCK_TEXT(
                 "errors",
                 "Look at what is waited for in the details. Wait longer, or put right what holds it up and go on.")}},
    HelpRow{ErrorKind::Changed,
            {DRYDOCK_TEXT("errors", "Somebody else undid a finished step"),
             DRYDOCK_TEXT("errors", "Two readings show that what the step had changed was changed back since."),
             DRYDOCK_TEXT("errors", "Find out who changed it and why. Then send the command again, or stop the run.")}},
    HelpRow{ErrorKind::Precondition,
            {DRYDOCK_TEXT("errors", "Something else must be so first"),
             DRYDOCK_TEXT("errors", "Nothing was sent: it would not be safe as things are."),
             DRYDOCK_TEXT("errors", "Put right what the details name, then go on; or undo what was done so far.")}},
    HelpRow{ErrorKind::DomainControllerDown,
            {DRYDOCK_TEXT("errors", "The domain controller does not answer"),
             DRYDOCK_TEXT("errors", "Exchange could not use it for the command, which did nothing."),
             DRYDOCK_TEXT("errors", "A run goes on with another one by itself. See the details for the name of this "
                                    "one, and find out whether it is down.")}},
    HelpRow{ErrorKind::NotFound,
            {DRYDOCK_TEXT("errors", "It was not found"),
             DRYDOCK_TEXT("errors", "The server, database or run does not exist any more, or not under this name."),
             DRYDOCK_TEXT("errors", "Check the name, or refresh and choose again.")}},
    HelpRow{ErrorKind::Cancelled,
            {DRYDOCK_TEXT("errors", "Cancelled"), DRYDOCK_TEXT("errors", "It was stopped from here."),
             DRYDOCK_TEXT("errors", "Start it again when you want to; a run that was stopped can be resumed.")}},
    HelpRow{
        ErrorKind::Storage,
        {DRYDOCK_TEXT("errors", "A file could not be written or read"),
         DRYDOCK_TEXT(
             "errors",
             "The disk is full, or the folder is not ours to use. Without a journal nothing is sent to a server."),
         DRYDOCK_TEXT("errors", "Free space or fix the permissions of the folder in the details, then try again.")}},
    HelpRow{ErrorKind::Locked,
            {DRYDOCK_TEXT("errors", "This run is open elsewhere"),
             DRYDOCK_TEXT("errors", "Another Drydock on this computer is working on it."),
             DRYDOCK_TEXT("errors", "Go on there, or close it first.")}},
    HelpRow{
        ErrorKind::Corrupt,
        {DRYDOCK_TEXT("errors", "A journal is damaged"),
         DRYDOCK_TEXT(
             "errors",
             "A line in it does not match its checksum. The file is kept as it is and nothing is sent on its word."),
         DRYDOCK_TEXT("errors",
                      "Keep the file. Look at the server's state, and start a new run if something is left to do.")}},
    HelpRow{
        ErrorKind::Keychain,
        {DRYDOCK_TEXT("errors", "The keychain cannot be used"),
         DRYDOCK_TEXT("errors", "There is none in this session, or it refused. The password is not kept anywhere."),
         DRYDOCK_TEXT(
             "errors",
             "Go on; you will be asked for the password each time. drydockctl also takes it with --password-stdin.")}},
    HelpRow{ErrorKind::Usage,
            {DRYDOCK_TEXT("errors", "This cannot be done as asked"),
             DRYDOCK_TEXT("errors", "What was asked for does not fit what is there."),
             DRYDOCK_TEXT("errors", "See the details and choose again; --help lists the options.")}},
    HelpRow{ErrorKind::Internal,
            {DRYDOCK_TEXT("errors", "Drydock made a mistake"),
             DRYDOCK_TEXT("errors", "A rule inside the program was broken. What it was doing was stopped."),
             DRYDOCK_TEXT("errors", "Save your work, keep the details for a report, and start Drydock anew.")}},
};

constexpr bool oneHelpEach()
{
    for (std::size_t i = 0; i < helpRows.size(); ++i)
        if (static_cast<std::size_t>(helpRows[i].kind) != i) return false;
    return helpRows.size() == static_cast<std::size_t>(ErrorKind::Internal) + 1;
}
static_assert(oneHelpEach(), "each ErrorKind has one row, in the order of the enumeration");

} // namespace

const ErrorHelp& errorHelpOf(ErrorKind kind) noexcept
{
    const auto index = static_cast<std::size_t>(kind);
    return index < helpRows.size() ? helpRows[index].help : helpRows.back().help;
}

} // namespace drydock::domain
