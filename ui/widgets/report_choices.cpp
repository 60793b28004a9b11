// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/report_choices.h"

#include "model/maintenance/report.h"

#include <QCoreApplication>

namespace drydock::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(drydock::ui::ReportChoices)
};

} // namespace

QList<SaveChoice> reportChoices(const maintenance::RunState& run)
{
    const auto as = [run](std::string (*print)(const maintenance::RunState&)) {
        return [run, print] { return QByteArray::fromStdString(print(run)); };
    };
    return {{Words::tr("Web page"), QStringLiteral("html"), as(maintenance::reportAsHtml)},
            {Words::tr("JSON"), QStringLiteral("json"), as(maintenance::reportAsJson)},
            {Words::tr("Text"), QStringLiteral("txt"), as(maintenance::reportAsText)}};
}

} // namespace drydock::ui
