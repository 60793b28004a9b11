#include "app/drydockctl/maintenance_subcommand.h"

#include "app/drydockctl/console.h"

#include <algorithm>

namespace drydock::ctl {

using controllers::MaintenanceController;
using maintenance::Check;
using maintenance::CheckResult;

bool MaintenanceSubcommand::readRequest(const Context& context)
{
    const QStringList& words = context.arguments;
    const bool enter = words.value(0) == QStringLiteral("enter");
    if (words.size() != 2 || (!enter && words[0] != QStringLiteral("leave")) || words[1].trimmed().isEmpty()) {
        usage(words.value(0) == QStringLiteral("rolling") ? QStringLiteral("a rolling run is not part of this version")
                                                          : QStringLiteral("expected enter or leave, and a server"));
        return false;
    }
    m_request.direction = enter ? maintenance::Direction::Enter : maintenance::Direction::Reinstate;
    m_request.server = domain::ServerName(words[1].trimmed().toStdString());
    if (context.parser.optionNames().contains(QStringLiteral("target"))) {
        m_request.options.redirectTarget = context.parser.value(QStringLiteral("target")).toStdString();
        if (m_request.options.redirectTarget != "-" &&
            m_request.options.redirectTarget.find('.') == std::string::npos) {
            usage(QStringLiteral("--target must be a fully qualified name, like mail2.contoso.com"));
            return false;
        }
    }
    return true;
}

void MaintenanceSubcommand::makeController(const Context& context)
{
    m_controller =
        std::make_unique<MaintenanceController>(gateway(), context.composition.journals(), context.composition.clock());
}

void MaintenanceSubcommand::prepareThen(const Context& context, Prepared prepared)
{
    connectThen(context, [this, context, prepared = std::move(prepared)](const ports::ServerInfo& connected) {
        m_info = connected;
        makeController(context);
        connect(m_controller.get(), &MaintenanceController::prepareFailed, this,
                [this](const domain::Error& error) { fail(error); });
        connect(m_controller.get(), &MaintenanceController::prepared, this, prepared);
        m_controller->prepare(m_request);
    });
}

ExitCode MaintenanceSubcommand::checksExitCode(const std::set<std::string>& overrides) const
{
    const auto& checks = m_controller->checks();
    const bool notPermitted = std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
        return check.id == "cmdlets-granted" && check.result == CheckResult::Block && !overrides.contains(check.id);
    });
    if (notPermitted) return ExitCode::NotPermitted;
    switch (maintenance::overall(checks, overrides)) {
    case CheckResult::Pass:
        return ExitCode::Done;
    case CheckResult::Warn:
        return ExitCode::Warnings;
    case CheckResult::Block:
        break;
    }
    return ExitCode::Blocked;
}

} // namespace drydock::ctl
