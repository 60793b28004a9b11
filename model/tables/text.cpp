#include "model/tables/text.h"

#include "model/domain/health_rules.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace drydock::tables {
namespace {

QString wordText(const char* text) { return QCoreApplication::translate("words", text); }

// Marks, embeddings, overrides and isolates that change the direction of what follows, and characters without a width.
bool hidesOrTurns(char32_t c) noexcept
{
    return c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) ||
           (c >= 0xE0000 && c <= 0xE007F);
}

QString sanitized(std::string_view utf8, bool keepLines)
{
    const auto text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (c == '\r') continue;
        if (c == '\n' || c == 0x2028 || c == 0x2029 || c == 0x85)
            out += keepLines ? QLatin1Char('\n') : QLatin1Char(' ');
        else if (c == '\t')
            out += QLatin1Char(' ');
        else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || hidesOrTurns(c))
            continue;
        else
            out += QChar::fromUcs4(c);
    }
    return out.trimmed();
}

QDateTime dateTime(domain::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

} // namespace

QString plainText(std::string_view utf8) { return sanitized(utf8, false); }
QString plainLines(std::string_view utf8) { return sanitized(utf8, true); }

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

QString translated(const domain::LocalizableText& message)
{
    if (message.text.empty()) return {};
    const auto pattern = QCoreApplication::translate("model", message.text.c_str());
    return domain::substituted(pattern, message.args.size(), [&](std::size_t i) { return plainText(message.args[i]); });
}

QString translated(const std::vector<domain::LocalizableText>& messages)
{
    QStringList lines;
    for (const auto& message : messages)
        lines.append(translated(message));
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

QString wordOf(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Ok:
        return wordText(QT_TRANSLATE_NOOP("words", "OK"));
    case domain::Severity::Info:
        return wordText(QT_TRANSLATE_NOOP("words", "Info"));
    case domain::Severity::Maintenance:
        return wordText(QT_TRANSLATE_NOOP("words", "Maintenance"));
    case domain::Severity::Unknown:
        return wordText(QT_TRANSLATE_NOOP("words", "Unknown"));
    case domain::Severity::Warning:
        return wordText(QT_TRANSLATE_NOOP("words", "Warning"));
    case domain::Severity::Critical:
        return wordText(QT_TRANSLATE_NOOP("words", "Critical"));
    }
    return {};
}

QString wordOf(domain::ServerState state) { return translated(domain::stateWord(state)); }

QString wordOf(domain::ComponentStore store)
{
    return store == domain::ComponentStore::Registry ? wordText(QT_TRANSLATE_NOOP("words", "Registry"))
                                                     : wordText(QT_TRANSLATE_NOOP("words", "Active Directory"));
}

QString wordOf(maintenance::StepStatus status)
{
    switch (status) {
    case maintenance::StepStatus::ToDo:
        return wordText(QT_TRANSLATE_NOOP("words", "To do"));
    case maintenance::StepStatus::Checking:
        return wordText(QT_TRANSLATE_NOOP("words", "Checking"));
    case maintenance::StepStatus::Running:
        return wordText(QT_TRANSLATE_NOOP("words", "Running"));
    case maintenance::StepStatus::Waiting:
        return wordText(QT_TRANSLATE_NOOP("words", "Waiting"));
    case maintenance::StepStatus::Done:
        return wordText(QT_TRANSLATE_NOOP("words", "Done"));
    case maintenance::StepStatus::Skipped:
        return wordText(QT_TRANSLATE_NOOP("words", "Already so"));
    case maintenance::StepStatus::Failed:
        return wordText(QT_TRANSLATE_NOOP("words", "Failed"));
    case maintenance::StepStatus::Unknown:
        return wordText(QT_TRANSLATE_NOOP("words", "Unknown"));
    case maintenance::StepStatus::Undoing:
        return wordText(QT_TRANSLATE_NOOP("words", "Undoing"));
    case maintenance::StepStatus::Undone:
        return wordText(QT_TRANSLATE_NOOP("words", "Undone"));
    }
    return {};
}

QString wordOf(maintenance::CheckResult result)
{
    switch (result) {
    case maintenance::CheckResult::Pass:
        return wordText(QT_TRANSLATE_NOOP("words", "Pass"));
    case maintenance::CheckResult::Warn:
        return wordText(QT_TRANSLATE_NOOP("words", "Warn"));
    case maintenance::CheckResult::Block:
        return wordText(QT_TRANSLATE_NOOP("words", "Block"));
    }
    return {};
}

QString wordOf(maintenance::RunPhase phase)
{
    switch (phase) {
    case maintenance::RunPhase::NotStarted:
        return wordText(QT_TRANSLATE_NOOP("words", "Not started"));
    case maintenance::RunPhase::Running:
        return wordText(QT_TRANSLATE_NOOP("words", "Running"));
    case maintenance::RunPhase::Paused:
        return wordText(QT_TRANSLATE_NOOP("words", "Paused"));
    case maintenance::RunPhase::StopRequested:
        return wordText(QT_TRANSLATE_NOOP("words", "Stops after this step"));
    case maintenance::RunPhase::Stopped:
        return wordText(QT_TRANSLATE_NOOP("words", "Stopped"));
    case maintenance::RunPhase::Asking:
        return wordText(QT_TRANSLATE_NOOP("words", "Waits for a decision"));
    case maintenance::RunPhase::Undoing:
        return wordText(QT_TRANSLATE_NOOP("words", "Undoing"));
    case maintenance::RunPhase::Finished:
        return wordText(QT_TRANSLATE_NOOP("words", "Finished"));
    }
    return {};
}

QString wordOf(maintenance::Outcome outcome)
{
    switch (outcome) {
    case maintenance::Outcome::None:
        return wordText(QT_TRANSLATE_NOOP("words", "Unfinished"));
    case maintenance::Outcome::Succeeded:
        return wordText(QT_TRANSLATE_NOOP("words", "Succeeded"));
    case maintenance::Outcome::SucceededWithWarnings:
        return wordText(QT_TRANSLATE_NOOP("words", "Succeeded with warnings"));
    case maintenance::Outcome::Failed:
        return wordText(QT_TRANSLATE_NOOP("words", "Failed"));
    case maintenance::Outcome::Stopped:
        return wordText(QT_TRANSLATE_NOOP("words", "Stopped"));
    case maintenance::Outcome::Unknown:
        return wordText(QT_TRANSLATE_NOOP("words", "Unknown"));
    case maintenance::Outcome::Undone:
        return wordText(QT_TRANSLATE_NOOP("words", "Undone"));
    case maintenance::Outcome::Abandoned:
        return wordText(QT_TRANSLATE_NOOP("words", "Left as it was"));
    }
    return {};
}

QString wordOf(maintenance::Direction direction)
{
    return direction == maintenance::Direction::Enter ? wordText(QT_TRANSLATE_NOOP("words", "Put into maintenance"))
                                                      : wordText(QT_TRANSLATE_NOOP("words", "Reinstate"));
}

} // namespace drydock::tables
