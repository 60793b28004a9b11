// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/inspect_subcommand.h"

#include "app/drydockctl/console.h"
#include "remoting/clixml/json.h"
#include "remoting/clixml/reader.h"

#include <CLI/CLI.hpp>
#include <QFile>

#include <cstdio>

namespace drydock::ctl {

void InspectSubcommand::addOptions(CLI::App& command)
{
    command.add_option("KIND", m_kind, "What the file holds.")
        ->required()
        ->check(CLI::IsMember({"clixml"}))
        ->option_text("clixml");
    command.add_option("FILE", m_file, "The file, or - for standard input.")->required()->option_text(" ");
}

void InspectSubcommand::start(const Context&)
{
    const QString path = QString::fromStdString(m_file);
    QFile file(path);
    const bool opened =
        path == QStringLiteral("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return fail(
            {domain::ErrorKind::Storage, "read " + path.toStdString(), file.errorString().toStdString(), 0, nullptr});
    const QByteArray bytes = file.readAll();
    const auto values =
        clixml::read({bytes.constData(), static_cast<std::size_t>(bytes.size())}, clixml::Limits::ofCapture());
    const auto json = values ? clixml::toJson(*values) : domain::Result<std::string>(domain::fail(values.error()));
    if (!json) { // damaged input: prints the place of the damage and no part of the array
        printMessage("drydockctl: " + path.toStdString() + ": " + json.error().summary());
        return end(ExitCode::Failed);
    }
    printLine(domain::visibleJson(*json));
    end(ExitCode::Done);
}

} // namespace drydock::ctl
