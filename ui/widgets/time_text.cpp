// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/time_text.h"

#include "model/tables/text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace drydock::ui {
namespace {

// This function must not be called translate: lupdate would take it for QCoreApplication::translate.
QString words(const char* text) { return QCoreApplication::translate("time", text); }

} // namespace

QString spanText(domain::Duration span)
{
    using namespace std::chrono;
    const auto s = duration_cast<seconds>(span).count();
    if (s < 60) return words(QT_TRANSLATE_NOOP("time", "%1 s")).arg(s);
    const auto min = s / 60;
    if (min < 60) return words(QT_TRANSLATE_NOOP("time", "%1 min")).arg(min);
    const auto h = min / 60;
    if (h < 24)
        return min % 60 == 0 ? words(QT_TRANSLATE_NOOP("time", "%1 h")).arg(h)
                             : words(QT_TRANSLATE_NOOP("time", "%1 h %2 min")).arg(h).arg(min % 60);
    return h % 24 == 0 ? words(QT_TRANSLATE_NOOP("time", "%1 d")).arg(h / 24)
                       : words(QT_TRANSLATE_NOOP("time", "%1 d %2 h")).arg(h / 24).arg(h % 24);
}

QString agoText(domain::Duration span)
{
    if (span < std::chrono::seconds(1)) return words(QT_TRANSLATE_NOOP("time", "just now"));
    return words(QT_TRANSLATE_NOOP("time", "%1 ago")).arg(spanText(span));
}

QString clockText(domain::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).toString(QStringLiteral("HH:mm:ss"));
}

QString minuteFormat(const QLocale& locale)
{
    return locale.timeFormat(QLocale::ShortFormat).remove(QLatin1String(":ss"));
}

} // namespace drydock::ui
