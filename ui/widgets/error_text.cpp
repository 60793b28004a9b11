// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/error_text.h"

#include "model/domain/error_help.h"
#include "model/tables/text.h"

#include <QCoreApplication>

namespace drydock::ui {
namespace {

QString translate(const char* text) { return QCoreApplication::translate("errors", text); }

} // namespace

ErrorText errorText(const domain::Error& error)
{
    const auto& help = domain::errorHelpOf(error.kind);
    ErrorText text{translate(help.heading), translate(help.meaning), translate(help.advice), {}};
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
