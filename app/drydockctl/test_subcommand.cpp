// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/test_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/json_output.h"
#include "app/logging.h"
#include "model/domain/error_help.h"

#include <CLI/CLI.hpp>

namespace drydock::ctl {
namespace {

constexpr std::size_t stageWidth = 18, resultWidth = 9; // of the two first columns

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size(), width), ' ');
    return text + " ";
}

} // namespace

void TestSubcommand::addOptions(CLI::App& command) { addFormat(command, m_format, {"table", "jsonl"}); }

void TestSubcommand::start(const Context& context)
{
    withProfile(context, [this, context](const ports::ConnectionProfile& profile, const ports::Passwords& passwords) {
        using controllers::ConnectionDiagnosis;
        catchInterrupts();
        m_test = std::make_unique<ConnectionDiagnosis>(app::Composition::probe, context.composition.gatewayFactory());
        connect(m_test.get(), &ConnectionDiagnosis::stageEnded, this, &TestSubcommand::show);
        connect(m_test.get(), &ConnectionDiagnosis::finished, this, [this] { end(m_code); });
        m_test->start(profile, passwords);
    });
}

void TestSubcommand::show(const controllers::StageReport& report)
{
    using controllers::TestResult;
    if (m_format == "jsonl") {
        printLine(stageAsJson(report));
    } else {
        const auto stage = std::string(toString(report.stage)) + (report.server.empty() ? "" : " " + report.server);
        const auto text = report.error ? domain::errorHelpOf(report.error->kind).heading +
                                             (report.error->detail.empty() ? "" : ": " + report.error->detail)
                                       : report.found.english();
        printLine(padded(printable(stage), stageWidth) + padded(toString(report.result), resultWidth) +
                  printable(text));
    }
    if (report.result == TestResult::Warning && m_code == ExitCode::Done) m_code = ExitCode::Warnings;
    if (report.result != TestResult::Failed) return;
    app::logError("drydockctl", *report.error);
    printError(*report.error);
    const auto code = exitCodeOf(*report.error);
    m_code = code == ExitCode::NotPermitted ? code : ExitCode::NotConnected;
}

} // namespace drydock::ctl
