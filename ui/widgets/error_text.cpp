#include "ui/widgets/error_text.h"

#include "model/tables/text.h"

#include <QCoreApplication>

#include <array>

namespace drydock::ui {
namespace {

using domain::ErrorKind;

struct Entry { ErrorKind kind; const char* heading; const char* meaning; const char* advice; };

#define DRYDOCK_ERROR(text) QT_TRANSLATE_NOOP("errors", text)

// One row a kind; a test holds that none is missing.
constexpr std::array entries{
    Entry{ErrorKind::BadAddress, DRYDOCK_ERROR("The address cannot be used"),
          DRYDOCK_ERROR("It is not a complete http or https address, or the authentication chosen is not allowed over it. Nothing was sent."),
          DRYDOCK_ERROR("Check the address, for example https://mail.contoso.com/PowerShell/. Basic authentication needs https.")},
    Entry{ErrorKind::Unreachable, DRYDOCK_ERROR("The server could not be reached"),
          DRYDOCK_ERROR("The name does not resolve, the port is closed, or there is no way to it. Nothing was sent."),
          DRYDOCK_ERROR("Check the name and the network, or connect to another member of the group.")},
    Entry{ErrorKind::TimedOut, DRYDOCK_ERROR("The server did not answer in time"),
          DRYDOCK_ERROR("It is reachable but slow, or it hangs. Nothing was changed by this request."),
          DRYDOCK_ERROR("Try again; if it stays so, connect to another member of the group.")},
    Entry{ErrorKind::ConnectionLost, DRYDOCK_ERROR("The connection was lost"),
          DRYDOCK_ERROR("It ended before the request was sent, so nothing ran on the server."),
          DRYDOCK_ERROR("Try again. If it happens often, look at load balancers and proxies on the way.")},
    Entry{ErrorKind::OutcomeUnknown, DRYDOCK_ERROR("It is not known whether the command ran"),
          DRYDOCK_ERROR("The command was sent and no answer came back. It may have run or not; it was not sent again."),
          DRYDOCK_ERROR("Look at the state that is read back before you do anything else; a run checks this by itself.")},
    Entry{ErrorKind::TlsFailed, DRYDOCK_ERROR("No secure connection could be made"),
          DRYDOCK_ERROR("The server's certificate is not trusted, has expired, or is made out to another name."),
          DRYDOCK_ERROR("Use the name in the certificate, give its authority's file, or pin this one certificate after checking its fingerprint.")},
    Entry{ErrorKind::NotAuthenticated, DRYDOCK_ERROR("The server did not accept the user"),
          DRYDOCK_ERROR("User name, password or ticket is wrong, or the server does not offer this kind of authentication."),
          DRYDOCK_ERROR("Check user and password. With Kerberos, see whether a ticket is there and the address holds the server's full name.")},
    Entry{ErrorKind::NotPermitted, DRYDOCK_ERROR("You are not allowed to do this"),
          DRYDOCK_ERROR("The server knows the user, but none of the user's roles grants it."),
          DRYDOCK_ERROR("Ask for a role that grants it, or connect as another user.")},
    Entry{ErrorKind::ReadOnly, DRYDOCK_ERROR("Refused: this session is read-only"),
          DRYDOCK_ERROR("The command would change something. It was not sent."),
          DRYDOCK_ERROR("Start Drydock without --read-only, or connect without the read-only mark, to make changes.")},
    Entry{ErrorKind::NotWsMan, DRYDOCK_ERROR("Something else answered at this address"),
          DRYDOCK_ERROR("It is not remote management: perhaps a web page, a proxy, or a wrong path."),
          DRYDOCK_ERROR("Check the path; for Exchange it ends in /PowerShell/.")},
    Entry{ErrorKind::HttpStatus, DRYDOCK_ERROR("The web server refused the request"),
          DRYDOCK_ERROR("It answered with an error of its own before Exchange saw the request."),
          DRYDOCK_ERROR("See the status in the details. 500 and 503 often mean that the application pool is stopped or restarting.")},
    Entry{ErrorKind::Fault, DRYDOCK_ERROR("The server reported a fault"),
          DRYDOCK_ERROR("Remote management understood the request and could not carry it out."),
          DRYDOCK_ERROR("See the details; try again, or connect to another member.")},
    Entry{ErrorKind::ShellGone, DRYDOCK_ERROR("The remote session is gone"),
          DRYDOCK_ERROR("The server ended it: after a restart, a recycled pool, or for being idle too long."),
          DRYDOCK_ERROR("Connect again; a run opens a new session by itself.")},
    Entry{ErrorKind::Quota, DRYDOCK_ERROR("The server is refusing for load"),
          DRYDOCK_ERROR("Too many sessions or requests for this user, or the server is short of resources."),
          DRYDOCK_ERROR("Close other sessions of this user and try again in a few minutes.")},
    Entry{ErrorKind::Malformed, DRYDOCK_ERROR("The answer could not be read"),
          DRYDOCK_ERROR("What came back is not what the protocol says. Nothing in it was used."),
          DRYDOCK_ERROR("Look for a proxy that changes traffic. If it stays, keep the details for a report.")},
    Entry{ErrorKind::LimitExceeded, DRYDOCK_ERROR("The answer is too large"),
          DRYDOCK_ERROR("It is beyond what is accepted in size, depth or number of objects. Nothing in it was used."),
          DRYDOCK_ERROR("Connect to another member; if it stays, keep the details for a report.")},
    Entry{ErrorKind::UnknownCommand, DRYDOCK_ERROR("The command does not exist for you"),
          DRYDOCK_ERROR("This server does not have it, or no role of yours grants it."),
          DRYDOCK_ERROR("Ask for a role that grants it (see the details for its name).")},
    Entry{ErrorKind::UnknownParameter, DRYDOCK_ERROR("A parameter does not exist for you"),
          DRYDOCK_ERROR("This version of Exchange does not have it, or no role of yours grants it. The command did not run."),
          DRYDOCK_ERROR("Ask for a role that grants it (see the details for its name).")},
    Entry{ErrorKind::PromptRefused, DRYDOCK_ERROR("The command wanted to ask something"),
          DRYDOCK_ERROR("It asked for a confirmation that nobody can give from here, and stopped."),
          DRYDOCK_ERROR("See the details for the question; run it by hand if the answer is yours to give.")},
    Entry{ErrorKind::CommandFailed, DRYDOCK_ERROR("The command failed on the server"),
          DRYDOCK_ERROR("Exchange ran it and reported an error."),
          DRYDOCK_ERROR("Read what Exchange says in the details; the state shown is read back from the servers.")},
    Entry{ErrorKind::NotFound, DRYDOCK_ERROR("It was not found"),
          DRYDOCK_ERROR("The server, database or run does not exist any more, or not under this name."),
          DRYDOCK_ERROR("Refresh and choose again.")},
    Entry{ErrorKind::Cancelled, DRYDOCK_ERROR("Cancelled"), DRYDOCK_ERROR("It was stopped from here."),
          DRYDOCK_ERROR("Start it again when you want to.")},
    Entry{ErrorKind::Storage, DRYDOCK_ERROR("A file could not be written or read"),
          DRYDOCK_ERROR("The disk is full, or the folder is not ours to use. Without a journal nothing is sent to a server."),
          DRYDOCK_ERROR("Free space or fix the permissions of the folder in the details, then try again.")},
    Entry{ErrorKind::Locked, DRYDOCK_ERROR("This run is open elsewhere"),
          DRYDOCK_ERROR("Another Drydock on this computer is working on it."),
          DRYDOCK_ERROR("Go on there, or close it first.")},
    Entry{ErrorKind::Corrupt, DRYDOCK_ERROR("A journal is damaged"),
          DRYDOCK_ERROR("A line in it does not match its checksum. The file is kept as it is and nothing is sent on its word."),
          DRYDOCK_ERROR("Keep the file. Look at the server's state, and start a new run if something is left to do.")},
    Entry{ErrorKind::Keychain, DRYDOCK_ERROR("The keychain cannot be used"),
          DRYDOCK_ERROR("There is none in this session, or it refused. The password is not kept anywhere."),
          DRYDOCK_ERROR("Go on; you will be asked for the password each time.")},
    Entry{ErrorKind::Usage, DRYDOCK_ERROR("This cannot be done as asked"), DRYDOCK_ERROR("What was asked for does not fit what is there."),
          DRYDOCK_ERROR("See the details and choose again.")},
    Entry{ErrorKind::Internal, DRYDOCK_ERROR("Drydock made a mistake"),
          DRYDOCK_ERROR("A rule inside the program was broken. What it was doing was stopped."),
          DRYDOCK_ERROR("Save your work, keep the details for a report, and start Drydock anew.")},
};

#undef DRYDOCK_ERROR

const Entry& entryOf(ErrorKind kind)
{
    for (const auto& entry : entries)
        if (entry.kind == kind) return entry;
    return entries.back();
}

QString translate(const char* text) { return QCoreApplication::translate("errors", text); }

} // namespace

ErrorText errorText(const domain::Error& error)
{
    const auto& entry = entryOf(error.kind);
    ErrorText text{translate(entry.heading), translate(entry.meaning), translate(entry.advice), {}};
    if (!error.what.empty())
        text.heading = QCoreApplication::translate("errors", "%1 – %2", "what happened, doing what").arg(text.heading, tables::plainText(error.what));
    QStringList lines;
    for (const auto* e = &error; e; e = e->cause.get()) {
        QString line = tables::plainText(e->what) + QStringLiteral(": ") + QLatin1String(domain::toString(e->kind));
        if (e->code != 0) line += QStringLiteral(" (%1)").arg(e->code);
        lines += line;
        if (!e->detail.empty()) lines += tables::plainLines(e->detail);
    }
    text.details = lines.join(QLatin1Char('\n'));
    return text;
}

} // namespace drydock::ui
