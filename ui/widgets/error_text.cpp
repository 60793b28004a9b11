#include "ui/widgets/error_text.h"

#include "model/tables/text.h"

#include <QCoreApplication>

#include <array>

namespace drydock::ui {
namespace {

using domain::ErrorKind;

struct Entry {
    ErrorKind kind;
    const char* heading;
    const char* meaning;
    const char* advice;
};

// One row a kind; a test holds that none is missing.
constexpr std::array entries{
    Entry{
        ErrorKind::BadAddress, QT_TRANSLATE_NOOP("errors", "The address cannot be used"),
        QT_TRANSLATE_NOOP("errors", "It is not a complete http or https address, or the authentication chosen is not "
                                    "allowed over it. Nothing was sent."),
        QT_TRANSLATE_NOOP(
            "errors",
            "Check the address, for example https://mail.contoso.com/PowerShell/. Basic authentication needs https.")},
    Entry{ErrorKind::Unreachable, QT_TRANSLATE_NOOP("errors", "The server could not be reached"),
          QT_TRANSLATE_NOOP(
              "errors", "The name does not resolve, the port is closed, or there is no way to it. Nothing was sent."),
          QT_TRANSLATE_NOOP("errors", "Check the name and the network, or connect to another member of the group.")},
    Entry{ErrorKind::TimedOut, QT_TRANSLATE_NOOP("errors", "The server did not answer in time"),
          QT_TRANSLATE_NOOP("errors", "It is reachable but slow, or it hangs. Nothing was changed by this request."),
          QT_TRANSLATE_NOOP("errors", "Try again; if it stays so, connect to another member of the group.")},
    Entry{
        ErrorKind::ConnectionLost, QT_TRANSLATE_NOOP("errors", "The connection was lost"),
        QT_TRANSLATE_NOOP("errors", "It ended before the request was sent, so nothing ran on the server."),
        QT_TRANSLATE_NOOP("errors", "Try again. If it happens often, look at load balancers and proxies on the way.")},
    Entry{
        ErrorKind::OutcomeUnknown, QT_TRANSLATE_NOOP("errors", "It is not known whether the command ran"),
        QT_TRANSLATE_NOOP(
            "errors", "The command was sent and no answer came back. It may have run or not; it was not sent again."),
        QT_TRANSLATE_NOOP(
            "errors", "Look at the state that is read back before you do anything else; a run checks this by itself.")},
    Entry{ErrorKind::TlsFailed, QT_TRANSLATE_NOOP("errors", "No secure connection could be made"),
          QT_TRANSLATE_NOOP("errors",
                            "The server's certificate is not trusted, has expired, or is made out to another name."),
          QT_TRANSLATE_NOOP("errors", "Use the name in the certificate, give its authority's file, or pin this one "
                                      "certificate after checking its fingerprint.")},
    Entry{ErrorKind::NotAuthenticated, QT_TRANSLATE_NOOP("errors", "The server did not accept the user"),
          QT_TRANSLATE_NOOP(
              "errors",
              "User name, password or ticket is wrong, or the server does not offer this kind of authentication."),
          QT_TRANSLATE_NOOP("errors", "Check user and password. With Kerberos, see whether a ticket is there and the "
                                      "address holds the server's full name.")},
    Entry{ErrorKind::NotPermitted, QT_TRANSLATE_NOOP("errors", "You are not allowed to do this"),
          QT_TRANSLATE_NOOP("errors", "The server knows the user, but none of the user's roles grants it."),
          QT_TRANSLATE_NOOP("errors", "Ask for a role that grants it, or connect as another user.")},
    Entry{ErrorKind::ReadOnly, QT_TRANSLATE_NOOP("errors", "Refused: this session is read-only"),
          QT_TRANSLATE_NOOP("errors", "The command would change something. It was not sent."),
          QT_TRANSLATE_NOOP(
              "errors", "Start Drydock without --read-only, or connect without the read-only mark, to make changes.")},
    Entry{ErrorKind::NotWsMan, QT_TRANSLATE_NOOP("errors", "Something else answered at this address"),
          QT_TRANSLATE_NOOP("errors", "It is not remote management: perhaps a web page, a proxy, or a wrong path."),
          QT_TRANSLATE_NOOP("errors", "Check the path; for Exchange it ends in /PowerShell/.")},
    Entry{ErrorKind::HttpStatus, QT_TRANSLATE_NOOP("errors", "The web server refused the request"),
          QT_TRANSLATE_NOOP("errors", "It answered with an error of its own before Exchange saw the request."),
          QT_TRANSLATE_NOOP("errors", "See the status in the details. 500 and 503 often mean that the application pool "
                                      "is stopped or restarting.")},
    Entry{ErrorKind::Fault, QT_TRANSLATE_NOOP("errors", "The server reported a fault"),
          QT_TRANSLATE_NOOP("errors", "Remote management understood the request and could not carry it out."),
          QT_TRANSLATE_NOOP("errors", "See the details; try again, or connect to another member.")},
    Entry{ErrorKind::ShellGone, QT_TRANSLATE_NOOP("errors", "The remote session is gone"),
          QT_TRANSLATE_NOOP("errors",
                            "The server ended it: after a restart, a recycled pool, or for being idle too long."),
          QT_TRANSLATE_NOOP("errors", "Connect again; a run opens a new session by itself.")},
    Entry{ErrorKind::Quota, QT_TRANSLATE_NOOP("errors", "The server is refusing for load"),
          QT_TRANSLATE_NOOP("errors",
                            "Too many sessions or requests for this user, or the server is short of resources."),
          QT_TRANSLATE_NOOP("errors", "Close other sessions of this user and try again in a few minutes.")},
    Entry{ErrorKind::Malformed, QT_TRANSLATE_NOOP("errors", "The answer could not be read"),
          QT_TRANSLATE_NOOP("errors", "What came back is not what the protocol says. Nothing in it was used."),
          QT_TRANSLATE_NOOP("errors",
                            "Look for a proxy that changes traffic. If it stays, keep the details for a report.")},
    Entry{ErrorKind::LimitExceeded, QT_TRANSLATE_NOOP("errors", "The answer is too large"),
          QT_TRANSLATE_NOOP(
              "errors", "It is beyond what is accepted in size, depth or number of objects. Nothing in it was used."),
          QT_TRANSLATE_NOOP("errors", "Connect to another member; if it stays, keep the details for a report.")},
    Entry{ErrorKind::UnknownCommand, QT_TRANSLATE_NOOP("errors", "The command does not exist for you"),
          QT_TRANSLATE_NOOP("errors", "This server does not have it, or no role of yours grants it."),
          QT_TRANSLATE_NOOP("errors", "Ask for a role that grants it (see the details for its name).")},
    Entry{ErrorKind::UnknownParameter, QT_TRANSLATE_NOOP("errors", "A parameter does not exist for you"),
          QT_TRANSLATE_NOOP(
              "errors",
              "This version of Exchange does not have it, or no role of yours grants it. The command did not run."),
          QT_TRANSLATE_NOOP("errors", "Ask for a role that grants it (see the details for its name).")},
    Entry{ErrorKind::PromptRefused, QT_TRANSLATE_NOOP("errors", "The command wanted to ask something"),
          QT_TRANSLATE_NOOP("errors", "It asked for a confirmation that nobody can give from here, and stopped."),
          QT_TRANSLATE_NOOP("errors",
                            "See the details for the question; run it by hand if the answer is yours to give.")},
    Entry{ErrorKind::CommandFailed, QT_TRANSLATE_NOOP("errors", "The command failed on the server"),
          QT_TRANSLATE_NOOP("errors", "Exchange ran it and reported an error."),
          QT_TRANSLATE_NOOP("errors",
                            "Read what Exchange says in the details; the state shown is read back from the servers.")},
    Entry{ErrorKind::NotReached, QT_TRANSLATE_NOOP("errors", "It has not come about in time"),
          QT_TRANSLATE_NOOP("errors",
                            "The commands were sent and answered, but the servers do not show what they are for yet."),
          QT_TRANSLATE_NOOP(
              "errors",
              "Look at what is waited for in the details. Wait longer, or put right what holds it up and go on.")},
    Entry{ErrorKind::Precondition, QT_TRANSLATE_NOOP("errors", "Something else must be so first"),
          QT_TRANSLATE_NOOP("errors", "Nothing was sent: it would not be safe as things are."),
          QT_TRANSLATE_NOOP("errors", "Put right what the details name, then go on; or undo what was done so far.")},
    Entry{ErrorKind::NotFound, QT_TRANSLATE_NOOP("errors", "It was not found"),
          QT_TRANSLATE_NOOP("errors", "The server, database or run does not exist any more, or not under this name."),
          QT_TRANSLATE_NOOP("errors", "Refresh and choose again.")},
    Entry{ErrorKind::Cancelled, QT_TRANSLATE_NOOP("errors", "Cancelled"),
          QT_TRANSLATE_NOOP("errors", "It was stopped from here."),
          QT_TRANSLATE_NOOP("errors", "Start it again when you want to.")},
    Entry{
        ErrorKind::Storage, QT_TRANSLATE_NOOP("errors", "A file could not be written or read"),
        QT_TRANSLATE_NOOP(
            "errors",
            "The disk is full, or the folder is not ours to use. Without a journal nothing is sent to a server."),
        QT_TRANSLATE_NOOP("errors", "Free space or fix the permissions of the folder in the details, then try again.")},
    Entry{ErrorKind::Locked, QT_TRANSLATE_NOOP("errors", "This run is open elsewhere"),
          QT_TRANSLATE_NOOP("errors", "Another Drydock on this computer is working on it."),
          QT_TRANSLATE_NOOP("errors", "Go on there, or close it first.")},
    Entry{ErrorKind::Corrupt, QT_TRANSLATE_NOOP("errors", "A journal is damaged"),
          QT_TRANSLATE_NOOP(
              "errors",
              "A line in it does not match its checksum. The file is kept as it is and nothing is sent on its word."),
          QT_TRANSLATE_NOOP(
              "errors", "Keep the file. Look at the server's state, and start a new run if something is left to do.")},
    Entry{
        ErrorKind::Keychain, QT_TRANSLATE_NOOP("errors", "The keychain cannot be used"),
        QT_TRANSLATE_NOOP("errors", "There is none in this session, or it refused. The password is not kept anywhere."),
        QT_TRANSLATE_NOOP("errors", "Go on; you will be asked for the password each time.")},
    Entry{ErrorKind::Usage, QT_TRANSLATE_NOOP("errors", "This cannot be done as asked"),
          QT_TRANSLATE_NOOP("errors", "What was asked for does not fit what is there."),
          QT_TRANSLATE_NOOP("errors", "See the details and choose again.")},
    Entry{ErrorKind::Internal, QT_TRANSLATE_NOOP("errors", "Drydock made a mistake"),
          QT_TRANSLATE_NOOP("errors", "A rule inside the program was broken. What it was doing was stopped."),
          QT_TRANSLATE_NOOP("errors", "Save your work, keep the details for a report, and start Drydock anew.")},
};

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
        text.heading = QCoreApplication::translate("errors", "%1 – %2", "what happened, doing what")
                           .arg(text.heading, tables::plainText(error.what));
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
