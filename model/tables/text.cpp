// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/text.h"

#include "model/domain/enum_names.h"
#include "model/domain/health_rules.h"
#include "model/domain/server_state.h"
#include "model/domain/visible_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

namespace drydock::tables {
namespace {

constexpr domain::EnumName<domain::Severity> severityWords[] = {
    {domain::Severity::Ok, QT_TRANSLATE_NOOP("words", "OK")},
    {domain::Severity::Info, QT_TRANSLATE_NOOP("words", "Info")},
    {domain::Severity::Maintenance, QT_TRANSLATE_NOOP("words", "Maintenance")},
    {domain::Severity::Unknown, QT_TRANSLATE_NOOP("words", "Unknown")},
    {domain::Severity::Warning, QT_TRANSLATE_NOOP("words", "Warning")},
    {domain::Severity::Critical, QT_TRANSLATE_NOOP("words", "Critical")},
};
static_assert(domain::namesAll(severityWords, domain::Severity::Critical));

constexpr domain::EnumName<maintenance::StepStatus> stepStatusWords[] = {
    {maintenance::StepStatus::ToDo, QT_TRANSLATE_NOOP("words", "To do")},
    {maintenance::StepStatus::Checking, QT_TRANSLATE_NOOP("words", "Checking")},
    {maintenance::StepStatus::Running, QT_TRANSLATE_NOOP("words", "Running")},
    {maintenance::StepStatus::Waiting, QT_TRANSLATE_NOOP("words", "Waiting")},
    {maintenance::StepStatus::Done, QT_TRANSLATE_NOOP("words", "Done")},
    {maintenance::StepStatus::Skipped, QT_TRANSLATE_NOOP("words", "Already so")},
    {maintenance::StepStatus::Failed, QT_TRANSLATE_NOOP("words", "Failed")},
    {maintenance::StepStatus::Unknown, QT_TRANSLATE_NOOP("words", "Unknown")},
    {maintenance::StepStatus::Undoing, QT_TRANSLATE_NOOP("words", "Undoing")},
    {maintenance::StepStatus::Undone, QT_TRANSLATE_NOOP("words", "Undone")},
};
static_assert(domain::namesAll(stepStatusWords, maintenance::StepStatus::Undone));

constexpr domain::EnumName<maintenance::CheckResult> checkResultWords[] = {
    {maintenance::CheckResult::Pass, QT_TRANSLATE_NOOP("words", "Pass")},
    {maintenance::CheckResult::Warn, QT_TRANSLATE_NOOP("words", "Warn")},
    {maintenance::CheckResult::Block, QT_TRANSLATE_NOOP("words", "Block")},
};
static_assert(domain::namesAll(checkResultWords, maintenance::CheckResult::Block));

constexpr domain::EnumName<maintenance::RunPhase> runPhaseWords[] = {
    {maintenance::RunPhase::NotStarted, QT_TRANSLATE_NOOP("words", "Not started")},
    {maintenance::RunPhase::Running, QT_TRANSLATE_NOOP("words", "Running")},
    {maintenance::RunPhase::Paused, QT_TRANSLATE_NOOP("words", "Paused")},
    {maintenance::RunPhase::StopRequested, QT_TRANSLATE_NOOP("words", "Stopping")},
    {maintenance::RunPhase::Stopped, QT_TRANSLATE_NOOP("words", "Stopped")},
    {maintenance::RunPhase::Asking, QT_TRANSLATE_NOOP("words", "Waits for a decision")},
    {maintenance::RunPhase::Undoing, QT_TRANSLATE_NOOP("words", "Undoing")},
    {maintenance::RunPhase::Finished, QT_TRANSLATE_NOOP("words", "Finished")},
};
static_assert(domain::namesAll(runPhaseWords, maintenance::RunPhase::Finished));

constexpr domain::EnumName<maintenance::Outcome> outcomeWords[] = {
    {maintenance::Outcome::None, QT_TRANSLATE_NOOP("words", "Unfinished")},
    {maintenance::Outcome::Succeeded, QT_TRANSLATE_NOOP("words", "Succeeded")},
    {maintenance::Outcome::SucceededWithWarnings, QT_TRANSLATE_NOOP("words", "Succeeded with warnings")},
    {maintenance::Outcome::Failed, QT_TRANSLATE_NOOP("words", "Failed")},
    {maintenance::Outcome::Stopped, QT_TRANSLATE_NOOP("words", "Stopped")},
    {maintenance::Outcome::Unknown, QT_TRANSLATE_NOOP("words", "Unknown")},
    {maintenance::Outcome::Undone, QT_TRANSLATE_NOOP("words", "Undone")},
    {maintenance::Outcome::Abandoned, QT_TRANSLATE_NOOP("words", "Left as it was")},
};
static_assert(domain::namesAll(outcomeWords, maintenance::Outcome::Abandoned));

constexpr domain::EnumName<domain::ComponentStore> componentStoreWords[] = {
    {domain::ComponentStore::Registry, QT_TRANSLATE_NOOP("words", "Registry")},
    {domain::ComponentStore::ActiveDirectory, QT_TRANSLATE_NOOP("words", "Active Directory")},
};

constexpr domain::EnumName<maintenance::RunKind> runKindWords[] = {
    {maintenance::RunKind::Enter, QT_TRANSLATE_NOOP("words", "Put into maintenance")},
    {maintenance::RunKind::Reinstate, QT_TRANSLATE_NOOP("words", "Reinstate")},
    {maintenance::RunKind::Rebalance, QT_TRANSLATE_NOOP("words", "Bring databases home")},
    {maintenance::RunKind::Reboot, QT_TRANSLATE_NOOP("words", "Restart")},
};

QString wordText(const char* text) { return QCoreApplication::translate("words", text); }

QDateTime dateTime(domain::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

} // namespace

QString plainText(std::string_view utf8) { return QString::fromStdString(domain::visibleText(utf8)).trimmed(); }
QString plainLines(std::string_view utf8) { return QString::fromStdString(domain::visibleLines(utf8)).trimmed(); }

QString plainLines(const std::vector<std::string>& texts)
{
    QStringList lines;
    for (const auto& text : texts)
        lines.append(plainText(text));
    return lines.join(QLatin1Char('\n'));
}

QString toolTipText(const QString& plain)
{
    if (!plain.contains(QLatin1Char('<')) && !plain.contains(QLatin1Char('&'))) return plain;
    return QStringLiteral("<qt>") + plain.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")) +
           QStringLiteral("</qt>");
}

QString translated(const domain::LocalizableText& text)
{
    if (text.empty()) return {};
    const auto pattern = QCoreApplication::translate("model", text.message->english);
    return domain::substituted(pattern, text.args.size(), [&text](std::size_t i) {
        const auto* plain = std::get_if<std::string>(&text.args[i].value);
        return plain ? plainText(*plain) : translated(std::get<domain::LocalizableText>(text.args[i].value));
    });
}

QString translated(const std::vector<domain::LocalizableText>& texts)
{
    QStringList lines;
    for (const auto& text : texts)
        lines.append(translated(text));
    return lines.join(QLatin1Char('\n'));
}

QString tableText(const char* source) { return QCoreApplication::translate("tables", source); }

QString numberText(qint64 value) { return QLocale().toString(value); }
QString numberText(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

QString cellTimeText(domain::Time time)
{
    const auto local = dateTime(time).toLocalTime();
    return QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') +
           local.time().toString(QStringLiteral("HH:mm:ss"));
}

QString withLocalTimes(QString text)
{
    static const QRegularExpression moment(QStringLiteral("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"));
    for (auto found = moment.match(text); found.hasMatch(); found = moment.match(text, found.capturedStart() + 1)) {
        if (const auto time = domain::fromIso(found.captured().toStdString()))
            text.replace(found.capturedStart(), found.capturedLength(), cellTimeText(*time));
    }
    return text;
}

QString timeText(domain::Time time)
{
    return cellTimeText(time) + QLatin1Char(' ') + dateTime(time).toLocalTime().timeZoneAbbreviation();
}

QString utcText(domain::Time time)
{
    return dateTime(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(" UTC");
}

QString timeToolTip(domain::Time time) { return timeText(time) + QLatin1Char('\n') + utcText(time); }

QString durationText(domain::Duration duration)
{
    const auto total =
        std::chrono::duration_cast<std::chrono::seconds>(duration < domain::Duration::zero() ? -duration : duration)
            .count();
    const auto sign = duration <= -std::chrono::seconds(1) ? QStringLiteral("-") : QString();
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    const qint64 days = total / 86400;
    const qint64 hours = total / 3600 % 24;
    const qint64 minutes = total / 60 % 60;
    if (days > 0)
        return sign +
               wordText(QT_TRANSLATE_NOOP("words", "%1 d %2:%3")).arg(QString::number(days), two(hours), two(minutes));
    const QString rest = two(minutes) + QLatin1Char(':') + two(total % 60);
    return sign + (hours > 0 ? QString::number(hours) + QLatin1Char(':') : QString()) + rest;
}

QString wordOf(domain::Severity severity) { return wordText(domain::nameOf(severityWords, severity)); }

QString wordOf(domain::ServerState state) { return translated(domain::stateWord(state)); }

QString wordOf(domain::ComponentStore store) { return wordText(domain::nameOf(componentStoreWords, store)); }

QString wordOf(maintenance::StepStatus status) { return wordText(domain::nameOf(stepStatusWords, status)); }

QString wordOf(maintenance::CheckResult result) { return wordText(domain::nameOf(checkResultWords, result)); }

QString wordOf(maintenance::RunPhase phase) { return wordText(domain::nameOf(runPhaseWords, phase)); }

QString wordOf(maintenance::Outcome outcome) { return wordText(domain::nameOf(outcomeWords, outcome)); }

QString wordOf(maintenance::RunKind runKind) { return wordText(domain::nameOf(runKindWords, runKind)); }

} // namespace drydock::tables
