// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/inspect_subcommand.h"

#include "app/drydockctl/console.h"
#include "remoting/clixml/json.h"
#include "remoting/clixml/reader.h"
#include "remoting/session/wire_listing.h"

#include <CLI/CLI.hpp>
#include <QFile>

#include <array>
#include <cstdio>

namespace drydock::ctl {
namespace {

// A cell that is empty is a dash, so that a program can divide the line at its blanks.
std::string wireLine(const std::array<std::string, 8>& cells)
{
    constexpr std::array<std::size_t, 8> widths{4, 2, 21, 36, 36, 6, 24, 0};
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string cell = cells.at(i).empty() ? "-" : domain::visibleText(cells.at(i));
        if (cell.size() < widths.at(i)) cell.resize(widths.at(i), ' ');
        line += (i > 0 ? "  " : "") + cell;
    }
    return line;
}

} // namespace

void InspectSubcommand::addOptions(CLI::App& command)
{
    command.add_option("KIND", m_kind, "What the file holds.")
        ->required()
        ->check(CLI::IsMember({"clixml", "wire"}))
        ->option_text("clixml|wire");
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
    const QByteArray bytes = file.read(static_cast<qint64>(limits::fileBytes) + 1);
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (text.size() > limits::fileBytes)
        return refuse(path.toStdString(),
                      {domain::ErrorKind::LimitExceeded, "read the file", "it is larger than 64 MiB", 0, nullptr});
    if (m_kind == "wire") return inspectWire(path.toStdString(), text);
    inspectClixml(path.toStdString(), text);
}

// Damaged input leads to the place of the damage.
void InspectSubcommand::refuse(const std::string& path, const domain::Error& error)
{
    printMessage("drydockctl: " + path + ": " + error.summary());
    end(ExitCode::Failed);
}

void InspectSubcommand::inspectClixml(const std::string& path, std::string_view bytes)
{
    const auto values = clixml::read(bytes, clixml::Limits::ofCapture());
    const auto json = values ? clixml::toJson(*values) : domain::Result<std::string>(domain::fail(values.error()));
    if (!json) return refuse(path, json.error()); // and no part of the array
    printLine(domain::visibleJson(*json));
    end(ExitCode::Done);
}

void InspectSubcommand::inspectWire(const std::string& path, std::string_view bytes)
{
    printLine(wireLine({"#", "", "action", "shell", "command", "object", "message", "bytes"}));
    const auto listed = session::listRecording(bytes, [](const session::WireRow& row) {
        printLine(wireLine({std::to_string(row.exchange), row.isRequest ? "->" : "<-", row.action, row.shell,
                            row.command, row.object, row.message, std::to_string(row.bytes)}));
    });
    if (!listed) return refuse(path, listed.error());
    end(ExitCode::Done);
}

} // namespace drydock::ctl
