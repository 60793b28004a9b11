// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/scheduled_run.h"

#include "model/maintenance/powershell_text.h"

#include <algorithm>

namespace drydock::controllers {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

bool isPlain(QChar c) { return (c.unicode() < 128 && c.isLetterOrNumber()) || QStringLiteral("-_./:=@").contains(c); }

QString posixArgument(const QString& argument)
{
    if (!argument.isEmpty() && std::all_of(argument.begin(), argument.end(), isPlain)) return argument;
    auto inside = argument;
    return u'\'' + inside.replace(u'\'', QLatin1String("'\\''")) + u'\'';
}

// As the C runtime of Windows splits a command line: backslashes count only before a quote.
QString windowsArgument(const QString& argument)
{
    if (!argument.isEmpty() && std::all_of(argument.begin(), argument.end(), isPlain)) return argument;
    QString quoted = QStringLiteral("\"");
    qsizetype backslashes = 0;
    for (const auto c : argument) {
        if (c == u'"') quoted += QString(backslashes + 1, u'\\'); // each of them, and the quote
        quoted += c;
        backslashes = c == u'\\' ? backslashes + 1 : 0;
    }
    return quoted + QString(backslashes, u'\\') + u'"';
}

QString literal(const QString& value) { return text(maintenance::literal(value.toStdString())); }

} // namespace

domain::Time nextTimeOfDay(QTime time, domain::Time now)
{
    const auto timeOf = [](const QDateTime& moment) {
        return domain::Time(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
    };
    const auto today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).date();
    // A day later by the calendar, not by 24 hours: the clocks may change in this very night.
    const auto next = timeOf(QDateTime(today, time));
    return next > now ? next : timeOf(QDateTime(today.addDays(1), time));
}

QStringList argumentsOf(const ScheduledRun& run)
{
    const auto& request = run.request;
    QStringList arguments{QStringLiteral("run"), QString::fromLatin1(maintenance::toString(request.runKind)),
                          text(request.fqdn.empty() ? request.server.text() : request.fqdn)};
    arguments += run.connection;
    const auto add = [&](const char* option, const QString& value) {
        if (value.isEmpty()) return;
        // A value that begins with a dash would be read as an option.
        arguments += value.startsWith(u'-') && value.size() > 1
                         ? QStringList{QString::fromLatin1(option) + u'=' + value}
                         : QStringList{QString::fromLatin1(option), value};
    };
    add("--target", text(request.options.redirectTarget));
    add("--reason", request.reason);
    add("--change", request.changeNumber);
    if (const auto policy = request.reinstate.policy)
        add("--restore", QStringLiteral("policy=") + QLatin1String(domain::toString(*policy)));
    if (const auto moveNow = request.reinstate.moveNow)
        add("--restore", *moveNow ? QStringLiteral("movenow=on") : QStringLiteral("movenow=off"));
    for (const auto& check : run.overrides)
        add("--override", text(check));
    for (const auto& [step, timeout] : request.timeouts) {
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(timeout).count();
        add("--timeout", QLatin1String(maintenance::toString(step)) + u'=' + QString::number(minutes));
    }
    if (run.stopBefore) add("--stop-before", run.stopBefore->toString(QStringLiteral("HH:mm")));
    return arguments += QStringLiteral("--yes");
}

QString posixCommand(const QStringList& arguments)
{
    QStringList words{QStringLiteral("drydockctl")};
    for (const auto& argument : arguments)
        words += posixArgument(argument);
    return words.join(u' ');
}

QString systemdCommand(const QStringList& arguments, const QDateTime& start, const QString& name)
{
    // The service manager expands $, whatever the shell has quoted.
    auto escaped = arguments;
    escaped.replaceInStrings(QStringLiteral("$"), QStringLiteral("$$"));
    return QStringLiteral("systemd-run --user --unit=%1 --on-calendar=%2 ")
               .arg(posixArgument(name), posixArgument(start.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")))) +
           posixCommand(escaped);
}

QString taskSchedulerCommand(const QStringList& arguments, const QDateTime& start, const QString& name)
{
    QStringList words;
    for (const auto& argument : arguments)
        words += windowsArgument(argument);
    return QStringLiteral("Register-ScheduledTask -TaskName %1 -Trigger (New-ScheduledTaskTrigger -Once -At %2) "
                          "-Action (New-ScheduledTaskAction -Execute 'drydockctl.exe' -Argument %3)")
        .arg(literal(name), literal(start.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"))), literal(words.join(u' ')));
}

} // namespace drydock::controllers
